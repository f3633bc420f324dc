import { Link } from '@/components/frame/Link';
import { isWithin } from '@/lib/domain/episode';
import type { EpisodeAnswer } from '@/lib/api/deviations';
import type { View } from '@/lib/permalink/view';
import { Certainty, Deviation, Figure, Recovery, Uncertainty, VenueMarket } from '../frame/Cells';
import { PeerCount } from '../frame/PeerCount';
import { OpeningTable, type Column } from '../frame/OpeningTable';
import { Section } from '../frame/Section';
import { Time } from '../zone/Time';
import { minuteOfViewPath } from '../links';
import { censoredWords } from '@/lib/words/episode';
import { amount, count, formatDuration, formatPrice, formatShare } from '@/lib/words/numbers';
import { cells } from '@/lib/words/cells';
import { episodeHeads, episodeHints, episodesTable, withinTable } from '@/lib/words/episodesTable';
import { sideWords } from '@/lib/words/sides';

interface Props {
  readonly episodes: readonly EpisodeAnswer[];
  readonly enter: number;
  readonly currency: string;
  readonly view: View;
  /** Whether any minute could be measured: only then is an empty table a finding. */
  readonly measured: boolean;
}

/** Deepest first; what lies within the rates' uncertainty stands apart, below. */
export function EpisodesTable({ episodes, enter, currency, view, measured }: Props) {
  const within = episodes.filter(isWithin);
  const beyond = episodes.filter((episode) => !isWithin(episode));
  const none = within.length === 0 ? episodesTable.none : episodesTable.noneBeyond;
  return (
    <>
      <Section id="episodes" title={episodesTable.title(enter)} lead={episodesTable.lead(enter, currency)}>
        {beyond.length === 0 ? (
          <p className="text-ink-2">{measured ? none : episodesTable.notMeasured}</p>
        ) : (
          <Rows label={episodesTable.label} episodes={beyond} enter={enter} currency={currency} view={view} />
        )}
      </Section>
      {within.length > 0 && (
        <Section id="within" title={withinTable.title} lead={withinTable.lead}>
          <Rows label={withinTable.label} episodes={within} enter={enter} currency={currency} view={view} />
        </Section>
      )}
    </>
  );
}

function Rows({ label, episodes, enter, currency, view }: Omit<Props, 'measured'> & { readonly label: string }) {
  return (
    <OpeningTable
      label={label}
      name={{
        head: episodeHeads.market,
        cell: (episode) => <VenueMarket venue={episode.venue} market={episode.market} kind={episode.kind} />,
      }}
      columns={columnsOf(enter, currency, view)}
      rows={episodes}
      keyOf={({ id }) => id}
      nameOf={({ venue, peakMinute }) => episodesTable.row(venue, peakMinute)}
    />
  );
}

