import { MINUTE_MS, parseMinute, type MinuteRange } from '../domain/minute';
import { parseRange } from '../domain/minute';
import type { ChartSeries, Missing } from './chart';

/** One series placed on the window: slot i is minute `range.from + i`; NaN is the hole. */
export interface Columns {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly close: Float64Array;
  readonly referenceClose: Float64Array;
  readonly dLow: Float64Array;
  readonly dHigh: Float64Array;
  /** Where nothing was measured. A minute the series does not speak of at all is not fetched. */
  readonly missing: readonly (Missing | null)[];
}

/** The window of an answer. Throws on a window no answer may have. */
export function windowOf({ from, to }: { readonly from: string; readonly to: string }): MinuteRange {
  const range = parseRange(from, to);
  if (!range.ok) throw new RangeError(`a chart cannot be drawn: ${range.error}`);
  return range.value;
}

/** Milliseconds since 1970 of `2025-10-10T21:20Z`. Throws on anything else. */
export function msOf(iso: string): number {
  const read = parseMinute(iso);
  if (!read.ok) throw new RangeError(`a chart cannot be drawn: ${read.error}`);
  return read.value * MINUTE_MS;
}

const PRICED = ['low', 'high', 'close', 'referenceClose', 'dLow', 'dHigh'] as const;

export function columnsOf(series: ChartSeries, range: MinuteRange): Columns {
  const size = range.to - range.from;
  const slots = slotsOf(series.minutes, range);
  const [low, high, close, referenceClose, dLow, dHigh] = PRICED.map((field) => placed(series[field], slots, size));
  if (!low || !high || !close || !referenceClose || !dLow || !dHigh) throw new TypeError('a chart series lacks a column');
  const missing = new Array<Missing | null>(size).fill('not-fetched');
  slots.forEach((slot, i) => {
    if (slot >= 0 && slot < size) missing[slot] = series.missing[i] ?? null;
  });
  return { low, high, close, referenceClose, dLow, dHigh, missing };
}

/** The slot of each row. Rows that follow one another without a gap are counted, not read one by one. */
function slotsOf(minutes: readonly string[], range: MinuteRange): Int32Array {
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (first === undefined || last === undefined) return new Int32Array(0);
  const start = msOf(first) / MINUTE_MS;
  const unbroken = msOf(last) / MINUTE_MS - start === minutes.length - 1;
  return Int32Array.from(minutes, (minute, i) => (unbroken ? start + i : msOf(minute) / MINUTE_MS) - range.from);
}

function placed(column: readonly (number | null)[], slots: Int32Array, size: number): Float64Array {
  const out = new Float64Array(size).fill(NaN);
  slots.forEach((slot, i) => {
    const value = column[i];
    if (slot >= 0 && slot < size && typeof value === 'number') out[slot] = value;
  });
  return out;
}
