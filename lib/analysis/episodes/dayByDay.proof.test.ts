import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Censoring, Side } from '../../domain/episode';
import type { Asset } from '../../domain/market';
import { MINUTES_PER_DAY, startOf, wholeDay, type Day } from '../../domain/minute';
import { measureDay } from '../days/day';
import { rateDaysOf } from '../rates/rateDays';
import { bar, flat, marketOf, questionOf, type Slot } from '../testing/markets';
import { far, recovered, stretches } from '../testing/reading/stretches';
import type { Episode } from '../types';
import { DayByDay } from './dayByDay';

/** 2025-10-10. */
const FIRST = 20_371 as Day;
const PEERS = ['coinbase', 'kraken', 'okx'];
const LEVEL = 100;
const ENTER = 0.02;
const CASES = 200;
const TIMEOUT_MS = 240_000;

/** Minutes of Binance that are alike, from a minute of all days on; `undefined`: without a trade. Every other minute of it stands at 100, as all other venues do. */
interface Patch {
  readonly from: number;
  readonly minutes: number;
  readonly prices: readonly [low: number, high: number, close: number] | undefined;
}

/** Days with data, and what happens on them. */
interface Course {
  readonly days: readonly boolean[];
  readonly patches: readonly Patch[];
}

/** T/2 and T themselves, and both sides of each: 99, 98, 101 and 102 of 100. */
const anyPrices = fc
  .record({
    low: fc.constantFrom(100, 100, 99.5, 99, 98.5, 98, 97, 90, 40),
    high: fc.constantFrom(100, 100, 100.5, 101, 101.5, 102, 110, 200),
    close: fc.constantFrom('low' as const, 'high' as const, 'level' as const),
  })
  .map(({ low, high, close }) => [low, high, { low, high, level: LEVEL }[close]] as const);

/** No further than a factor of 3 from the others: for hours it would be another coin (method, section 2). */
const anyRun = fc.record({
  minutes: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 4 }) },
    { weight: 3, arbitrary: fc.integer({ min: 14, max: 33 }) },
    { weight: 1, arbitrary: fc.constantFrom(700, 1_500) },
  ),
  prices: fc.option(anyPrices, { nil: undefined, freq: 2 }),
});