/** Where, how far, how certain and how long stands in the row; every further figure is in the row opened. */
const columnsOf = (enter: number, currency: string, view: View): readonly Column<EpisodeAnswer>[] => [
  {
    head: episodeHeads.peak,
    shown: 'always',
    numeric: true,
    cell: ({ peak, uncertaintyAtPeak }) => (
      <>
        <Deviation ratio={peak} missing={cells.unknown} strong />
        <span className="block text-[0.75rem] text-ink-3 sm:ml-1 sm:inline">
          <Uncertainty value={uncertaintyAtPeak} />
        </span>
      </>
    ),
  },
  {
    head: episodeHeads.at,
    isTime: true,
    shown: 'always',
    className: 'sm:whitespace-nowrap',
    cell: ({ peakMinute }) => (
      <Link className="link" href={minuteOfViewPath(view, peakMinute)}>
        <Time iso={peakMinute} />
      </Link>
    ),
  },
  {
    head: episodeHeads.price(currency),
    shown: 'medium',
    numeric: true,
    cell: ({ peakPrice }) => formatPrice(peakPrice),
  },
  {
    head: episodeHeads.reference(currency),
    shown: 'medium',
    numeric: true,
    cell: ({ peakReference }) => formatPrice(peakReference),
  },
  {
    head: episodeHeads.duration,
    shown: 'medium',
    numeric: true,
    cell: ({ spanMinutes }) => formatDuration(spanMinutes),
  },
  {
    head: episodeHeads.recovery,
    hint: episodeHints.recovery,
    shown: 'wide',
    numeric: true,
    cell: ({ recoveryMinutes }) => <Recovery minutes={recoveryMinutes} />,
  },
  {
    head: episodeHeads.peersAtPeak,
    shown: 'wide',
    numeric: true,
    cell: ({ peersAtPeak }) => <PeerCount peers={peersAtPeak} reference={view.question.reference.kind} />,
  },
  {
    head: episodeHeads.certainty,
    shown: 'widest',
    cell: ({ certainty, blocs }) => <Certainty certainty={certainty} blocs={blocs} />,
  },
  { head: episodeHeads.side, shown: 'opened', cell: ({ side }) => sideWords(side) },
  {
    head: episodeHeads.uncertainty,
    hint: episodeHints.uncertainty,
    shown: 'opened',
    cell: ({ uncertaintyAtPeak }) => <Uncertainty value={uncertaintyAtPeak} />,
  },
  {
    head: episodeHeads.peakByClose,
    hint: episodeHints.peakByClose,
    shown: 'opened',
    cell: ({ peakClose }) => <Deviation ratio={peakClose} missing={cells.unknown} />,
  },
  {
    head: episodeHeads.outside,
    hint: episodeHints.outside,
    shown: 'opened',
    cell: ({ peakOutside }) =>
      peakOutside === 0 ? episodesTable.neverOutside : <Deviation ratio={peakOutside} missing={cells.unknown} />,
  },
  { head: episodeHeads.start, isTime: true, shown: 'opened', cell: ({ start }) => <Time iso={start} /> },
  { head: episodeHeads.end, isTime: true, shown: 'opened', cell: ({ end }) => <Time iso={end} /> },
  {
    head: episodeHeads.beyond,
    hint: episodeHints.beyond(enter),
    shown: 'opened',
    cell: ({ minutesBeyond }) => count(minutesBeyond),
  },
  {
    head: episodeHeads.closedBeyond,
    hint: episodeHints.closedBeyond(enter),
    shown: 'opened',
    cell: ({ minutesClosedBeyond }) => count(minutesClosedBeyond),
  },
  {
    head: episodeHeads.unknown,
    hint: episodeHints.unknown,
    shown: 'opened',
    cell: ({ unknownMinutes }) => (
      <span className={unknownMinutes > 0 ? 'text-caution' : undefined}>{count(unknownMinutes)}</span>
    ),
  },
  {
    head: episodeHeads.area,
    hint: episodeHints.area,
    shown: 'opened',
    cell: ({ areaPctMinutes }) => amount(Number(areaPctMinutes.toFixed(1))),
  },
  {
    head: episodeHeads.baseVolume,
    shown: 'opened',
    cell: ({ baseVolume }) => <Figure value={baseVolume} format={amount} missing={cells.unknown} />,
  },
  {
    head: episodeHeads.volume(currency),
    shown: 'opened',
    cell: ({ usdVolume }) => <Figure value={usdVolume} format={amount} missing={cells.unknown} />,
  },
  {
    head: episodeHeads.share,
    hint: episodeHints.share,
    shown: 'opened',
    cell: ({ volumeShare }) => <Figure value={volumeShare} format={formatShare} missing={cells.unknown} />,
  },
  { head: episodeHeads.fewestPeers, shown: 'opened', cell: ({ minPeers }) => count(minPeers) },
  { head: episodeHeads.censored, shown: 'opened', cell: ({ censored }) => censoredWords(censored) },
  {
    head: episodeHeads.id,
    shown: 'opened',
    cell: ({ id }) => <span className="font-mono text-[0.75rem] text-ink-3">{id}</span>,
  },
];
