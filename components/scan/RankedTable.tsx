import Link from 'next/link';
import type { RankedEpisode } from '@/lib/api/overview';
import type { Instant } from '@/lib/domain/instant';
import type { Reference } from '@/lib/domain/question';
import type { ScanReference } from '@/lib/domain/scan';
import { Certainty, Deviation, Figure, Recovery, VenueKind } from '../frame/Cells';
import { PeerCount } from '../frame/PeerCount';
import { Scroller } from '../frame/Section';
import { episodeMinutePath, episodeWindowPath } from '../links';
import { amount, clock, count, dayPart, formatDuration, formatPrice } from '@/lib/words/en/numbers';
import { Head, NumberHead } from '../frame/ColumnHead';
import { cells } from '@/lib/words/en/cells';
import { episodeHints } from '@/lib/words/en/episodesTable';
import { rankedHeads } from '@/lib/words/en/scanPage';

interface Props {
  readonly label: string;
  readonly episodes: readonly RankedEpisode[];
  /** What was asked for: the head over the references. */
  readonly reference: ScanReference;
  /** Links lead to the data as known then; undefined: as known now. */
  readonly asOf?: Instant | undefined;
  /** With area and volume, too, by which a scan may rank. */
  readonly isFull?: boolean;
}

/** Episodes of many assets, a row each: the asset opens the window, the minute the candles of every venue. */
export function RankedTable({ label, episodes, reference, asOf, isFull = false }: Props) {
  const deepest = Math.max(...episodes.map(({ peak }) => Math.abs(peak)), Number.MIN_VALUE);
  return (
    <Scroller label={label}>
      <table className="sheet">
        <thead>
          <tr>
            <Head>{rankedHeads.asset}</Head>
            <Head>{rankedHeads.venue}</Head>
            <NumberHead>{rankedHeads.peak}</NumberHead>
            <th scope="col" className="hidden md:table-cell">
              <span className="sr-only">{rankedHeads.bar}</span>
            </th>
            <Head>{rankedHeads.worstMinute}</Head>
            <NumberHead>{rankedHeads.price}</NumberHead>
            <NumberHead>{rankedHeads.reference(reference)}</NumberHead>
            <NumberHead>{rankedHeads.duration}</NumberHead>
            <NumberHead hint={episodeHints.recovery}>{rankedHeads.recovery}</NumberHead>
            {isFull && (
              <>
                <NumberHead hint={episodeHints.area}>{rankedHeads.area}</NumberHead>
                <NumberHead>{rankedHeads.volume}</NumberHead>
                <NumberHead hint={episodeHints.unknown}>{rankedHeads.unknown}</NumberHead>
              </>
            )}
            <NumberHead>{rankedHeads.peers}</NumberHead>
            <Head>{rankedHeads.certainty}</Head>
          </tr>
        </thead>
        <tbody>
          {episodes.map((episode) => (
            <Row
              key={`${episode.asset}/${episode.id}`}
              episode={episode}
              deepest={deepest}
              asOf={asOf}
              isFull={isFull}
            />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

interface RowProps {
  readonly episode: RankedEpisode;
  readonly deepest: number;
  readonly asOf: Instant | undefined;
  readonly isFull: boolean;
}

function Row({ episode, deepest, asOf, isFull }: RowProps) {
  const reference: Reference = { kind: episode.reference };
  return (
    <tr>
      <th scope="row">
        <Link className="link" href={episodeWindowPath(episode, reference, asOf)} prefetch={false}>
          {episode.name}
        </Link>
      </th>
      <td className="whitespace-nowrap">
        <VenueKind venue={episode.venue} kind={episode.kind} />
      </td>
      <td className="num text-base">
        <Deviation ratio={episode.peak} missing="" strong />
      </td>
      <td className="hidden w-[18%] min-w-24 md:table-cell">
        <span
          aria-hidden
          className={`block h-2.5 ${episode.side === 'below' ? 'bg-below' : 'bg-above'}`}
          style={{ width: `${Math.max(1, (100 * Math.abs(episode.peak)) / deepest)}%` }}
        />
      </td>
      <td className="whitespace-nowrap">
        <Link className="link" href={episodeMinutePath(episode, reference, asOf)} prefetch={false}>
          <strong className="font-semibold">{clock(episode.peakMinute)}</strong> {dayPart(episode.peakMinute)}
        </Link>
      </td>
      <td className="num">{formatPrice(episode.peakPrice)}</td>
      <td className="num">{formatPrice(episode.peakReference)}</td>
      <td className="num">{formatDuration(episode.spanMinutes)}</td>
      <td className="num">
        <Recovery minutes={episode.recoveryMinutes} />
      </td>
      {isFull && (
        <>
          <td className="num">{amount(Number(episode.areaPctMinutes.toFixed(1)))}</td>
          <td className="num">
            <Figure value={episode.usdVolume} format={amount} missing={cells.unknown} />
          </td>
          <td className={`num ${episode.unknownMinutes > 0 ? 'text-caution' : ''}`}>{count(episode.unknownMinutes)}</td>
        </>
      )}
      <td className="num">
        <PeerCount peers={episode.peersAtPeak} />
      </td>
      <td className="min-w-48">
        <Certainty certainty={episode.certainty} blocs={episode.blocs} />
      </td>
    </tr>
  );
}
