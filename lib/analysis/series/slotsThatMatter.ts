import { minutesIn, type MinuteRange } from '../../domain/minute';
import { MISSING, type VenueSeries } from '../types';

/** The columns of whose extremes every bucket has rows. */
export const EXTREMES_OF = ['dLow', 'dHigh', 'dClose', 'low', 'high'] as const;

/** So many slots a bucket has at most: two extremes of each column and the last close. */
export const MOST_OF_BUCKET = 2 * EXTREMES_OF.length + 1;

type Columns = Pick<VenueSeries, (typeof EXTREMES_OF)[number] | 'missing'>;

/**
 * The slots of a range that stand for its buckets of `size` minutes, which are aligned to multiples of it since 1970: of each bucket those of the
 * lowest and the highest value of EXTREMES_OF, of equal ones the first, and the last with a close to compare; of a bucket without a value the
 * first that says why, by the reason most of its minutes have. Ascending, each once. They come into `into`, which has room for a
 * place a minute; answers how many.
 */
export function slotsThatMatter(series: Columns, range: MinuteRange, size: number, into: Int32Array): number {
  const columns = EXTREMES_OF.map((name) => series[name]);
  const slots = minutesIn(range);
  let count = 0;
  for (let begin = 0; begin < slots;) {
    const end = Math.min(slots, begin + size - ((range.from + begin) % size));
    const first = count;
    for (let i = 0; i < columns.length; i += 1)
      count = withExtremes(columns[i] as Float64Array, begin, end, into, first, count);
    count = withLast(series.dClose, begin, end, into, first, count);
    if (count === first) count = withReason(series.missing, begin, end, into, count);
    begin = end;
  }
  return count;
}

/** The slots of the extremes of a column in `[begin, end)`, put among those of the bucket, which stand in `[first, count)`; answers how many stand in `into` then. */
function withExtremes(
  column: Float64Array,
  begin: number,
  end: number,
  into: Int32Array,
  first: number,
  count: number,
): number {
  let slot = begin;
  // NaN alone differs from itself.
  while (slot < end && column[slot] !== column[slot]) slot += 1;
  if (slot === end) return count;
  let [lowest, highest] = [slot, slot];
  let [min, max] = [column[slot] as number, column[slot] as number];
  // A hole is neither less nor more.
  for (slot += 1; slot < end; slot += 1) {
    const value = column[slot] as number;
    if (value < min) {
      min = value;
      lowest = slot;
    } else if (value > max) {
      max = value;
      highest = slot;
    }
  }
  return withSlot(highest, into, first, withSlot(lowest, into, first, count));
}

/** The same of the last value of a column. */
function withLast(
  column: Float64Array,
  begin: number,
  end: number,
  into: Int32Array,
  first: number,
  count: number,
): number {
  let slot = end - 1;
  while (slot >= begin && column[slot] !== column[slot]) slot -= 1;
  return slot < begin ? count : withSlot(slot, into, first, count);
}

/** Puts a slot at its place among the ascending ones of its bucket, unless it stands there. */
function withSlot(slot: number, into: Int32Array, first: number, count: number): number {
  let at = count;
  while (at > first && (into[at - 1] as number) > slot) at -= 1;
  if (at > first && into[at - 1] === slot) return count;
  into.copyWithin(at + 1, at, count);
  into[at] = slot;
  return count + 1;
}

/** Of a bucket without a value. */
function withReason(missing: Uint8Array, begin: number, end: number, into: Int32Array, count: number): number {
  const own = missing.subarray(begin, end);
  const minutes = new Uint32Array(MISSING.length);
  for (const why of own) minutes[why] = (minutes[why] as number) + 1;
  into[count] = begin + own.indexOf(minutes.indexOf(Math.max(...minutes)));
  return count + 1;
}
