import type { Minute, MinuteRange } from './minute';

/**
 * One 1m candle as a source said it. Prices in quote per base. `baseVolume`, `quoteVolume` and `trades` are NaN where
 * the source does not say (NaN is the hole; no number stands for one). Prices are never NaN.
 */
export interface Candle {
  readonly minute: Minute;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly baseVolume: number;
  readonly quoteVolume: number;
  readonly trades: number;
}

export const PRICE_FIELDS = ['open', 'high', 'low', 'close'] as const;
export const CANDLE_FIELDS = [...PRICE_FIELDS, 'baseVolume', 'quoteVolume', 'trades'] as const;
export type PriceField = (typeof PRICE_FIELDS)[number];
export type CandleField = (typeof CANDLE_FIELDS)[number];

/**
 * Candles of one market and one source over a range, as columns of equal length: slot i is minute `range.from + i`.
 * NaN is a hole. `answered[i]` says what is known of a minute without a candle, see `ANSWERED`.
 */
export interface CandleColumns extends Readonly<Record<CandleField, Float64Array>> {
  readonly range: MinuteRange;
  readonly answered: Uint8Array;
}

/** What one source said of one minute; NaN: what it does not say of it; undefined: no candle. */
export type CandleValues = Omit<Candle, 'minute'> | undefined;

/** An entry for each field of a candle. */
export const byField = <T>(at: (field: CandleField) => T): Readonly<Record<CandleField, T>> => ({
  open: at('open'),
  high: at('high'),
  low: at('low'),
  close: at('close'),
  baseVolume: at('baseVolume'),
  quoteVolume: at('quoteVolume'),
  trades: at('trades'),
});

/** Field by field; NaN: it is not said. A candle has an open price; without one there is none. */
export const valuesBy = (at: (field: CandleField) => number): CandleValues =>
  Number.isNaN(at('open')) ? undefined : byField(at);

/** What columns hold of a minute. A slot without an open price is a hole. */
export const valuesAt = (columns: Readonly<Record<CandleField, Float64Array>>, slot: number): CandleValues =>
  valuesBy((field) => columns[field][slot] ?? NaN);

/**
 * What a source said of a minute: nothing (a hole is `not-fetched`), an answer (a hole is `no-trade`), or something that could not be used
 * (a hole is `set-aside`; there is no candle then).
 */
export const ANSWERED = { no: 0, yes: 1, setAside: 2 } as const;

/** Columns of nothing but holes, nothing asked. */
export const emptyColumns = (range: MinuteRange): CandleColumns => ({
  range,
  answered: new Uint8Array(range.to - range.from),
  ...byField(() => new Float64Array(range.to - range.from).fill(NaN)),
});

/**
 * A minute is traded when its volume (base or quote) is > 0 or its trade count is > 0, or when its candle says none of the three: then its
 * volume is unknown. A venue's flat zero-volume filler is no trade, exactly like an omitted row. Of kinds that are traded alone: a computed
 * price has no volume either. Where only some columns were read, those that tell a traded minute must be among them.
 */
export function isTraded(columns: CandleColumns, slot: number): boolean {
  const base = columns.baseVolume[slot] ?? NaN;
  // As nearly every traded minute is told.
  if (base > 0) return true;
  const quote = columns.quoteVolume[slot] ?? NaN;
  const trades = columns.trades[slot] ?? NaN;
  if (quote > 0 || trades > 0) return true;
  return Number.isNaN(base) && Number.isNaN(quote) && Number.isNaN(trades) && isCandle(columns, slot);
}

/** Whether any price is known: of a candle that was read in part, too. */
const isCandle = ({ close, low, high, open }: CandleColumns, slot: number): boolean =>
  isKnown(close[slot]) || isKnown(low[slot]) || isKnown(high[slot]) || isKnown(open[slot]);

/** Neither a hole nor outside the columns. */
const isKnown = (value = NaN): boolean => !Number.isNaN(value);

/** `isMoved` of a slot; false without a candle. */
export function isMovedAt(columns: CandleColumns, slot: number): boolean {
  const open = columns.open[slot] ?? NaN;
  if (Number.isNaN(open)) return false;
  return isMoved({
    open,
    high: columns.high[slot] ?? NaN,
    low: columns.low[slot] ?? NaN,
    close: columns.close[slot] ?? NaN,
    baseVolume: columns.baseVolume[slot] ?? NaN,
    quoteVolume: columns.quoteVolume[slot] ?? NaN,
    trades: columns.trades[slot] ?? NaN,
  });
}

