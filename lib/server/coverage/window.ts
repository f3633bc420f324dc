import type { Instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import {
  MINUTES_PER_DAY,
  minute,
  minuteRange,
  overlap,
  parseRange,
  union,
  type Day,
  type MinuteRange,
} from '../../domain/minute';
import { storedAssets } from '../../store/coverage/storedAssets';
import { answeredOf, marketsWithData } from '../../store/coverage/storedCoverage';
import type { Readable } from '../../store/connection/client';
import { currentReading, restsOn, told, type ReadBook } from '../../store/connection/reading';
import { noAssetProblem } from './coverage';
import { answer, type Outcome } from '../http/outcome';
import { promised } from '../../domain/unit';

/** Every day a book may have. */
export const ALWAYS: Pick<ReadBook, 'first' | 'last'> = { first: 0 as Day, last: (2 ** 31) as Day };

/** The event this product starts with: the four hours in which it happened. */
export const EVENT_WINDOW: MinuteRange = promised(parseRange('2025-10-10T20:00Z', '2025-10-11T00:00Z'));

/**
 * The window an asset opens with where its address names none: the event's, where there is data of it; else the last
 * day with data. Chosen from the stored data alone, never from the clock; the address that opens then carries it.
 */
export function defaultWindow(answered: readonly MinuteRange[]): MinuteRange {
  if (answered.some((range) => overlap(range, EVENT_WINDOW) !== undefined)) return EVENT_WINDOW;
  const last = union(answered).at(-1);
  if (last === undefined) return EVENT_WINDOW;
  return minuteRange(minute(Math.max(last.from, last.to - MINUTES_PER_DAY)), last.to);
}

/** The default window of an asset with data (or with data then). */
export async function windowOf(
  context: Asked & { readonly simulated: boolean },
  asset: Asset,
  asOf?: Instant,
): Promise<Outcome<{ range: MinuteRange }>> {
  const range = await windowWithData(context, asset, asOf);
  return range === undefined ? noAssetProblem(asset, asOf) : answer({ range });
}

/** The default window of each of these assets that has data (or had data then). Of all as they are now, from what is remembered of the books. */
export async function windowsOf(
  context: Asked,
  assets: readonly Asset[],
  asOf: Instant | undefined,
): Promise<ReadonlyMap<Asset, MinuteRange>> {
  if (assets.length > 1 && asOf === undefined) {
    const stored = await storedAssets(context.database);
    return new Map(stored.map(({ asset, answered }) => [asset, defaultWindow(answered)]));
  }
  const windows = new Map<Asset, MinuteRange>();
  for (const asset of assets) {
    const range = await windowWithData(context, asset, asOf);
    if (range !== undefined) windows.set(asset, range);
  }
  return windows;
}

/** The database, or one moment of it. */
interface Asked {
  readonly database: Readable;
}

/** The same; undefined where there is no data (or was none then). */
export async function windowWithData(
  { database }: Asked,
  asset: Asset,
  asOf?: Instant,
): Promise<MinuteRange | undefined> {
  const [answered, books] = await told(() =>
    Promise.all([
      answeredOf(database, asset, { asOf }),
      currentReading() === undefined ? [] : marketsWithData(database, { asset }),
    ]),
  );
  // A book that comes in between the two is told of as new.
  restsOn({ bases: [asset], books: books.map(({ market, source }) => ({ market, source, ...ALWAYS })) });
  return answered.length === 0 ? undefined : defaultWindow(answered);
}
