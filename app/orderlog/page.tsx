import type { Metadata } from 'next';
import { OrderLogger } from '@/components/orderLog/OrderLogger';
import { orderLogHead } from '@/lib/words/orderLogPage';

export const generateMetadata = (): Metadata => ({ title: orderLogHead.title, description: orderLogHead.lead });

/** Where a bot's own log is counted, in its owner's browser. */
export default function OrderLogPage() {
  return (
    <div className="space-y-6">
      <header>
        <h1 className="finding">{orderLogHead.title}</h1>
        <p className="mt-2 max-w-[68ch] text-ink-2">{orderLogHead.lead}</p>
        <p className="mt-2 max-w-[68ch] text-ink-2">{orderLogHead.kept}</p>
      </header>
      <OrderLogger />
    </div>
  );
}