/**
 * Whether a candle says that nothing was traded, by a volume or count of 0 and none above, while its prices are not all equal: neither a trade
 * nor a filler ("volume 0, prices moved"). A candle that says no volume at all is none of these.
 */
export function isMoved({ open, high, low, close, baseVolume, quoteVolume, trades }: Omit<Candle, 'minute'>): boolean {
  if (baseVolume > 0 || quoteVolume > 0 || trades > 0) return false;
  if (baseVolume !== 0 && quoteVolume !== 0 && trades !== 0) return false;
  return !(open === high && high === low && low === close);
}

/** What is wrong with a candle; numbers as they were read. */
export type CandleFlaw =
  | { readonly kind: 'not-a-number'; readonly field: (typeof PRICE_FIELDS)[number] }
  | { readonly kind: 'low-not-positive'; readonly low: number }
  | { readonly kind: 'low-too-small'; readonly low: number }
  | { readonly kind: 'high-too-large'; readonly high: number }
  | { readonly kind: 'below-low'; readonly field: 'open' | 'close'; readonly value: number; readonly low: number }
  | { readonly kind: 'above-high'; readonly field: 'open' | 'close'; readonly value: number; readonly high: number }
  | { readonly kind: 'not-a-volume'; readonly field: VolumeField; readonly value: number }
  | { readonly kind: 'volume-too-large'; readonly field: VolumeField; readonly value: number };

type VolumeField = 'baseVolume' | 'quoteVolume' | 'trades';

/**
 * The prices that are measured: every figure made of them fits a double. A rate is a quotient of two prices (10^±50), a price in USD is one times a rate
 * (10^±75), the ratio of a wrapped asset a quotient of two of those (10^±150), its reference one times that (10^±225), a deviation a quotient of two such
 * (10^±300). Beyond it a median of two would be infinite, and every venue 100 % below it. No market's price comes within ten powers of ten of either end.
 */
export const LEAST_PRICE = 1e-25;
export const MOST_PRICE = 1e25;
/** The same of volumes: in USD 10^125 at most, so that sums of them are finite. */
export const MOST_VOLUME = 1e50;

const isVolume = (value: number): boolean => value !== value || (value >= 0 && value <= MOST_VOLUME);

/** Whether the invariant holds, without saying what breaks it: nearly always, once or twice for every candle that comes. */
const isSound = ({ open, high, low, close, baseVolume, quoteVolume, trades }: Candle): boolean =>
  low >= LEAST_PRICE &&
  low <= open &&
  open <= high &&
  low <= close &&
  close <= high &&
  high <= MOST_PRICE &&
  isVolume(baseVolume) &&
  isVolume(quoteVolume) &&
  isVolume(trades);

/**
 * What is wrong with a candle, or undefined. The invariant: `LEAST_PRICE ≤ low ≤ open, close ≤ high ≤ MOST_PRICE`; volumes and the
 * trade count ≥ 0 and `MOST_VOLUME` at most where given.
 */
export function flawOf(candle: Candle): CandleFlaw | undefined {
  if (isSound(candle)) return undefined;
  for (const field of PRICE_FIELDS) {
    if (!Number.isFinite(candle[field])) return { kind: 'not-a-number', field };
  }
  const { low, high } = candle;
  if (!(low > 0)) return { kind: 'low-not-positive', low };
  if (low < LEAST_PRICE) return { kind: 'low-too-small', low };
  if (high > MOST_PRICE) return { kind: 'high-too-large', high };
  for (const field of ['open', 'close'] as const) {
    const value = candle[field];
    if (value < low) return { kind: 'below-low', field, value, low };
    if (value > high) return { kind: 'above-high', field, value, high };
  }
  for (const field of ['baseVolume', 'quoteVolume', 'trades'] as const) {
    const value = candle[field];
    if (!Number.isNaN(value) && !(value >= 0 && Number.isFinite(value))) return { kind: 'not-a-volume', field, value };
    if (value > MOST_VOLUME) return { kind: 'volume-too-large', field, value };
  }
  return undefined;
}
