import { expect, it } from 'vitest';
import type { Censoring } from '../../domain/episode';
import { MINUTES_PER_DAY, startOf, wholeDay, type Day } from '../../domain/minute';
import { measureDay } from '../days/day';
import { rateDaysOf } from '../rates/rateDays';
import { flat, marketOf, questionOf } from '../testing/markets';
import type { Asset } from '../../domain/market';
import { DayByDay } from './dayByDay';

/** 2025-10-10. */
const FIRST = 20_371 as Day;
const PEERS = ['coinbase', 'kraken', 'okx'];
/** Binance at this price in these minutes of a day, at 100 in every other; the three others at 100. T is 2 %. */
type Prices = Readonly<Record<number, number>>;
/** `isFirst`: nothing is known of the day before, as of the first. */
type WatchedDay = readonly [day: number, prices: Prices, isFirst?: true];
const LEVEL = Array.from({ length: MINUTES_PER_DAY }, () => flat(100));

function episodesOf(days: readonly WatchedDay[]): readonly (readonly [first: number, last: number, Censoring])[] {
  const run = new DayByDay('ATOM' as Asset, 0.02);
  for (const [nth, prices, isFirst = nth === 0] of days) {
    const day = (FIRST + nth) as Day;
    const range = wholeDay(day);
    const slots = (at: Prices) => LEVEL.map((level, slot) => (at[slot] === undefined ? level : flat(at[slot])));
    const markets = [
      marketOf('binance ATOM/USD', slots(prices), { from: range.from }),
      ...PEERS.map((venue) => marketOf(`${venue} ATOM/USD`, slots({}), { from: range.from })),
    ];
    const known = { markets, underlying: [], rates: rateDaysOf([]) };
    run.take(measureDay({ ...questionOf(1), range }, range, known), isFirst);
  }
  return [...run.finish()]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, censored }) => [start - startOf(FIRST), end - 1 - startOf(FIRST), censored]);
}

/** Minutes from the first day's midnight: the second day begins with 1,440, the third with 2,880. */
it.each<
  readonly [
    name: string,
    days: readonly WatchedDay[],
    places: readonly (readonly [first: number, last: number, Censoring])[],
  ]
>([
  ['within a day', [[0, { 700: 90, 701: 90 }]], [[700, 701, 'none']]],
  [
    'over midnight: one episode',
    [
      [0, { 1439: 90 }],
      [1, { 0: 90 }],
    ],
    [[1439, 1440, 'none']],
  ],
  [
    'calm minutes on both sides of midnight end it',
    [
      [0, { 1437: 90 }],
      [1, { 1: 90 }],
    ],
    [
      [1437, 1437, 'none'],
      [1441, 1441, 'none'],
    ],
  ],
  [
    'two calm minutes over midnight do not',
    [
      [0, { 1438: 90 }],
      [1, { 1: 90 }],
    ],
    [[1438, 1441, 'none']],
  ],
  ['the first minute of all: it may have begun before', [[0, { 0: 90 }]], [[0, 0, 'start']]],
  ['the last minute of all', [[0, { 1439: 90 }]], [[1439, 1439, 'end']]],
  [
    'a day without data closes it by the gap',
    [
      [0, { 1439: 90 }],
      [2, { 0: 90 }],
    ],
    [
      [1439, 1439, 'gap'],
      [2880, 2880, 'none'],
    ],
  ],
  [
    'of the day before nothing is known',
    [
      [0, { 1439: 90 }],
      [2, { 0: 90 }, true],
    ],
    [
      [1439, 1439, 'gap'],
      [2880, 2880, 'start'],
    ],
  ],
  [
    'on both sides of the price',
    [[0, { 700: 90, 800: 110 }]],
    [
      [700, 700, 'none'],
      [800, 800, 'none'],
    ],
  ],
  [
    'none',
    [
      [0, {}],
      [1, {}],
    ],
    [],
  ],
])('episodes day by day: %s', (_, days, places) => {
  expect(episodesOf(days)).toStrictEqual(places);
});
