import type { BookState, ObservedMinute } from '../../api/verification';
import { ANSWERED, CANDLE_FIELDS, type CandleColumns, type CandleField } from '../../domain/candle';
import { formatMinute, minute, type MinuteRange } from '../../domain/minute';
import { orNull } from '../deviations/rows';

/** The minutes of a range in which two states of a book differ, each as it was and as it is. Both hold all of it. */
export function differences(was: CandleColumns, now: CandleColumns, { from, to }: MinuteRange): BookState['minutes'] {
  const minutes: BookState['minutes'] = [];
  for (let at = from; at < to; at = minute(at + 1)) {
    const [before, after] = [observedAt(was, at - was.range.from), observedAt(now, at - now.range.from)];
    const isSame =
      before.answered === after.answered && CANDLE_FIELDS.every((field) => Object.is(before[field], after[field]));
    if (!isSame) minutes.push({ minute: formatMinute(at), was: before, now: after });
  }
  return minutes;
}

function observedAt(columns: CandleColumns, slot: number): ObservedMinute {
  const at = (field: CandleField): number | null => orNull(columns[field][slot]);
  return {
    answered: columns.answered[slot] === ANSWERED.yes,
    open: at('open'),
    high: at('high'),
    low: at('low'),
    close: at('close'),
    baseVolume: at('baseVolume'),
    quoteVolume: at('quoteVolume'),
    trades: at('trades'),
  };
}
