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
  const spans = new Map(stored.map(({ asset, span }) => [asset, span]));
  const all = spanOf([...spans.values()]);
  const episodes = all === undefined ? [] : await firstEpisodes(database, { ...DEEPEST, range: all });
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    assets: stored.map((one) => ({
      ...heldOf(one),
      notes: noteTexts(fewVenues(one.asset, one.spotVenues)),
    })),
    deepest: episodes.map((episode) => rankedAnswerOf(episode, linkWindow(episode, spans.get(episode.asset)))),
  });
}

/** From the first minute of all to the end of the last one. */
function spanOf(spans: readonly MinuteRange[]): MinuteRange | undefined {
  const [first, ...rest] = union(spans);
  return first === undefined ? undefined : minuteRange(first.from, (rest.at(-1) ?? first).to);
}

type Held = Omit<OverviewAnswer['assets'][number], 'notes'>;

/** Most of six hundred assets are as they were when they were last said. */
const said = new WeakMap<StoredAsset, Held>();

function heldOf(stored: StoredAsset): Held {
  const before = said.get(stored);
  if (before !== undefined) return before;
  const { asset, venues, candles, answered, span } = stored;
  const window = defaultWindow(answered);
  const held: Held = {
    asset,
    name: symbolOf(asset),
    venues: [...venues],
    from: formatMinute(span.from),
    to: formatMinute(span.to),
    window: { from: formatMinute(window.from), to: formatMinute(window.to) },
    candles,
  };
  said.set(stored, held);
  return held;
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
