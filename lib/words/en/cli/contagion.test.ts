import { describe, expect, it } from 'vitest';
import type { ContagionAnswer, FallAnswer } from '../../../api/contagion';
import { contagionText } from './contagion';

const fall: FallAnswer = {
  state: 'fell',
  seen: '2025-10-10T21:07Z',
  earliest: '2025-10-10T21:07Z',
  low: 3,
  ratio: -0.25,
  behindLeast: 1,
  behindMost: 1,
};
const answer = (to: string, own: FallAnswer): ContagionAnswer => ({
  method: 2,
  simulated: false,
  asset: 'ATOM',
  name: 'ATOM',
  from: '2025-10-10T00:00Z',
  to,
  asOf: null,
  levelMinutes: 60,
  leastCloses: 30,
  levels: [0.1],
  books: [
    {
      venue: 'binance',
      market: 'ATOM/USDT',
      kind: 'spot',
      source: 'rest',
      level: 4,
      closes: 60,
      lowest: { low: 0.001, ratio: -0.99975, minute: '2025-10-10T21:20Z' },
      silent: 0,
      unknown: 0,
      falls: [own],
    },
  ],
  orders: [{ level: 0.1, first: '2025-10-10T21:06Z', firsts: [], maybe: [] }],
  leftOut: [],
  ownShares: [],
});
const lineOf = (to: string, own = fall): string | undefined =>
  contagionText(answer(to, own))
    .split('\n')
    .find((line) => line.includes('level 4,'));

describe('the minutes of a book', () => {
  it('are told by the clock in a window of one day', () => {
    expect(lineOf('2025-10-11T00:00Z')).toBe(
      '  Binance ATOM/USDT: level 4, lowest −99.98 % at 21:20; 10 % at 21:07 (1 min behind)',
    );
  });

  it('have their day in a longer one', () => {
    expect(lineOf('2025-10-11T00:01Z')).toBe(
      '  Binance ATOM/USDT: level 4, lowest −99.98 % at 2025-10-10 21:20; 10 % at 2025-10-10 21:07 (1 min behind)',
    );
    const over = { ...fall, earliest: '2025-10-09T23:50Z', seen: '2025-10-10T00:10Z' };
    expect(lineOf('2025-10-11T00:01Z', over)).toContain(
      '10 % not known between 2025-10-09 23:50 and 2025-10-10 00:10 UTC',
    );
    expect(lineOf('2025-10-11T00:01Z', { ...fall, earliest: '2025-10-10T21:05Z' })).toContain(
      'not known between 21:05 and 21:07 UTC on 2025-10-10',
    );
  });
});

it('says once that no book has a level of its own, however many depths were asked for', () => {
  const one = answer('2025-10-11T00:00Z', fall);
  const levels = [0.05, 0.1, 0.2, 0.5];
  const books = one.books.map((book) => ({ ...book, level: null, closes: 0 }));
  const orders = levels.map((level) => ({ level, first: null, firsts: [], maybe: [] }));
  expect(contagionText({ ...one, levels, books, orders }).match(/no book has enough closes/g)).toHaveLength(1);
});
