import { describe, expect, it } from 'vitest';
import { dayOf, MINUTES_PER_DAY, minute, minuteRange, startOf, type MinuteRange } from '../../domain/minute';
import { analyse } from '../analyse';
import { DEEPEST_MINUTE, flat, marketOf, questionOf, rangeOf, type Slot } from '../testing/markets';

const DAYS = 3;
const FIRST = startOf(dayOf(DEEPEST_MINUTE));
const WINDOW = rangeOf(DAYS * MINUTES_PER_DAY, FIRST);

/** A book of which candles are stored on these days of the window, counted from 0, and nothing on the others. */
const storedOn = (name: string, ...days: readonly number[]) =>
  marketOf(
    name,
    Array.from({ length: DAYS * MINUTES_PER_DAY }, (_, i): Slot =>
      days.includes(Math.floor(i / MINUTES_PER_DAY)) ? flat(4) : 'unasked',
    ),
    { from: FIRST },
  );

const daysFrom = (first: number, end: number): MinuteRange =>
  minuteRange(minute(FIRST + first * MINUTES_PER_DAY), minute(FIRST + end * MINUTES_PER_DAY));

/** What is noted of a second name that stands for its book: how many days, and from which to which. */
const noted = (usdc: readonly number[], usd: readonly number[]) =>
  analyse({
    question: questionOf(1, { range: WINDOW }),
    markets: [
      ...['binance', 'kraken', 'okx'].map((venue) => storedOn(`${venue} ATOM/USD`, 0, 1, 2)),
      storedOn('coinbase ATOM/USDC', ...usdc),
      storedOn('coinbase ATOM/USD', ...usd),
    ],
    rateMarkets: [],
  }).notes.flatMap((note) => (note.kind === 'read-as' ? [[note.market.quote, note.quote, note.days, note.range]] : []));

describe('a second name that stands for a book is noted with the days on which that book is not stored', () => {
  it.each([
    ['the one day on which it is stored', [1], [0, 2], [['USDC', 'USD', 1, daysFrom(1, 2)]]],
    ['not the day on which both are', [0, 1, 2], [1], [['USDC', 'USD', 2, daysFrom(0, 3)]]],
    ['the days before the book is stored', [0, 1, 2], [2], [['USDC', 'USD', 2, daysFrom(0, 2)]]],
    ['all days where the book never is', [0, 1, 2], [], [['USDC', 'USD', 3, daysFrom(0, 3)]]],
    ['none where the book always is', [1], [0, 1, 2], []],
  ])('%s', (_, usdc, usd, notes) => {
    expect(noted(usdc, usd)).toEqual(notes);
  });
});
