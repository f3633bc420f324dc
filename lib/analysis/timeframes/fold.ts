import {
  ANSWERED,
  isMovedAt,
  isTraded,
  type CandleColumns,
  type CandleField,
  type CandleValues,
  valuesAt,
} from '../../domain/candle';
import type { MinuteRange } from '../../domain/minute';
import { VOLUME_FIELDS } from '../sources/sourceDifferences';

/**
 * Whether of every minute of a range it is known what was traded: it was answered, and not by a candle of volume 0 whose prices moved. The
 * range must lie in that of the columns.
 */
export function knownThroughout(columns: CandleColumns, { from, to }: MinuteRange, computed: boolean): boolean {
  const { range, answered } = columns;
  if (from < range.from || to > range.to)
    throw new RangeError('minutes are folded inside the range they were read for');
  for (let slot = from - range.from; slot < to - range.from; slot += 1)
    if (answered[slot] !== ANSWERED.yes || (!computed && isMovedAt(columns, slot))) return false;
  return true;
}

/**
 * The longer candle that a range's 1m candles make (method, section 11): first open, highest high, lowest low, last close, sums
 * of volume, of the traded minutes alone; undefined where none is. A sum is NaN where one of those minutes does not say its part.
 * `computed`: mark and index prices, of which every candle counts, for none is traded.
 */
export function foldOf(columns: CandleColumns, { from, to }: MinuteRange, computed: boolean): CandleValues {
  let fold: Record<CandleField, number> | undefined;
  for (let slot = from - columns.range.from; slot < to - columns.range.from; slot += 1) {
    const said = computed || isTraded(columns, slot) ? valuesAt(columns, slot) : undefined;
    if (said === undefined) continue;
    if (fold === undefined) {
      fold = { ...said };
      continue;
    }
    fold.high = Math.max(fold.high, said.high);
    fold.low = Math.min(fold.low, said.low);
    fold.close = said.close;
    for (const field of VOLUME_FIELDS) fold[field] += said[field];
  }
  return fold;
}
