import { dayOf, minutesByDay, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import type { AttemptRow } from '../merge/attempts';

/** One UTC day of one market and source, counted; minutes unless stated otherwise. */
export interface CountedDay {
  readonly day: Day;
  readonly answered: number;
  readonly traded: number;
  /** Answered, and neither traded nor one of the next two. */
  readonly noTrade: number;
  /** Of volume 0, and with prices that are not all equal. */
  readonly moved: number;
  /** Without a candle, and with something that was set aside; answered before that or not at all. */
  readonly setAside: number;
  /** Rows in quarantine that name a minute of the day. */
  readonly quarantined: number;
  /** Minutes whose answer changed at least once. */
  readonly revised: number;
}

/** The same with what was asked and not answered. */
export interface DayCoverage extends CountedDay {
  /** The venue refused us or did not deliver. */
  readonly refusedOrFailed: number;
}

const NOTHING: Omit<CountedDay, 'day'> = {
  answered: 0,
  traded: 0,
  noTrade: 0,
  moved: 0,
  setAside: 0,
  quarantined: 0,
  revised: 0,
};

/** The days that `range` touches, in order, whole days; one of which there is nothing to say is left out. */
export function dayCoverages(
  range: MinuteRange,
  counted: readonly CountedDay[],
  unanswered: readonly AttemptRow[],
): readonly DayCoverage[] {
  // The range may be all of time: its days are never listed.
  const first = dayOf(range.from);
  const last = dayOf((range.to - 1) as Minute);
  const failed = minutesByDay(unanswered.filter(({ outcome }) => outcome !== 'not-served'));
  const countedOf = new Map(counted.map((day) => [day.day, day]));
  return [...new Set([...countedOf.keys(), ...failed.keys()])]
    .filter((day) => day >= first && day <= last)
    .sort((a, b) => a - b)
    .map((day) => {
      const minutes = failed.get(day);
      const { answered, traded, noTrade, moved, setAside, quarantined, revised } = countedOf.get(day) ?? NOTHING;
      return {
        day,
        answered,
        traded,
        noTrade,
        moved,
        setAside,
        quarantined,
        revised,
        refusedOrFailed: minutes === undefined ? 0 : minutes,
      };
    });
}
