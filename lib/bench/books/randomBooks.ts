import type { MarketColumns } from '../../analysis/types';
import type { Asset, Market, Venue } from '../../domain/market';
import { minuteAt, minuteRange, minutesIn, plus, type MinuteRange } from '../../domain/minute';

/** Park and Miller's generator: the same candles in every run, on every machine. */
const MULTIPLIER = 48_271;
const MODULUS = 2_147_483_647;

/** Even numbers in [0, 1). */
function drawsFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * MULTIPLIER) % MODULUS) / MODULUS;
}

/** Steps of the market and distances of a venue from it, as real books have them in quiet hours: some 5 and 3 basis points. */
const STEP = 0.0005;
const NOISE = 0.0003;
/** A book is without a trade in 2 of 100 minutes, so that the number of peers changes as it does in real markets. */
const NO_TRADE = 0.02;
/** A venue leaves the market about thrice a month, for up to twenty minutes, by up to 30 %. */
const STRAYS_PER_MINUTE = 1 / 14_400;
const LONGEST_STRAY = 20;
const DEEPEST_STRAY = 0.3;
/** An asset's market: what it costs at first, and in how many parts of a quote unit venues count. */
export interface Level {
  readonly price: number;
  readonly ticks: number;
}

/** Venues count in ticks, so that equal prices are common. */
export const LEVELS = {
  ATOM: { price: 4, ticks: 10_000 },
  BTC: { price: 110_000, ticks: 100 },
  ETH: { price: 4_000, ticks: 100 },
} as const satisfies Record<string, Level>;

/** The market all venues follow: closes of a random walk that stays above 0. */
function walk(slots: number, { price: first }: Level): Float64Array {
  const draw = drawsFrom(first);
  const out = new Float64Array(slots);
  let price = first;
  for (let slot = 0; slot < slots; slot += 1) out[slot] = price *= 1 + STEP * (draw() + draw() - 1);
  return out;
}

/** From this minute on: the first of a year without a leap day. */
export const FIRST_MINUTE = minuteAt(Date.UTC(2025, 0, 1));
export const MINUTES_PER_YEAR = 525_600;

/** The first minutes of the year. */
export const firstMinutes = (count: number): MinuteRange => minuteRange(FIRST_MINUTE, plus(FIRST_MINUTE, count));

/**
 * Spot books of one asset on several venues, a candle a minute: noise about a common walk, minutes without a trade, and now and
 * then a venue that strays. Low, high, close and base volume; the other fields are holes in one array that all books share.
 */
export function randomBooks(markets: readonly Market[], level: Level, range: MinuteRange): readonly MarketColumns[] {
  const slots = minutesIn(range);
  const closes = walk(slots, level);
  const unread = new Float64Array(slots).fill(NaN);
  const answered = new Uint8Array(slots).fill(1);
  return markets.map((market, number): MarketColumns => ({
    market,
    source: 'rest',
    candles: {
      range,
      answered,
      open: unread,
      quoteVolume: unread,
      trades: unread,
      ...bookOf(closes, level, drawsFrom(level.price + 7_919 * (number + 1))),
    },
  }));
}

/** So many venues that nobody knows, each with the asset's book in USD. */
export const unknownVenues = (count: number): readonly Market[] =>
  Array.from({ length: count }, (_, number) => ({
    venue: `venue${String(number).padStart(2, '0')}` as Venue,
    base: 'ATOM' as Asset,
    quote: 'USD',
    kind: 'spot',
  }));

function bookOf(
  market: Float64Array,
  { ticks }: Level,
  draw: () => number,
): Record<'low' | 'high' | 'close' | 'baseVolume', Float64Array> {
  const toTick = (price: number): number => Math.round(price * ticks) / ticks;
  const [low, high, close, baseVolume] = [0, 1, 2, 3].map(() => new Float64Array(market.length).fill(NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let strayUntil = 0;
  let stray = 0;
  for (let slot = 0; slot < market.length; slot += 1) {
    if (slot >= strayUntil) {
      stray = 0;
      if (draw() < STRAYS_PER_MINUTE) {
        strayUntil = slot + 1 + Math.floor(draw() * LONGEST_STRAY);
        stray = DEEPEST_STRAY * (draw() - 0.5) * 2;
      }
    }
    if (draw() < NO_TRADE) continue;
    const middle = (market[slot] as number) * (1 + stray + NOISE * (draw() - 0.5));
    close[slot] = toTick(middle);
    low[slot] = toTick(middle * (1 - NOISE * draw()));
    high[slot] = toTick(middle * (1 + NOISE * draw()));
    baseVolume[slot] = Math.ceil(100 * draw());
  }
  return { low, high, close, baseVolume };
}
