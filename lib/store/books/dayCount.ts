import { createHash } from 'node:crypto';
import { ANSWERED, isTraded, type CandleColumns } from '../../domain/candle';
import { observationBytes } from '../../domain/observationBytes';
import { minuteRange, MINUTES_PER_DAY, plus, startOf, wholeDay, type Day, type MinuteRange } from '../../domain/minute';
import type { AsideMinute } from '../days/dayCounts';
import type { DayColumns } from '../merge/book';

/** One UTC day of one market and source as `stored_day` counts it; minutes unless stated otherwise. */
export interface DayCount {
  readonly answeredMinutes: number;
  readonly candles: number;
  readonly traded: number;
  readonly noTrade: number;
  readonly moved: number;
  readonly setAside: number;
  /** When a minute was first answered: the earliest and the latest such time, ms since 1970; undefined: none was answered. */
  readonly firstAnsweredMs: number | undefined;
  readonly lastAnsweredMs: number | undefined;
  /** The hash of the day's observations (docs/digest.md), of `LAYOUT_VERSION`. */
  readonly leaf: Uint8Array;
}

/** Slots that were answered, as half-open minutes. */
export function answeredParts(day: Day, answeredAt: Float64Array): readonly MinuteRange[] {
  const start = startOf(day);
  const parts: MinuteRange[] = [];
  let from = -1;
  for (let slot = 0; slot <= MINUTES_PER_DAY; slot += 1) {
    const at = slot === MINUTES_PER_DAY ? NaN : (answeredAt[slot] ?? NaN);
    if (at === at && from < 0) from = slot;
    else if (at !== at && from >= 0) {
      parts.push(minuteRange(plus(start, from), plus(start, slot)));
      from = -1;
    }
  }
  return parts;
}

/**
 * Counts a day by its decoded columns, by the rules of `dayCounts`, in one pass. `aside`: its minutes of which something was set aside, each
 * once; `computed`: of a kind whose prices move without any volume.
 */
export function countColumns(
  day: Day,
  columns: DayColumns,
  aside: readonly AsideMinute[],
  computed: boolean,
): DayCount {
  const { open, high, low, close, answeredAt } = columns;
  const answered = new Uint8Array(MINUTES_PER_DAY);
  const of: CandleColumns = { ...columns, range: wholeDay(day), answered };
  let [answeredMinutes, candles, traded, moved] = [0, 0, 0, 0];
  let [first, last] = [Infinity, -Infinity];
  for (let slot = 0; slot < MINUTES_PER_DAY; slot += 1) {
    const at = answeredAt[slot] as number;
    if (at === at) {
      answered[slot] = ANSWERED.yes;
      answeredMinutes += 1;
      if (at < first) first = at;
      if (at > last) last = at;
    }
    const price = open[slot] as number;
    if (price !== price) continue;
    candles += 1;
    if (isTraded(of, slot)) traded += 1;
    else if (!computed && (high[slot] !== price || low[slot] !== price || close[slot] !== price)) moved += 1;
  }
  let [setAside, answeredBefore] = [0, 0];
  for (const { minute, seenMs } of aside) {
    const slot = minute - startOf(day);
    const at = answeredAt[slot] as number;
    // A candle is there, or the answer came after what was set aside.
    if (!Number.isNaN(open[slot]) || at > seenMs) continue;
    setAside += 1;
    if (at === at) answeredBefore += 1;
    answered[slot] = ANSWERED.setAside;
  }
  return {
    answeredMinutes,
    candles,
    traded,
    noTrade: answeredMinutes - traded - answeredBefore - moved,
    moved,
    setAside,
    firstAnsweredMs: answeredMinutes === 0 ? undefined : first,
    lastAnsweredMs: answeredMinutes === 0 ? undefined : last,
    leaf: leafOf(of),
  };
}

function leafOf(of: CandleColumns): Uint8Array {
  const hash = createHash('sha256');
  for (const bytes of observationBytes(of, 0, MINUTES_PER_DAY)) hash.update(bytes);
  return hash.digest();
}
