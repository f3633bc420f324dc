import { ascending } from '../../domain/ascending';
import type { Rank, Scan } from '../../domain/scan';
import type { StoredEpisode } from '../../store/episodes/episodes';

/** What stands first has the greatest; an unknown volume is behind every known one. */
const BY: Readonly<Record<Rank, (episode: StoredEpisode) => number>> = {
  depth: ({ peak }) => Math.abs(peak),
  duration: ({ start, end }) => end - start,
  area: ({ areaPctMinutes }) => areaPctMinutes,
  volume: ({ usdVolume }) => (Number.isNaN(usdVolume) ? -1 : usdVolume),
};

/** Of computed episodes those a scan asks for, the first `limit` by rank (ties by depth, area, then id), and how many there are in all. */
export function ranked(
  episodes: readonly StoredEpisode[],
  asked: Scan,
): { readonly all: number; readonly episodes: readonly StoredEpisode[] } {
  const by = BY[asked.rank];
  const among = episodes.filter((episode) => isAskedFor(episode, asked));
  const sorted = among.sort(
    (a, b) =>
      by(b) - by(a) ||
      Math.abs(b.peak) - Math.abs(a.peak) ||
      b.areaPctMinutes - a.areaPctMinutes ||
      ascending(a.id, b.id),
  );
  return { all: among.length, episodes: sorted.slice(0, asked.limit) };
}

const isAskedFor = (
  { asset, venue, kind, side, start, end, peak, peersAtPeak, certainty }: StoredEpisode,
  asked: Scan,
): boolean =>
  start < asked.range.to &&
  end > asked.range.from &&
  (asked.assets?.includes(asset) ?? true) &&
  (asked.venues?.includes(venue) ?? true) &&
  (asked.kinds?.includes(kind) ?? true) &&
  (asked.side === undefined || side === asked.side) &&
  (asked.certainty?.includes(certainty) ?? true) &&
  Math.abs(peak) >= asked.leastDepth &&
  peersAtPeak >= asked.leastPeers;
