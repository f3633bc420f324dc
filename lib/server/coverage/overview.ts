import { fewVenues } from '../../analysis/notes';
import type { OverviewAnswer } from '../../api/overview';
import { symbolOf } from '../../domain/asset';
import { BEYOND_RATES } from '../../domain/episode';
import type { Asset } from '../../domain/market';
import { formatMinute, minute, minuteRange, union, type MinuteRange } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import type { Scan } from '../../domain/scan';
import { coverageOf, type StoredCoverage } from '../../store/coverage/storedCoverage';
import { rankedEpisodes, type StoredEpisode } from '../../store/episodes/episodes';
import type { Context } from '../context';
import { answer, type Outcome } from '../http/outcome';
import { refreshEpisodes, type Refresh } from '../scan/refresh';
import { rankedAnswerOf } from '../scan/scan';
import { defaultWindow, EVENT_WINDOW } from './window';
import { noteTexts } from '../../words/en/notes';

/** How many of the deepest are listed; the first screen of a page, and a few more. */
const LISTED = 20;
/** A link to an episode shows this much before and after it. */
const MARGIN_MINUTES = 60;

const DEEPEST: Omit<Scan, 'range'> = {
  reference: 'own',
  rank: 'depth',
  limit: LISTED,
  assets: undefined,
  venues: undefined,
  kinds: undefined,
  side: undefined,
  // What lies within its rate's uncertainty is never among the deepest.
  certainty: BEYOND_RATES,
  leastDepth: 0,
  leastPeers: 0,
  asOf: undefined,
};

/** The stored data asset by asset, and the deepest deviations in it, for the method's default parameters. */
export async function overview(context: Context, refresh: Refresh = refreshEpisodes): Promise<Outcome<OverviewAnswer>> {
  const { database } = context;
  await refresh(database);
  const stored = await coverageOf(database);
  const spans = new Map<Asset, MinuteRange>();
  const assets: OverviewAnswer['assets'] = [];
  for (const asset of [...new Set(stored.map(({ market }) => market.base))].sort()) {
    const own = stored.filter(({ market }) => market.base === asset);
    const ranges = union(own.flatMap(({ answered }) => answered));
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first === undefined || last === undefined) continue;
    const span = minuteRange(first.from, last.to);
    spans.set(asset, span);
    assets.push(assetOf(asset, own, ranges, span));
  }
  const range = union([...spans.values()]);
  const [first, last] = [range[0], range.at(-1)];
  const { episodes } =
    first === undefined || last === undefined
      ? { episodes: [] }
      : await rankedEpisodes(database, { ...DEEPEST, range: minuteRange(first.from, last.to) });
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    assets,
    deepest: episodes.map((episode) => rankedAnswerOf(episode, linkWindow(episode, spans.get(episode.asset)))),
  });
}

function assetOf(
  asset: Asset,
  stored: readonly StoredCoverage[],
  ranges: readonly MinuteRange[],
  span: MinuteRange,
): OverviewAnswer['assets'][number] {
  const window = defaultWindow(ranges);
  return {
    asset,
    name: symbolOf(asset),
    venues: [...new Set(stored.map(({ market }) => market.venue))].sort(),
    from: formatMinute(span.from),
    to: formatMinute(span.to),
    window: { from: formatMinute(window.from), to: formatMinute(window.to) },
    candles: stored.reduce((total, { candles }) => total + candles, 0),
    notes: noteTexts(
      fewVenues(
        asset,
        new Set(stored.filter(({ market }) => market.kind === 'spot').map(({ market }) => market.venue)).size,
      ),
    ),
  };
}

/** The event's window where the episode lies in it; else the episode with an hour to each side, within the asset's data. */
function linkWindow({ start, end }: Pick<StoredEpisode, 'start' | 'end'>, span: MinuteRange | undefined): MinuteRange {
  if (start >= EVENT_WINDOW.from && end <= EVENT_WINDOW.to) return EVENT_WINDOW;
  if (span === undefined) return minuteRange(start, end);
  return minuteRange(
    minute(Math.max(span.from, start - MARGIN_MINUTES)),
    minute(Math.min(span.to, end + MARGIN_MINUTES)),
  );
}
