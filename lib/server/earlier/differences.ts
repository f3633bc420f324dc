import type { BookState, ObservedMinute } from '../../api/verification';
import { ANSWERED, byField, CANDLE_FIELDS, type CandleColumns } from '../../domain/candle';
import { formatMinute, minute, type MinuteRange } from '../../domain/minute';
import { orNull } from '../deviations/rows';

/** The minutes of a range in which two states of a book differ, each as it was and as it is. Both hold all of it. */
export function differences(was: CandleColumns, now: CandleColumns, { from, to }: MinuteRange): BookState['minutes'] {
  const minutes: BookState['minutes'] = [];
  for (let at = from; at < to; at = minute(at + 1)) {
    const slots = [at - was.range.from, at - now.range.from] as const;
    if (!isSame(was, now, slots))
      minutes.push({ minute: formatMinute(at), was: observedAt(was, slots[0]), now: observedAt(now, slots[1]) });
  }
  return minutes;
}

const isAnswered = ({ answered }: CandleColumns, slot: number): boolean => answered[slot] === ANSWERED.yes;

const isSame = (was: CandleColumns, now: CandleColumns, [before, after]: readonly [number, number]): boolean =>
  isAnswered(was, before) === isAnswered(now, after) &&
  CANDLE_FIELDS.every((field) => Object.is(was[field][before], now[field][after]));

const observedAt = (columns: CandleColumns, slot: number): ObservedMinute => ({
  answered: isAnswered(columns, slot),
  ...byField((field) => orNull(columns[field][slot])),
});