const anyCourse: fc.Arbitrary<Course> = fc
  .record({
    days: fc.array(fc.constantFrom(true, true, true, false), { minLength: 1, maxLength: 5 }),
    stretches: fc.array(
      fc.record({
        day: fc.nat(4),
        /** Around midnight, or anywhere. */
        at: fc.oneof(
          { weight: 4, arbitrary: fc.integer({ min: -35, max: 35 }) },
          { weight: 1, arbitrary: fc.integer({ min: 36, max: MINUTES_PER_DAY - 36 }) },
        ),
        runs: fc.array(anyRun, { minLength: 1, maxLength: 8 }),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ days, stretches: some }) => ({
    days: days.some(Boolean) ? days : [true],
    patches: some.flatMap(({ day, at, runs }) => {
      let from = Math.max(0, day * MINUTES_PER_DAY + at);
      return runs.map(({ minutes, prices }) => ({ from: (from += minutes) - minutes, minutes, prices }));
    }),
  }));

/** Closes are half percents of the level, so an area is a multiple of a half, but for the last digits. */
const areaOf = (sum: number): number => Number(sum.toFixed(6));

/** An episode, then silence until the day after it is over: back as it is then, it has no recovery. */
const SILENT_FOR_A_DAY: Course = {
  days: [true, true, true],
  patches: [
    { from: 1_000, minutes: 1, prices: [90, 100, 90] },
    { from: 1_001, minutes: 2 * MINUTES_PER_DAY - 1_001, prices: undefined },
  ],
};

/** Base volume in a minute of all days: another in each, and exact in any order. */
const volumeAt = (minute: number): number => 1 + (minute % 64);

function slotsOf({ days, patches }: Course): readonly Slot[] {
  const slots = Array.from({ length: days.length * MINUTES_PER_DAY }, (_, minute) => flat(LEVEL, volumeAt(minute)));
  for (const { from, minutes, prices } of patches)
    for (let minute = from; minute < Math.min(from + minutes, slots.length); minute += 1)
      slots[minute] = prices && bar(prices[2], prices[1], prices[0], prices[2], volumeAt(minute));
  return slots;
}

type Said = Pick<
  Episode,
  | 'side'
  | 'censored'
  | 'minutesBeyond'
  | 'minutesClosedBeyond'
  | 'unknownMinutes'
  | 'peak'
  | 'recoveryMinutes'
  | 'baseVolume'
> & {
  readonly first: number;
  readonly last: number;
  readonly peakAt: number;
  readonly area: number;
};

function measured({ days }: Course, slots: readonly Slot[]): readonly Said[] {
  const run = new DayByDay('ATOM' as Asset, ENTER);
  days.forEach((hasData, nth) => {
    if (!hasData) return;
    const range = wholeDay((FIRST + nth) as Day);
    const own = slots.slice(nth * MINUTES_PER_DAY, (nth + 1) * MINUTES_PER_DAY);
    const markets = [
      marketOf('binance ATOM/USD', own, { from: range.from }),
      ...PEERS.map((venue) =>
        marketOf(`${venue} ATOM/USD`, Array<Slot>(MINUTES_PER_DAY).fill(flat(LEVEL)), { from: range.from }),
      ),
    ];
    const known = { markets, underlying: [], rates: rateDaysOf([]) };
    run.take(measureDay({ ...questionOf(1, { enter: ENTER }), range }, range, known), days[nth - 1] !== true);
  });
  return run.finish().map((one) => ({
    side: one.side,
    first: one.start - startOf(FIRST),
    last: one.end - 1 - startOf(FIRST),
    censored: one.censored,
    minutesBeyond: one.minutesBeyond,
    minutesClosedBeyond: one.minutesClosedBeyond,
    unknownMinutes: one.unknownMinutes,
    peak: one.peak,
    peakAt: one.peakMinute - startOf(FIRST),
    recoveryMinutes: one.recoveryMinutes,
    area: areaOf(one.areaPctMinutes),
    baseVolume: one.baseVolume,
  }));
}

/** Neighbouring days with data, each run of them a window of its own: `[from, to)` in minutes of all days. */
const windowsOf = ({ days }: Course): readonly (readonly [from: number, to: number])[] =>
  days.flatMap((hasData, nth) => {
    if (!hasData || days[nth - 1] === true) return [];
    const end = days.indexOf(false, nth);
    return [[nth * MINUTES_PER_DAY, (end === -1 ? days.length : end) * MINUTES_PER_DAY] as const];
  });

/** What an ending is where a day without data follows. */
const CUT_BY_A_GAP: Readonly<Record<Censoring, Censoring>> = {
  none: 'none',
  start: 'start',
  end: 'gap',
  both: 'start-gap',
  gap: 'gap',
  'start-gap': 'start-gap',
};

/** The same by pencil: a day without data is a gap of 1,440 minutes, and a recovery is looked for until the day after the last minute is over. */
function read(course: Course, slots: readonly Slot[]): readonly Said[] {
  const strayed = (minute: number) => {
    const slot = slots[minute];
    if (slot === undefined || typeof slot === 'string') return undefined;
    const of = (price: number | undefined): number => (price ?? NaN) / LEVEL - 1;
    const [dLow, dHigh, dClose] = [of(slot.low), of(slot.high), of(slot.close)];
    return { dLow, dHigh, dClose, outside: undefined, under: 0, over: 0 };
  };
  return windowsOf(course).flatMap(([from, to]) =>
    (['below', 'above'] as const).flatMap((side: Side) => {
      const minutes = Array.from({ length: to - from }, (_, i) => from + i);
      const isLast = to === course.days.length * MINUTES_PER_DAY || !course.days.includes(true, to / MINUTES_PER_DAY);
      return stretches(minutes, side, ENTER, strayed).map(({ start, end, censored }): Said => {
        const inside = minutes.filter((minute) => minute >= start && minute < end);
        const known = inside.flatMap((minute) => strayed(minute) ?? []);
        const sign = side === 'below' ? -1 : 1;
        const peak = Math.max(...known.map((d) => far(side, d)));
        const peakAt = inside.find((minute) => {
          const d = strayed(minute);
          return d !== undefined && far(side, d) === peak;
        });
        const over = (Math.floor((end - 1) / MINUTES_PER_DAY) + 2) * MINUTES_PER_DAY;
        const later = minutes.filter((minute) => minute < over);
        return {
          side,
          first: start,
          last: end - 1,
          censored: isLast ? censored : CUT_BY_A_GAP[censored],
          minutesBeyond: known.filter((d) => far(side, d) >= ENTER).length,
          minutesClosedBeyond: known.filter((d) => sign * d.dClose >= ENTER).length,
          unknownMinutes: inside.length - known.length,
          peak: sign * peak,
          peakAt: peakAt ?? NaN,
          recoveryMinutes: recovered(later, peakAt ?? NaN, ENTER, strayed),
          area: areaOf(100 * known.reduce((sum, d) => sum + Math.max(0, sign * d.dClose), 0)),
          baseVolume: inside.reduce((sum, minute) => sum + (strayed(minute) === undefined ? 0 : volumeAt(minute)), 0),
        };
      });
    }),
  );
}

const inOrder = (all: readonly Said[]): readonly Said[] =>
  all.toSorted((a, b) => a.first - b.first || Number(a.side === 'above') - Number(b.side === 'above'));

it('episodes over days, some without data, are those that are read off with a pencil', { timeout: TIMEOUT_MS }, () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(anyCourse, (course) => {
      const slots = slotsOf(course);
      const found = inOrder(measured(course, slots));
      expect(found).toStrictEqual(inOrder(read(course, slots)));
      for (const { first, last, censored, recoveryMinutes, peakAt } of found) {
        met.add(censored);
        const day = (minute: number): number => Math.floor(minute / MINUTES_PER_DAY);
        if (day(first) !== day(last)) met.add('over midnight');
        if (recoveryMinutes !== undefined && day(peakAt + recoveryMinutes) > day(last))
          met.add('recovered the day after');
      }
    }),
    { numRuns: CASES, seed: Number(process.env['SEED'] ?? 1), endOnFailure: true, examples: [[SILENT_FOR_A_DAY]] },
  );
  for (const one of ['none', 'start', 'end', 'gap', 'over midnight', 'recovered the day after'])
    expect(met).toContain(one);
});
