import type { Metadata } from 'next';
import { Auditor } from '@/components/audit/Auditor';
import { Link } from '@/components/frame/Link';
import { asksForExample } from '@/lib/permalink/example';
import { searchOf, type PageSearch } from '@/lib/permalink/query';
import { auditHead } from '@/lib/words/auditPage';
import { orderLogHead } from '@/lib/words/orderLogPage';

interface Props {
  readonly searchParams: PageSearch;
}

export const generateMetadata = (): Metadata => ({ title: auditHead.title, description: auditHead.lead });

/** Where a person's own fills are compared with the market, in their own browser. */
export default async function AuditPage({ searchParams }: Props) {
  const isExample = asksForExample(searchOf(await searchParams));
  return (
    <div className="space-y-6">
      <header>
        <h1 className="finding">{auditHead.title}</h1>
        <p className="lead">{auditHead.lead}</p>
        <p className="lead">{auditHead.kept}</p>
        <p className="mt-2 print:hidden">
          <Link href="/orderlog" className="link">
            {orderLogHead.title}
          </Link>
        </p>
      </header>
      <Auditor isExample={isExample} />
    </div>
  );
}
