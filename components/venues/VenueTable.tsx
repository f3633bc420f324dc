'use client';

import { Link } from '@/components/frame/Link';
import type { VenueScore } from '@/lib/api/venues';
import type { Venue } from '@/lib/domain/market';
import type { MinuteRange } from '@/lib/domain/minute';
import { venuePath } from '@/lib/permalink/venue';
import { cells } from '@/lib/words/cells';
import { tableLabel } from '@/lib/words/frame';
import { amount, count } from '@/lib/words/numbers';
import { venueHeads, venueScores } from '@/lib/words/venuePage';
import { venueName } from '@/lib/words/venues';
import { Deviation, Figure, HoleAgain } from '../frame/Cells';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { episodeMinutePath, episodeWindowPath } from '../links';
import { Time } from '../zone/Time';

interface Props {
  readonly scores: readonly VenueScore[];
  readonly levels: readonly number[];
  /** The page's own; none on the page of all. */
  readonly venue?: string;
  readonly range: MinuteRange;
}

/** A row a venue, the deepest first; the page's own in bold. A venue's name leads to its page, over the same window. */
export function VenueTable({ scores, levels, venue, range }: Props) {
  return (
    <div role="region" aria-label={tableLabel(venueScores.label)}>
      <OpeningTable
        label={venueScores.label}
        name={{
          head: venueHeads.venue,
          cell: (one) =>
            one.venue === venue ? (
              <strong className="font-semibold" aria-current="page">
                {venueName(one.venue)}
              </strong>
            ) : (
              <Link className="link" href={venuePath(one.venue as Venue, range)}>
                {venueName(one.venue)}
              </Link>
            ),
        }}
        columns={[...columns(), ...levels.map(peaksColumn)]}
        rows={scores}
        keyOf={(one) => one.venue}
        nameOf={(one) => venueName(one.venue)}
      />
    </div>
  );
}

const columns = (): readonly Column<VenueScore>[] => [
  {
    head: venueHeads.deepest,
    shown: 'always',
    numeric: true,
    cell: ({ deepest }) => <Deviation ratio={deepest?.peak ?? null} missing={cells.noEpisode} strong />,
  },
  {
    head: venueHeads.asset,
    shown: 'medium',
    cell: ({ deepest }) =>
      deepest === null ? (
        <HoleAgain>{cells.noEpisode}</HoleAgain>
      ) : (
        <Link className="link" href={episodeWindowPath(deepest, { kind: deepest.reference })}>
          {deepest.name}
        </Link>
      ),
  },
  {
    head: venueHeads.worstMinute,
    isTime: true,
    shown: 'medium',
    cell: ({ deepest }) =>
      deepest === null ? (
        <HoleAgain>{cells.noEpisode}</HoleAgain>
      ) : (
        <Link className="link" href={episodeMinutePath(deepest, { kind: deepest.reference })}>
          <Time iso={deepest.peakMinute} form="clock-first" />
        </Link>
      ),
  },
  {
    head: venueHeads.rank,
    hint: venueHeads.rankHint,
    shown: 'opened',
    numeric: true,
    cell: ({ worstRank }) => (worstRank === null ? <HoleAgain>{cells.noEpisode}</HoleAgain> : count(worstRank)),
  },
  { head: venueHeads.episodes, shown: 'always', numeric: true, cell: ({ episodes }) => count(episodes) },
  {
    head: venueHeads.strayed,
    hint: venueHeads.strayedHint,
    shown: 'wide',
    numeric: true,
    cell: ({ strayed, assets }) => venueHeads.strayedOf(strayed, assets),
  },
  {
    head: venueHeads.beyond,
    hint: venueHeads.beyondHint,
    shown: 'medium',
    numeric: true,
    cell: ({ minutesBeyond }) => count(minutesBeyond),
  },
  {
    head: venueHeads.area,
    shown: 'wide',
    numeric: true,
    cell: ({ areaPctMinutes }) => amount(Number(areaPctMinutes.toFixed(1))),
  },
  {
    head: venueHeads.answered,
    hint: venueHeads.answeredHint,
    shown: 'medium',
    numeric: true,
    cell: ({ answeredMinutes }) => count(answeredMinutes),
  },
];

const peaksColumn = (level: number, i: number): Column<VenueScore> => ({
  head: venueHeads.peaks(level),
  shown: 'opened',
  numeric: true,
  cell: ({ peaksBeyond }) => <Figure value={peaksBeyond[i] ?? null} format={count} missing={cells.unknown} />,
});
