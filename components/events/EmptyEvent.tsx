import type { MarketEvent } from '@/lib/domain/events/event';
import { roadWords } from '@/lib/words/en/eventRoads';
import { emptyEvent as words } from '@/lib/words/en/events';

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
              <dd className="mt-1 rounded bg-sunk px-3 py-2 font-mono text-[0.8rem]">
                <Unbroken words={command} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** No option is torn from its dashes at the end of a line. */
const Unbroken = ({ words: text }: { readonly words: string }) => (
  <>
    {text.split(' ').map((word, i) => (
      // The same word may come twice: its place tells it apart.
      <span key={`${String(i)} ${word}`}>
        {i > 0 && ' '}
        <span className="whitespace-nowrap">{word}</span>
      </span>
    ))}
  </>
);
