'use client';

import { Link } from '@/components/frame/Link';
import type { LeagueRow } from '@/lib/api/league';
import type { RankedEpisode } from '@/lib/api/overview';
import type { Venue } from '@/lib/domain/market';
import type { MinuteRange } from '@/lib/domain/minute';
import { venuePath } from '@/lib/permalink/venue';
import { cells } from '@/lib/words/cells';
import { tableLabel } from '@/lib/words/frame';
import { leagueHead, leagueHeads } from '@/lib/words/leaguePage';
import { count, formatDuration } from '@/lib/words/numbers';
import { venueHeads } from '@/lib/words/venuePage';
import { venueName } from '@/lib/words/venues';
import { Deviation } from '../frame/Cells';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { episodeMinutePath, episodeWindowPath } from '../links';
import { Time } from '../zone/Time';

interface Props {
  readonly rows: readonly LeagueRow[];
  /** The day. */
  readonly range: MinuteRange;
}

/** A row a venue, the deepest first. A venue's name leads to its page over the same day, an asset to its episode, a time to its minute. */
export function LeagueTable({ rows, range }: Props) {
  return (
    <div role="region" aria-label={tableLabel(leagueHead.label)}>
      <OpeningTable
        label={leagueHead.label}
        name={{
          head: venueHeads.venue,
          cell: ({ venue }) => (
            <Link className="link" href={venuePath(venue as Venue, range)}>
              {venueName(venue)}
            </Link>
          ),
        }}
        columns={columns()}
        rows={rows}
        keyOf={({ venue }) => venue}
        nameOf={({ venue }) => venueName(venue)}
      />
    </div>
  );
}

const AssetLink = ({ episode }: { readonly episode: RankedEpisode }) => (
  <Link className="link" href={episodeWindowPath(episode, { kind: episode.reference })}>
    {episode.name}
  </Link>
);

const columns = (): readonly Column<LeagueRow>[] => [
  { head: venueHeads.episodes, shown: 'always', numeric: true, cell: ({ episodes }) => count(episodes) },
  { head: venueHeads.strayed, shown: 'wide', numeric: true, cell: ({ assets }) => count(assets) },
  {
    head: venueHeads.deepest,
    shown: 'always',
    numeric: true,
    cell: ({ deepest }) => <Deviation ratio={deepest.peak} missing={cells.noEpisode} strong />,
  },
  { head: venueHeads.asset, shown: 'medium', cell: ({ deepest }) => <AssetLink episode={deepest} /> },
  {
    head: venueHeads.worstMinute,
    isTime: true,
    shown: 'medium',
    cell: ({ deepest }) => (
      <Link className="link" href={episodeMinutePath(deepest, { kind: deepest.reference })}>
        <Time iso={deepest.peakMinute} form="clock-first" />
      </Link>
    ),
  },
  {
    head: leagueHeads.longest,
    shown: 'medium',
    numeric: true,
    cell: ({ longest }) => formatDuration(longest.spanMinutes),
  },
  { head: leagueHeads.longestAsset, shown: 'wide', cell: ({ longest }) => <AssetLink episode={longest} /> },
  {
    head: venueHeads.beyond,
    hint: venueHeads.beyondHint,
    shown: 'medium',
    numeric: true,
    cell: ({ minutesBeyond }) => count(minutesBeyond),
  },
  {
    head: leagueHeads.alerts,
    hint: leagueHeads.alertsHint,
    shown: 'wide',
    numeric: true,
    cell: ({ alerts }) => count(alerts),
  },
];
