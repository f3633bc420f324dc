import type { ProgressAnswer, VenueProgress } from '@/lib/api/progress';
import { Section } from '../frame/Section';
import { count, formatLevel } from '@/lib/words/en/numbers';
import { stateWords, stillComing } from '@/lib/words/en/progress';

/** One bar a venue while an ingest runs. Of an ingest that ended, only the venues that could not give what was asked. */
export function IngestProgress({ answer }: { readonly answer: ProgressAnswer }) {
  const troubled = answer.venues.filter(({ state }) => state === 'refused' || state === 'failed');
  if (answer.running) {
    return (
      <Section id="progress" title="Candles are coming in" lead={stillComing(answer.venues)}>
        <ul className="grid gap-x-10 gap-y-3 sm:grid-cols-2 xl:grid-cols-4" aria-live="off">
          {answer.venues.map((venue) => (
            <Bar key={venue.venue} {...venue} />
          ))}
        </ul>
      </Section>
    );
  }
  if (troubled.length === 0) return null;
  return (
    <p role="note" className="border-l-4 border-caution bg-sunk px-4 py-3 text-sm">
      Left out by the last ingest:{' '}
      {troubled.map(({ venue, state, note }) => `${venue} (${note === '' ? stateWords(state) : note})`).join('; ')}.
    </p>
  );
}

function Bar({ venue, state, doneMinutes, totalMinutes, candles, note }: VenueProgress) {
  const share = totalMinutes > 0 ? doneMinutes / totalMinutes : undefined;
  return (
    <li className="text-sm">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{venue}</span>
        <span className="text-ink-3">
          {share === undefined ? stateWords(state) : formatLevel(Math.floor(share * 100) / 100)}
        </span>
      </p>
      <progress
        className="ingest-bar mt-1"
        aria-label={`Ingest of ${venue}`}
        {...(share === undefined ? {} : { value: share })}
        max={1}
      />
      <p className="text-[0.8rem] text-ink-3">
        {stateWords(state)}, {count(candles)} candles{note === '' ? '' : `: ${note}`}
      </p>
    </li>
  );
}
