import type { VenueScore } from '@/lib/api/venues';
import { venueScores } from '@/lib/words/venuePage';
import { venueName } from '@/lib/words/venues';

interface Props {
  readonly scores: readonly VenueScore[];
  /** The page's own; none on the page of all. */
  readonly venue?: string;
}

/**
 * A bar a venue, the longest first: minutes at or beyond the levels at which episodes begin; those without any are named in a line below. Drawn without
 * any script.
 */
export function VenueBars({ scores, venue }: Props) {
  const sorted = [...scores].sort((a, b) => b.minutesBeyond - a.minutesBeyond);
  const drawn = sorted.filter((one) => one.minutesBeyond > 0 || one.venue === venue);
  const others = sorted.filter((one) => !drawn.includes(one)).map((one) => one.venue);
  const longest = Math.max(...sorted.map(({ minutesBeyond }) => minutesBeyond), 1);
  return (
    <figure aria-label={venueScores.bars}>
      <figcaption className="label mb-2">{venueScores.bars}</figcaption>
      <ul className="grid gap-y-1 text-sm">
        {drawn.map((one) => (
          <li
            key={one.venue}
            className={`grid grid-cols-[7rem_1fr_5.5rem] items-center gap-x-3 ${one.venue === venue ? 'font-semibold' : 'text-ink-2'}`}
          >
            <span className="truncate">{venueName(one.venue)}</span>
            <span aria-hidden className="block h-3.5 bg-sunk">
              <span
                className={`bar block h-full ${one.venue === venue ? 'bg-ink' : 'bg-ink-3'}`}
                style={{ width: `${(100 * one.minutesBeyond) / longest}%` }}
              />
            </span>
            <span className="text-right tabular-nums">{venueScores.minutes(one.minutesBeyond)}</span>
          </li>
        ))}
      </ul>
      {others.length > 0 && <p className="mt-2 max-w-[78ch] text-sm text-ink-2">{venueScores.without(others)}</p>}
    </figure>
  );
}
