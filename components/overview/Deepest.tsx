import Link from 'next/link';
import type { RankedEpisode } from '@/lib/api/overview';
import { Deviation, Recovery } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { PeerCount } from '../frame/PeerCount';
import { episodeMinutePath, episodeWindowPath } from '../links';
import { clock, dayPart, price, span } from '../words/figures';

export function Deepest({ episodes }: { readonly episodes: readonly RankedEpisode[] }) {
  return (
    <Section
      id="deepest"
      title="Deepest deviations"
      lead="Episodes in the windows held, by the worst minute: low against the others’ median low, or high against their median high. Each minute opens the candles of every venue."
    >
      {episodes.length === 0 ? (
        <p className="text-ink-2">In what is held, no venue strayed past its entry level.</p>
      ) : (
        <Scroller label="Deepest deviations">
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">Asset</th>
                <th scope="col">Venue</th>
                <th scope="col" className="num">
                  Peak
                </th>
                <th scope="col" className="hidden md:table-cell">
                  <span className="sr-only">Depth, drawn</span>
                </th>
                <th scope="col">Worst minute, UTC</th>
                <th scope="col" className="num">
                  Price there,
                  <br />
                  USD
                </th>
                <th scope="col" className="num">
                  Others’ median,
                  <br />
                  USD
                </th>
                <th scope="col" className="num">
                  Lasted
                </th>
                <th scope="col" className="num">
                  Back within
                  <br />
                  half the level
                </th>
                <th scope="col" className="num">
                  Other venues
                </th>
              </tr>
            </thead>
            <tbody>
              {episodes.map((episode) => (
                <Row key={`${episode.asset}/${episode.id}`} episode={episode} deepest={Math.abs(episodes[0]?.peak ?? episode.peak)} />
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  );
}

function Row({ episode, deepest }: { readonly episode: RankedEpisode; readonly deepest: number }) {
  return (
    <tr>
      <th scope="row">
        <Link className="link" href={episodeWindowPath(episode)}>
          {episode.name}
        </Link>
      </th>
      <td className="whitespace-nowrap">
        {episode.venue}
        {episode.kind === 'perp' && <span className="text-ink-3"> perp</span>}
      </td>
      <td className="num text-base">
        <Deviation ratio={episode.peak} missing="" strong />
      </td>
      <td className="hidden w-[18%] min-w-24 md:table-cell">
        <span
          aria-hidden
          className={`block h-2.5 ${episode.side === 'below' ? 'bg-below' : 'bg-above'}`}
          style={{ width: `${Math.max(1, (100 * Math.abs(episode.peak)) / Math.max(deepest, Number.MIN_VALUE))}%` }}
        />
      </td>
      <td className="whitespace-nowrap">
        <Link className="link" href={episodeMinutePath(episode)}>
          <strong className="font-semibold">{clock(episode.peakMinute)}</strong> {dayPart(episode.peakMinute)}
        </Link>
      </td>
      <td className="num">{price(episode.peakPrice)}</td>
      <td className="num">{price(episode.peakReference)}</td>
      <td className="num">{span(episode.spanMinutes)}</td>
      <td className="num">
        <Recovery minutes={episode.recoveryMinutes} />
      </td>
      <td className="num">
        <PeerCount peers={episode.peersAtPeak} />
      </td>
    </tr>
  );
}
