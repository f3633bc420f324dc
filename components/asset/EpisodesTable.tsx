import Link from 'next/link';
import { isWithin } from '@/lib/api/certainty';
import type { EpisodeAnswer } from '@/lib/api/deviations';
import type { View } from '@/lib/permalink/view';
import { Certainty, Deviation, Figure, Recovery, Uncertainty, VenueMarket } from '../frame/Cells';
import { PeerCount } from '../frame/PeerCount';
import { Scroller, Section } from '../frame/Section';
import { minuteOfViewPath } from '../links';
import { censoredWords } from '@/lib/words/en/episode';
import { amount, clock, count, dayPart, formatDuration, formatLevel, formatPrice } from '@/lib/words/en/numbers';
import { cells } from '@/lib/words/en/cells';
import { episodeHeads, episodeHints, episodesTable, withinTable } from '@/lib/words/en/episodesTable';
import { sideWords } from '@/lib/words/en/sides';
import { Head, NumberHead } from '../frame/ColumnHead';

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
    <Scroller label={label}>
      <table className="sheet">
        <Heads enter={enter} currency={currency} />
        <tbody>
          {episodes.map((episode) => (
            <Row key={episode.id} episode={episode} view={view} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Heads({ enter, currency }: { readonly enter: number; readonly currency: string }) {
  return (
    <thead>
      <tr>
        <Head>{episodeHeads.market}</Head>
        <Head>{episodeHeads.side}</Head>
        <NumberHead>{episodeHeads.peak}</NumberHead>
        <NumberHead hint={episodeHints.uncertainty}>{episodeHeads.uncertainty}</NumberHead>
        <Head>{episodeHeads.certainty}</Head>
        <Head className="whitespace-nowrap">{episodeHeads.at}</Head>
        <NumberHead>{episodeHeads.price(currency)}</NumberHead>
        <NumberHead>{episodeHeads.reference(currency)}</NumberHead>
        <NumberHead hint={episodeHints.peakByClose}>{episodeHeads.peakByClose}</NumberHead>
        <NumberHead hint={episodeHints.outside}>{episodeHeads.outside}</NumberHead>
        <Head>{episodeHeads.start}</Head>
        <Head>{episodeHeads.end}</Head>
        <NumberHead>{episodeHeads.duration}</NumberHead>
        <NumberHead hint={episodeHints.beyond(enter)}>{episodeHeads.beyond}</NumberHead>
        <NumberHead hint={episodeHints.closedBeyond(enter)}>{episodeHeads.closedBeyond}</NumberHead>
        <NumberHead hint={episodeHints.unknown}>{episodeHeads.unknown}</NumberHead>
        <NumberHead hint={episodeHints.area}>{episodeHeads.area}</NumberHead>
        <NumberHead hint={episodeHints.recovery}>{episodeHeads.recovery}</NumberHead>
        <NumberHead>{episodeHeads.baseVolume}</NumberHead>
        <NumberHead>{episodeHeads.volume(currency)}</NumberHead>
        <NumberHead hint={episodeHints.share}>{episodeHeads.share}</NumberHead>
        <NumberHead>{episodeHeads.peersAtPeak}</NumberHead>
        <NumberHead>{episodeHeads.fewestPeers}</NumberHead>
        <Head>{episodeHeads.censored}</Head>
        <Head>{episodeHeads.id}</Head>
      </tr>
    </thead>
  );
}

function Row({ episode, view }: { readonly episode: EpisodeAnswer; readonly view: View }) {
  const { unknown } = cells;
  return (
    <tr>
      <th scope="row">
        <VenueMarket venue={episode.venue} market={episode.market} kind={episode.kind} />
      </th>
      <td>{sideWords(episode.side)}</td>
      <td className="num">
        <Deviation ratio={episode.peak} missing={unknown} strong />
      </td>
      <td className="num">
        <Uncertainty value={episode.uncertaintyAtPeak} />
      </td>
      <td className="min-w-48">
        <Certainty certainty={episode.certainty} blocs={episode.blocs} />
      </td>
      <td className="whitespace-nowrap">
        <Link className="link" href={minuteOfViewPath(view, episode.peakMinute)}>
          <Stamp iso={episode.peakMinute} />
        </Link>
      </td>
      <td className="num">{formatPrice(episode.peakPrice)}</td>
      <td className="num">{formatPrice(episode.peakReference)}</td>
      <td className="num">
        <Deviation ratio={episode.peakClose} missing={unknown} />
      </td>
      <td className="num">
        {episode.peakOutside === 0 ? (
          <span className="text-ink-3">{episodesTable.neverOutside}</span>
        ) : (
          <Deviation ratio={episode.peakOutside} missing={unknown} />
        )}
      </td>
      <td className="whitespace-nowrap">
        <Stamp iso={episode.start} />
      </td>
      <td className="whitespace-nowrap">
        <Stamp iso={episode.end} />
      </td>
      <td className="num">{formatDuration(episode.spanMinutes)}</td>
      <td className="num">{count(episode.minutesBeyond)}</td>
      <td className="num">{count(episode.minutesClosedBeyond)}</td>
      <td className={`num ${episode.unknownMinutes > 0 ? 'text-caution' : ''}`}>{count(episode.unknownMinutes)}</td>
      <td className="num">{amount(Number(episode.areaPctMinutes.toFixed(1)))}</td>
      <td className="num">
        <Recovery minutes={episode.recoveryMinutes} />
      </td>
      <td className="num">
        <Figure value={episode.baseVolume} format={amount} missing={unknown} />
      </td>
      <td className="num">
        <Figure value={episode.usdVolume} format={amount} missing={unknown} />
      </td>
      <td className="num">
        <Figure value={episode.volumeShare} format={formatLevel} missing={unknown} />
      </td>
      <td className="num">
        <PeerCount peers={episode.peersAtPeak} />
      </td>
      <td className="num">{count(episode.minPeers)}</td>
      <td className="whitespace-nowrap">{censoredWords(episode.censored)}</td>
      <td className="font-mono text-[0.75rem] whitespace-nowrap text-ink-3">{episode.id}</td>
    </tr>
  );
}

const Stamp = ({ iso }: { readonly iso: string }) => (
  <>
    <span className="text-ink-3">{dayPart(iso)}</span> {clock(iso)}
  </>
);
