import type { ProgressAnswer, VenueProgress } from '@/lib/api/progress';
import { Section } from '../frame/Section';
import { formatLevel } from '@/lib/words/numbers';
import { ingestWords, skippedWords, stateWords, stillLoading, venueLine } from '@/lib/words/progress';
import { venueName } from '@/lib/words/venues';

/** One bar a venue while an ingest runs. Of an ingest that ended, only the venues that could not give what was asked. */
export function IngestProgress({ answer }: { readonly answer: ProgressAnswer }) {
  if (answer.running) {
    return (
      <Section id="progress" title={ingestWords.title} lead={stillLoading(answer.venues)}>
        <ul className="grid gap-x-10 gap-y-3 sm:grid-cols-2 xl:grid-cols-4" aria-live="off">
          {answer.venues.map((venue) => (
            <Bar key={venue.venue} {...venue} />
          ))}
        </ul>
      </Section>
    );
  }
  const skipped = skippedWords(answer);
  if (skipped === undefined) return null;
  return (
    <p role="note" className="border-l-4 border-caution bg-sunk px-4 py-3 text-sm">
      {skipped}
    </p>
  );
}

function Bar(progress: VenueProgress) {
  const { state, doneMinutes, totalMinutes } = progress;
  const name = venueName(progress.venue);
  const share = totalMinutes > 0 ? doneMinutes / totalMinutes : undefined;
  return (
    <li className="text-sm">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{name}</span>
        <span className="text-ink-3">
          {share === undefined ? stateWords(state) : formatLevel(Math.floor(share * 100) / 100)}
        </span>
      </p>
      <progress
        className="ingest-bar mt-1"
        aria-label={ingestWords.bar(name)}
        {...(share === undefined ? {} : { value: share })}
        max={1}
      />
      <p className="text-[0.75rem] text-ink-3">{venueLine(progress)}</p>
    </li>
  );
}
