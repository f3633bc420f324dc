import { Command } from '../events/Command';
import { noData } from '@/lib/words/overview';

/** The empty state: what to do so that there is something to see. */
export function NoData({ running = false }: { readonly running?: boolean }) {
  if (running) return <p className="text-lg text-ink-2">{noData.running}</p>;
  return (
    <section className="max-w-[72ch] border-t border-ink pt-4">
      <h2 className="text-xl font-semibold">{noData.title}</h2>
      <p className="mt-2 text-ink-2">{noData.lead}</p>
      <dl className="mt-4 space-y-3 text-sm">
        {noData.ways.map(({ what, command }) => (
          <div key={command}>
            <dt className="text-ink-2">{what}</dt>
            <dd className="mt-1">
              <Command text={command} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
