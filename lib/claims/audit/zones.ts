import { dayOf, minuteAt, MINUTE_MS, type Day } from '../../domain/minute';
import { numberOf } from '../../domain/decimal';
import { bookKey, type Fill } from '../fill';
import type { AskedDay, Market } from './market';

/** Clocks of the world that differ from UTC by no whole hour, in minutes east (IANA time zone database). */
const BROKEN_HOURS = [-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765];
/** Every clock a file may have been written by, in minutes east of UTC. */
export const ZONE_CANDIDATES: readonly number[] = [
  ...Array.from({ length: 27 }, (_, i) => (i - 12) * 60),
  ...BROKEN_HOURS,
].sort((a, b) => a - b);

/** Fills whose minutes are looked up for each zone: more say no more, and each is looked up some forty times. */
const MOST_SAMPLES = 2_000;
/** Below this share inside their candle a zone is in doubt: a venue's trades lie in its own candles, but for prices that a file rounds and orders' averages. */
const DOUBTFUL_SHARE = 0.9;
/** Fewer fills with a candle can fit by chance. */
const LEAST_FILLS = 5;

/** A sample of fills of a file of any length: every one at first, then every second, every fourth. */
export class Sample {
  readonly #kept: Fill[] = [];
  #every = 1;
  #seen = 0;

  take(fill: Fill): void {
    if (this.#seen % this.#every === 0) this.#kept.push(fill);
    this.#seen += 1;
    if (this.#kept.length < MOST_SAMPLES) return;
    const half = this.#kept.filter((_, i) => i % 2 === 0);
    this.#kept.splice(0, this.#kept.length, ...half);
    this.#every *= 2;
  }

  get fills(): readonly Fill[] {
    return this.#kept;
  }
}

/** How many of a sample's fills lie inside their venue's candle when their clock is so many minutes east of UTC. */
export interface ZoneCount {
  readonly east: number;
  /** Fills of known symbols that a zone moves. */
  readonly fills: number;
  readonly inside: number;
  /** Fills that have a candle in USD at that minute. */
  readonly withCandle: number;
}

/** What the candles say of the zone of some fills. */
export interface ZoneFinding {
  readonly chosen: ZoneCount;
  /** The zone in which more of them fit, and 90 % or more of those with a candle; the nearest to the chosen one where several fit equally. undefined: none does. */
  readonly better: ZoneCount | undefined;
}

/**
 * Whether so few fills lie inside a candle that other zones should be tried; needs the days around (`daysAround`). One without a candle counts:
 * a clock that is off by hours may put every fill on a day of which nothing is stored.
 */
export const isZoneDoubtful = ({ inside, fills }: ZoneCount): boolean =>
  fills >= LEAST_FILLS && inside < DOUBTFUL_SHARE * fills;

const fits = ({ inside, withCandle }: ZoneCount): boolean =>
  withCandle >= LEAST_FILLS && inside >= DOUBTFUL_SHARE * withCandle;

/** Counts for one zone. Orders are left out, whose average price need not lie in a minute, and fills that name their own instant. */
export function zoneCount(fills: readonly Fill[], market: Market, east: number): ZoneCount {
  let [count, inside, withCandle] = [0, 0, 0];
  for (const fill of fills) {
    if (fill.book === undefined || fill.isOrder || fill.isFixed) continue;
    count += 1;
    const minute = minuteAt(fill.atMs + (fill.zone - east) * MINUTE_MS);
    const found = market.at(fill.book, minute);
    if (found === undefined || found === 'not-stored') continue;
    const { series } = found.day;
    const usd = numberOf(fill.price) * (series.rate?.[found.row] ?? NaN);
    const [low, high] = [series.low[found.row] ?? NaN, series.high[found.row] ?? NaN];
    if (Number.isNaN(low) || Number.isNaN(usd)) continue;
    withCandle += 1;
    if (usd >= low && usd <= high) inside += 1;
  }
  return { east, fills: count, inside, withCandle };
}

/** What the candles say of the zone that fills were read by. */
export function zoneFinding(fills: readonly Fill[], market: Market, east: number): ZoneFinding {
  const chosen = zoneCount(fills, market, east);
  if (!isZoneDoubtful(chosen)) return { chosen, better: undefined };
  const better = ZONE_CANDIDATES.filter((one) => one !== east)
    .map((one) => zoneCount(fills, market, one))
    .filter((one) => fits(one) && one.inside > chosen.inside)
    .sort((a, b) => b.inside - a.inside || Math.abs(a.east - east) - Math.abs(b.east - east))[0];
  return { chosen, better };
}

/** The days that other zones would put a sample's fills on. */
export function daysAround(fills: readonly Fill[]): readonly AskedDay[] {
  const days = new Map<string, AskedDay>();
  for (const { book, atMs, zone, isFixed, isOrder } of fills) {
    if (book === undefined || isFixed || isOrder) continue;
    for (const east of ZONE_CANDIDATES) {
      const ms = atMs + (zone - east) * MINUTE_MS;
      if (ms < 0) continue;
      const day: Day = dayOf(minuteAt(ms));
      days.set(`${bookKey(book)} ${String(day)}`, { book, day });
    }
  }
  return [...days.values()];
}
