import Link from 'next/link';
import type { EpisodeAnswer } from '@/lib/api/deviations';
import type { View } from '@/lib/permalink/view';
import { Deviation, Figure, MarketName, Recovery } from '../frame/Cells';
import { PeerCount } from '../frame/PeerCount';
import { Scroller, Section } from '../frame/Section';
import { minuteOfViewPath } from '../links';
import { censoredWords } from '@/lib/words/en/episode';
import { amount, clock, count, dayPart, formatDuration, formatLevel, formatPrice } from '@/lib/words/en/numbers';

interface Props {
  readonly episodes: readonly EpisodeAnswer[];
  readonly enter: number;
  readonly currency: string;
  readonly view: View;
  /** Whether any minute could be measured: only then is an empty table a finding. */
  readonly measured: boolean;
}

export function EpisodesTable({ episodes, enter, currency, view, measured }: Props) {
  const level = formatLevel(enter);
  return (
    <Section
      id="episodes"
      title={`Episodes of ${level} and more`}
      lead={`An episode begins at the first measured minute ${level} away and ends when three measured minutes in a row are closer than ${formatLevel(enter / 2)}. Deepest first. Prices and volumes in ${currency}; times UTC.`}
    >
      {episodes.length === 0 ? (
        <p className="text-ink-2">
          {measured
            ? 'No venue strayed that far in this window.'
            : 'Nothing could be measured in this window, so there is nothing to find.'}
        </p>
      ) : (
        <Scroller label="Episodes">
          <table className="sheet">
            <Heads level={level} currency={currency} />
            <tbody>
              {episodes.map((episode) => (
                <Row key={episode.id} episode={episode} view={view} />
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  );
}

const Num = ({ children, title }: { readonly children: React.ReactNode; readonly title?: string }) => (
  <th scope="col" className="num" title={title}>
    {children}
  </th>
);

function Heads({ level, currency }: { readonly level: string; readonly currency: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">Venue, market</th>
        <th scope="col">Side</th>
        <Num>Peak</Num>
        <th scope="col" className="whitespace-nowrap">
          at, UTC
        </th>
        <Num>Price, {currency}</Num>
        <Num>Reference, {currency}</Num>
        <Num title="Deviation of the close in the minute with the worst close">Peak by close</Num>
        <Num title="Beyond the range of every other venue">Outside all others</Num>
        <th scope="col">Start, UTC</th>
        <th scope="col">End, UTC</th>
        <Num>Span</Num>
        <Num title={`Minutes ${level} away or more, by low or high`}>Beyond, min</Num>
        <Num title={`Minutes that closed ${level} away or more`}>Closed beyond, min</Num>
        <Num title="Minutes without a measurement inside the episode">Unknown, min</Num>
        <Num title="Sum over minutes of the deviation of the close">Area, %·min</Num>
        <Num title="From the peak until three measured minutes closed nearer than half the level">Recovery</Num>
        <Num>Volume, base</Num>
        <Num>Volume, {currency}</Num>
        <Num title="Of the volume of all venues in the episode">Share of volume</Num>
        <Num>Other venues at peak</Num>
        <Num>fewest</Num>
        <th scope="col">Cut off</th>
        <th scope="col">Id</th>
      </tr>
    </thead>
  );
}

function Row({ episode, view }: { readonly episode: EpisodeAnswer; readonly view: View }) {
  const unknown = 'not known';
  return (
    <tr>
      <th scope="row">
        {episode.venue}{' '}
        <span className="text-ink-3">
          <MarketName market={episode.market} kind={episode.kind} />
        </span>
      </th>
      <td>{episode.side}</td>
      <td className="num">
        <Deviation ratio={episode.peak} missing={unknown} strong />
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
          <span className="text-ink-3">never</span>
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
