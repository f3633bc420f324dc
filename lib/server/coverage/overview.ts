import { fewVenues } from '../../analysis/notes';
import type { OverviewAnswer } from '../../api/overview';
import { symbolOf } from '../../domain/asset';
import { BEYOND_RATES } from '../../domain/episode';
import { formatMinute, minute, minuteRange, union, type MinuteRange } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import { EVERY_EPISODE, type Scan } from '../../domain/scan';
import { storedAssets, type StoredAsset } from '../../store/coverage/storedAssets';
import { firstEpisodes, type StoredEpisode } from '../../store/episodes/episodes';
import type { Context } from '../context';
import { answer, type Outcome } from '../http/outcome';
import { refreshEpisodes, type Refresh } from '../scan/refresh';
import { rankedAnswerOf } from '../scan/scan';
import { defaultWindow, EVENT_WINDOW } from './window';
import { noteTexts } from '../../words/notes';

/** How many of the deepest are listed; the first screen of a page, and a few more. */
const LISTED = 20;
/** A link to an episode shows this much before and after it. */
const MARGIN_MINUTES = 60;

const DEEPEST: Omit<Scan, 'range'> = {
  ...EVERY_EPISODE,
  limit: LISTED,
  // What lies within its rate's uncertainty is never among the deepest.
  certainty: BEYOND_RATES,
};

/** The stored data asset by asset, and the deepest deviations in it, for the method's default parameters. */
export async function overview(context: Context, refresh: Refresh = refreshEpisodes): Promise<Outcome<OverviewAnswer>> {
  const { database } = context;
  await refresh(database);
  const stored = await storedAssets(database);
  const spans = new Map(stored.map(({ asset, answered }) => [asset, spanOf(answered)]));
  const range = union([...spans.values()].flatMap((span) => span ?? []));
  const all = spanOf(range);
  const episodes = all === undefined ? [] : await firstEpisodes(database, { ...DEEPEST, range: all });
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    assets: stored.flatMap((one) => assetOf(one, spans.get(one.asset))),
    deepest: episodes.map((episode) => rankedAnswerOf(episode, linkWindow(episode, spans.get(episode.asset)))),
  });
}

/** From the first minute of the ranges to the end of the last one. */
function spanOf(ranges: readonly MinuteRange[]): MinuteRange | undefined {
  const [first, last] = [ranges[0], ranges.at(-1)];
  return first === undefined || last === undefined ? undefined : minuteRange(first.from, last.to);
}

function assetOf(
  { asset, venues, spotVenues, candles, answered }: StoredAsset,
  span: MinuteRange | undefined,
): OverviewAnswer['assets'] {
  if (span === undefined) return [];
  const window = defaultWindow(answered);
  return [
    {
      asset,
      name: symbolOf(asset),
      venues: [...venues],
      from: formatMinute(span.from),
      to: formatMinute(span.to),
      window: { from: formatMinute(window.from), to: formatMinute(window.to) },
      candles,
      notes: noteTexts(fewVenues(asset, spotVenues)),
    },
  ];
}

/** The event's window where the episode lies in it; else the episode with an hour to each side, within the asset's data. */
export function linkWindow(
  { start, end }: Pick<StoredEpisode, 'start' | 'end'>,
  span: MinuteRange | undefined,
): MinuteRange {
  if (start >= EVENT_WINDOW.from && end <= EVENT_WINDOW.to) return EVENT_WINDOW;
  if (span === undefined) return minuteRange(start, end);
  return minuteRange(
    minute(Math.max(span.from, start - MARGIN_MINUTES)),
    minute(Math.min(span.to, end + MARGIN_MINUTES)),
  );
}
