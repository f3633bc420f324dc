import type { MarketEvent } from '@/lib/domain/events/event';
import { Command } from './Command';
import { roadWords } from '@/lib/words/eventRoads';
import { emptyEvent as words } from '@/lib/words/events';

/** An event of which nothing is stored: the commands that bring its candles in. */
export function EmptyEvent({ event }: { readonly event: MarketEvent }) {
  return (
    <section aria-labelledby="fetch" className="max-w-[78ch] border-t border-ink pt-4">
      <h2 id="fetch" className="text-xl font-semibold">
        {words.title}
      </h2>
      <p className="mt-2 text-ink-2">{words.lead}</p>
      <dl className="mt-4 space-y-3 text-sm">
        {event.roads.map((road) => {
          const { what, command } = roadWords(event, road);
          return (
            <div key={command}>
              <dt className="text-ink-2">{what}</dt>
              <dd className="mt-1">
                <Command text={command} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
