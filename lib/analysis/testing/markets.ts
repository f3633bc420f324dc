import { emptyColumns, type Candle } from '../../domain/candle';
import type { Asset, Kind, Source, Venue } from '../../domain/market';
import { minute, minuteRange, parseMinute, type Minute, type MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import type { MarketColumns } from '../types';
import { brokenPromise } from '../../domain/unit';

/**
 * A candle of a test, by its place after the window's first minute; `unasked`: nobody asked for that minute; `set-aside`: what was sent could
 * not be used.
 */
export type Slot = Partial<Omit<Candle, 'minute'>> | 'unasked' | 'set-aside' | undefined;

/** 2025-10-10T21:20Z, the event's deepest minute. */
export const DEEPEST_MINUTE = known('2025-10-10T21:20Z');

function known(text: string): Minute {
  const read = parseMinute(text);
  if (!read.ok) throw brokenPromise(read.error);
  return read.value;
}

export const rangeOf = (minutes: number, from: Minute = DEEPEST_MINUTE): MinuteRange =>
  minuteRange(from, minute(from + minutes));

/** A question over that many minutes, others' median, in USD, unless said otherwise. */
export const questionOf = (minutes: number, asked: Partial<Question> = {}): Question => ({
  asset: 'ATOM' as Asset,
  range: rangeOf(minutes),
  venues: undefined,
  markets: [],
  reference: { kind: 'others' },
  bloc: 'all',
  rate: 'usd',
  minPeers: 3,
  enter: 0.02,
  asOf: undefined,
  ...asked,
});

/** Open, high, low, close, base volume. */
export const bar = (open: number, high: number, low: number, close: number, baseVolume = 10): Slot => ({
  open,
  high,
  low,
  close,
  baseVolume,
});

/** A candle of one price. */
export const flat = (price: number, baseVolume = 10): Slot => bar(price, price, price, price, baseVolume);

/** The columns of `venue BASE/QUOTE`, slot 0 being `from`; `undefined` was asked for and not traded. */
export function marketOf(
  name: string,
  slots: readonly Slot[],
  {
    kind = 'spot',
    source = 'rest',
    from = DEEPEST_MINUTE,
  }: { readonly kind?: Kind; readonly source?: Source; readonly from?: Minute } = {},
): MarketColumns {
  const [venue = '', base = '', quote = ''] = name.split(/[ /]/);
  const candles = emptyColumns(rangeOf(slots.length, from));
  slots.forEach((slot, i) => {
    candles.answered[i] = slot === 'unasked' ? 0 : slot === 'set-aside' ? 2 : 1;
    if (typeof slot === 'string' || slot === undefined) return;
    const { open = NaN, high = NaN, low = NaN, close = NaN, baseVolume = NaN, quoteVolume = NaN, trades = NaN } = slot;
    candles.open[i] = open;
    candles.high[i] = high;
    candles.low[i] = low;
    candles.close[i] = close;
    candles.baseVolume[i] = baseVolume;
    candles.quoteVolume[i] = quoteVolume;
    candles.trades[i] = trades;
  });
  return { market: { venue: venue as Venue, base: base as Asset, quote, kind }, source, candles };
}
