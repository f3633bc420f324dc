import { isTraded, type CandleColumns } from '../domain/candle';
import { minutesIn, type MinuteRange } from '../domain/minute';
import type { Chosen } from './choose';
import type { Rate } from './rate';
import { MISSING } from './types';

/** A venue's candles over the question's range, raw and in the common currency, traded minutes alone; NaN a hole. */
export interface Converted {
  readonly rawOpen: Float64Array;
  readonly rawHigh: Float64Array;
  readonly rawLow: Float64Array;
  readonly rawClose: Float64Array;
  readonly baseVolume: Float64Array;
  readonly quoteVolume: Float64Array;
  readonly trades: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly usdVolume: Float64Array;
  /** Index into MISSING, as far as the venue itself decides it; `measured` where its prices are known. */
  readonly missing: Uint8Array;
}

const holes = (slots: number): Float64Array => new Float64Array(slots).fill(NaN);

/** Cuts a market's candles to `range` and converts them at `rate`. */
export function convert({ candles }: Chosen, range: MinuteRange, rate: Rate): Converted {
  const slots = minutesIn(range);
  const out: Converted = {
    rawOpen: holes(slots), rawHigh: holes(slots), rawLow: holes(slots), rawClose: holes(slots),
    baseVolume: holes(slots), quoteVolume: holes(slots), trades: holes(slots),
    open: holes(slots), high: holes(slots), low: holes(slots), close: holes(slots), usdVolume: holes(slots),
    missing: new Uint8Array(slots),
  };
  const shift = range.from - candles.range.from;
  for (let i = 0; i < slots; i += 1) {
    const why = missingAt(candles, i + shift, rate.value[i] as number);
    out.missing[i] = MISSING.indexOf(why);
    if (why === 'measured' || why === 'no-rate') copy(candles, i + shift, out, i, rate.value[i] as number);
  }
  return out;
}

function missingAt(candles: CandleColumns, slot: number, rate: number): (typeof MISSING)[number] {
  if (isTraded(candles, slot)) return Number.isNaN(rate) ? 'no-rate' : 'measured';
  return candles.answered[slot] === 1 ? 'no-trade' : 'not-fetched';
}

/** A NaN rate leaves the converted columns holes. */
function copy(from: CandleColumns, slot: number, to: Converted, i: number, rate: number): void {
  const [open, high, low, close] = [from.open[slot] as number, from.high[slot] as number, from.low[slot] as number, from.close[slot] as number];
  const [base, quote] = [from.baseVolume[slot] as number, from.quoteVolume[slot] as number];
  to.rawOpen[i] = open;
  to.rawHigh[i] = high;
  to.rawLow[i] = low;
  to.rawClose[i] = close;
  to.baseVolume[i] = base;
  to.quoteVolume[i] = quote;
  to.trades[i] = from.trades[slot] as number;
  to.open[i] = open * rate;
  to.high[i] = high * rate;
  to.low[i] = low * rate;
  to.close[i] = close * rate;
  to.usdVolume[i] = Number.isNaN(quote) ? base * (close * rate) : quote * rate;
}
