import { noData } from '@/lib/words/overview';
import { Ways } from '../frame/Commands';

/** The empty state: what to do so that there is something to see. */
export function NoData({ running = false }: { readonly running?: boolean }) {
  if (running) return <p className="text-lg text-ink-2">{noData.running}</p>;
  return (
    <section className="max-w-[72ch] border-t border-ink pt-4">
      <h2 className="text-xl font-semibold">{noData.title}</h2>
      <p className="mt-2 text-ink-2">{noData.lead}</p>
      <Ways ways={noData.ways} />
    </section>
  );
}
