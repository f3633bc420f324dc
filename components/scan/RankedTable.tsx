'use client';

import { Link } from '@/components/frame/Link';
import type { RankedEpisode } from '@/lib/api/overview';
import type { Spark } from '@/lib/charts/sparkline/spark';
import type { Instant } from '@/lib/domain/instant';
import type { Venue } from '@/lib/domain/market';
import type { ScanReference } from '@/lib/domain/scan';
import { venuePath } from '@/lib/permalink/venue';
import { Certainty, Deviation, Figure, Recovery, VenueKind } from '../frame/Cells';
import { Sparkline } from '../overview/Sparkline';
import { PeerCount } from '../frame/PeerCount';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Time } from '../zone/Time';
import { episodeMinutePath, episodeWindowPath } from '../links';
import { joins } from '@/lib/words/spelled';
import { amount, count, formatDuration, formatPrice } from '@/lib/words/numbers';
import { cells } from '@/lib/words/cells';
import { episodeHints, episodesTable } from '@/lib/words/episodesTable';
import { tableLabel } from '@/lib/words/frame';
import { deepestList } from '@/lib/words/heatmap';
import { rankedHeads } from '@/lib/words/scanPage';

interface Props {
  readonly label: string;
  readonly episodes: readonly RankedEpisode[];
  /** What was asked for: the head over the references. */
  readonly reference: ScanReference;
  /** Links lead to the data as known then; undefined: as known now. */
  readonly asOf?: Instant | undefined;
  /** Their deviations in their windows, by `asset/id`; one that is not among them has none drawn. */
  readonly sparks?: Readonly<Record<string, Spark>> | undefined;
  /** With area and volume, too, by which a scan may rank. */
  readonly isFull?: boolean;
}

/** Episodes of many assets, a row each: the asset opens the window, the minute the candles of every venue. */
export function RankedTable({ label, episodes, reference, asOf, sparks, isFull = false }: Props) {
  const deepest = Math.max(...episodes.map(({ peak }) => Math.abs(peak)), Number.MIN_VALUE);
  return (
    <div role="region" aria-label={tableLabel(label)}>
      <OpeningTable
        label={label}
        name={{
          head: rankedHeads.asset,
          cell: (episode) => (
            <>
              <Link className="link" href={episodeWindowPath(episode, { kind: episode.reference }, asOf)}>
                {episode.name}
              </Link>
              {/* Its column has no room on a small phone. */}
              <span className="block font-normal 2xs:hidden">{venueLink(episode)}</span>
            </>
          ),
        }}
        columns={[
          ...(sparks === undefined ? [] : [sparkColumn(sparks)]),
          ...columnsOf(deepest, reference, asOf, isFull),
        ]}
        rows={episodes}
        keyOf={({ asset, id }) => `${asset}/${id}`}
        nameOf={({ name, venue, peakMinute }) => `${name}${joins.items}${episodesTable.row(venue, peakMinute)}`}
      />
    </div>
  );
}

const venueLink = ({ venue, kind }: RankedEpisode) => (
  <Link className="link" href={venuePath(venue as Venue)}>
    <VenueKind venue={venue} kind={kind} />
  </Link>
);

const sparkColumn = (sparks: Readonly<Record<string, Spark>>): Column<RankedEpisode> => ({
  head: deepestList.spark,
  shown: 'wide',
  className: 'w-32',
  isDrawn: true,
  cell: ({ asset, id }) => <Sparkline spark={sparks[`${asset}/${id}`]} />,
});

/** `deepest`: the length of the longest bar. `isFull`: with what a scan may rank by in the row itself. */
const columnsOf = (
  deepest: number,
  asked: ScanReference,
  asOf: Instant | undefined,
  isFull: boolean,
): readonly Column<RankedEpisode>[] => [
  {
    head: rankedHeads.venue,
    shown: 'always',
    className: 'max-2xs:hidden',
    cell: venueLink,
  },
  {
    head: rankedHeads.peak,
    shown: 'always',
    numeric: true,
    cell: ({ peak }) => (
      <span className="text-base">
        <Deviation ratio={peak} missing="" strong />
      </span>
    ),
  },
  {
    head: rankedHeads.bar,
    shown: 'widest',
    className: 'w-28 min-w-20',
    isDrawn: true,
    cell: ({ peak, side }) => (
      <span
        aria-hidden
        className={`own-colours block h-2.5 ${side === 'below' ? 'bg-below' : 'bg-above'}`}
        style={{ width: `${Math.max(1, (100 * Math.abs(peak)) / deepest)}%` }}
      />
    ),
  },
  {
    head: rankedHeads.worstMinute,
    isTime: true,
    shown: 'always',
    cell: (episode) => (
      <Link className="link" href={episodeMinutePath(episode, { kind: episode.reference }, asOf)}>
        <Time iso={episode.peakMinute} form="clock-over-day" />
      </Link>
    ),
  },
  { head: rankedHeads.price, shown: 'medium', numeric: true, cell: ({ peakPrice }) => formatPrice(peakPrice) },
  {
    head: rankedHeads.reference(asked),
    shown: 'medium',
    numeric: true,
    cell: ({ peakReference }) => formatPrice(peakReference),
  },
  {
    head: rankedHeads.duration,
    shown: 'medium',
    numeric: true,
    cell: ({ spanMinutes }) => formatDuration(spanMinutes),
  },
  {
    head: rankedHeads.recovery,
    hint: episodeHints.recovery,
    shown: isFull ? 'opened' : 'wide',
    numeric: true,
    cell: ({ recoveryMinutes }) => <Recovery minutes={recoveryMinutes} />,
  },
  {
    head: rankedHeads.area,
    hint: episodeHints.area,
    shown: isFull ? 'wide' : 'opened',
    numeric: true,
    cell: ({ areaPctMinutes }) => amount(Number(areaPctMinutes.toFixed(1))),
  },
  {
    head: rankedHeads.volume,
    shown: isFull ? 'wide' : 'opened',
    numeric: true,
    cell: ({ usdVolume }) => <Figure value={usdVolume} format={amount} missing={cells.unknown} />,
  },
  {
    head: rankedHeads.unknown,
    hint: episodeHints.unknown,
    shown: 'opened',
    numeric: true,
    cell: ({ unknownMinutes }) => (
      <span className={unknownMinutes > 0 ? 'text-caution' : undefined}>{count(unknownMinutes)}</span>
    ),
  },
  {
    head: rankedHeads.peers,
    shown: 'widest',
    numeric: true,
    cell: ({ peersAtPeak, reference }) => <PeerCount peers={peersAtPeak} reference={reference} />,
  },
  {
    head: rankedHeads.certainty,
    shown: 'widest',
    className: 'min-w-48',
    cell: ({ certainty, blocs }) => <Certainty certainty={certainty} blocs={blocs} />,
  },
];
