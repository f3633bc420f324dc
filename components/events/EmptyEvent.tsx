import type { MarketEvent } from '@/lib/domain/events/event';
import { Ways } from '../frame/Commands';
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
      <Ways ways={event.roads.map((road) => roadWords(event, road))} />
    </section>
  );
}
