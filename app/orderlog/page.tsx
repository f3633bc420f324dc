import type { Metadata } from 'next';
import { Link } from '@/components/frame/Link';
import { OrderLogger } from '@/components/orderLog/OrderLogger';
import { asksForExample } from '@/lib/permalink/example';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { auditHead } from '@/lib/words/auditPage';
import { orderLogHead } from '@/lib/words/orderLogPage';

interface Props {
  readonly searchParams: PageSearch;
}

export const generateMetadata = (): Metadata => ({ title: orderLogHead.title, description: orderLogHead.lead });

/** Where a bot's own log is counted, in its owner's browser. */
export default async function OrderLogPage({ searchParams }: Props) {
  const isExample = asksForExample(searchOf(await searchParams));
  return (
    <div className="space-y-6">
      <header>
        <h1 className="finding">{orderLogHead.title}</h1>
        <p className="lead">{orderLogHead.lead}</p>
        <p className="lead">{orderLogHead.kept}</p>
        <p className="mt-2 print:hidden">
          <Link href="/audit" className="link">
            {auditHead.title}
          </Link>
        </p>
      </header>
      <OrderLogger isExample={isExample} />
    </div>
  );
}
