import fc from 'fast-check';
import { minute, minuteRange, MINUTES_PER_DAY, type MinuteRange } from '../../../domain/minute';
import { DEEPEST_MINUTE, type Slot } from '../markets';

/** When a case plays: its window, and the minutes that have candles. All others are holes: days are long. */
export interface Frame {
  readonly window: MinuteRange;
  /** Whole UTC days around the window, two before it and one after. */
  readonly world: MinuteRange;
  /** In order, each once. */
  readonly active: readonly number[];
  /** Everything trades in every active minute, so that hours and shares are exact. */
  readonly steady: boolean;
}

/** 2025-10-11T00:00Z. */
const MIDNIGHT = Math.ceil(DEEPEST_MINUTE / MINUTES_PER_DAY) * MINUTES_PER_DAY;

/** The minutes beside the window that have candles too: the rates of its first and last two look there. */
const BESIDE = 3;

/** Where in the day, from its beginning, more candles are: they decide choices and suspects of the whole day. */
const ELSEWHERE = [300, 900];

/** So many minutes: some, or enough for a suspected alias. */
const anyElsewhere = fc.constantFrom(0, 0, 0, 20, 35);

/** So many minutes make a suspected namesake; a case that has them takes ten times as long. */
const LONG = 245;

/** Sixty common minutes make a ratio: many a case lies just about there. */
const anyRatioMinutes = fc.constantFrom(59, 60, 61, 90);

const anyWindow = fc
  .record({
    before: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }) },
      { weight: 2, arbitrary: fc.integer({ min: 100, max: 400 }) },
      { weight: 1, arbitrary: fc.constantFrom(0, 1, 2, MINUTES_PER_DAY) },
    ),
    length: fc.oneof(
      { weight: 14, arbitrary: fc.integer({ min: 1, max: 30 }) },
      { weight: 6, arbitrary: fc.integer({ min: 31, max: 60 }) },
      // A whole day between two midnights.
      { weight: 1, arbitrary: fc.constant(MINUTES_PER_DAY + 60) },
    ),
  })
  .map(({ before, length }) => minuteRange(minute(MIDNIGHT - before), minute(MIDNIGHT - before + length)));

const minutesFrom = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => from + i);

/** A frame; `ratioDays`: there are candles on the day before each day of the window too. */
export const anyFrame = (ratioDays: boolean): fc.Arbitrary<Frame> =>
  fc
    .record({
      window: anyWindow,
      elsewhere: fc.array(anyElsewhere, { minLength: 6, maxLength: 6 }),
      ratioMinutes: fc.array(anyRatioMinutes, { minLength: 3, maxLength: 3 }),
      steady: fc.boolean(),
      long: fc.constantFrom(false, false, false, true),
    })
    .map(({ window, elsewhere, ratioMinutes, steady, long }) => {
      const first = Math.floor(window.from / MINUTES_PER_DAY);
      const last = Math.floor((window.to - 1) / MINUTES_PER_DAY);
      const days = minutesFrom(first, last - first + 1);
      // Of a window of a whole day its first half hour and last hour have candles.
      const dayLong = window.to - window.from > MINUTES_PER_DAY;
      const spans = [
        ...(dayLong
          ? [minutesFrom(window.from - BESIDE, 30), minutesFrom(window.to - 70, 70 + BESIDE)]
          : [minutesFrom(window.from - BESIDE, window.to - window.from + 2 * BESIDE)]),
        ...days.flatMap((day, d) =>
          ELSEWHERE.map((place, p) =>
            minutesFrom(day * MINUTES_PER_DAY + place, long && d + p === 0 ? LONG : (elsewhere[2 * d + p] ?? NaN)),
          ),
        ),
        ...(ratioDays
          ? days.map((day, d) => minutesFrom((day - 1) * MINUTES_PER_DAY + 600, ratioMinutes[d] ?? NaN))
          : []),
      ];
      return {
        window,
        world: minuteRange(minute((first - 2) * MINUTES_PER_DAY), minute((last + 2) * MINUTES_PER_DAY)),
        active: [...new Set(spans.flat())].sort((a, b) => a - b),
        steady: steady || long,
      };
    });

/** The slots of the whole world: those of the active minutes, one after the other, and holes. */
export function spread({ world, active }: Frame, slots: readonly Slot[], elsewhere: Slot): readonly Slot[] {
  const all = new Array<Slot>(world.to - world.from).fill(elsewhere);
  active.forEach((at, i) => {
    all[at - world.from] = slots[i];
  });
  return all;
}
