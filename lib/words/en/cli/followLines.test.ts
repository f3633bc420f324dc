import { describe, expect, it } from 'vitest';
import { minuteAt } from '../../../domain/minute';
import { followCells, followedLine, lagWords, type FollowedLine } from './followLines';

const okx: FollowedLine = {
  venue: 'okx',
  state: 'following',
  markets: ['ATOM/USDT', 'ATOM/USDC'],
  newest: minuteAt(Date.UTC(2025, 9, 10, 21, 19)),
  lagSeconds: 8.4,
  candles: 1_234,
  corrections: 2,
  note: 'revised: ATOM/USDT 1',
};

describe('a followed venue on one line', () => {
  it.each([
    [
      okx,
      'OKX: following, 2 markets complete to 2025-10-10T21:19Z, 8 s behind; 1,234 candles, 2 minutes revised (revised: ATOM/USDT 1)',
    ],
    [
      { ...okx, markets: ['ATOM/USDT'], candles: 1, corrections: 1, note: '' },
      'OKX: following, 1 market complete to 2025-10-10T21:19Z, 8 s behind; 1 candle, 1 minute revised',
    ],
    // A lag of a venue that is away would stand still.
    [
      { ...okx, state: 'away', note: 'cannot be reached (ENOTFOUND)' },
      'OKX: not answering, 2 markets complete to 2025-10-10T21:19Z; 1,234 candles, 2 minutes revised (cannot be reached (ENOTFOUND))',
    ],
    [{ ...okx, state: 'connecting', newest: undefined, lagSeconds: undefined, note: '' }, 'OKX: connecting'],
    [{ ...okx, state: 'refused', newest: undefined, note: 'HTTP 451' }, 'OKX: refused (HTTP 451)'],
  ] as const)('%#', (of, line) => {
    expect(followedLine(of)).toBe(line);
  });
});

it.each([
  [8.9, '8 s'],
  [119.9, '119 s'],
  [120, '2 min'],
  [7_199, '119 min'],
  [7_200, '2 h 0 min'],
  [11_111, '3 h 5 min'],
])('a lag of %d seconds is %s', (seconds, words) => {
  expect(lagWords(seconds)).toBe(words);
});

it('a row of the table counts on while nothing is heard', () => {
  expect(Object.values(followCells(okx, 3_000)).join('|')).toBe(
    'OKX           |2025-10-10T21:19Z|11 s behind       |    1,234|   2|following (revised: ATOM/USDT 1)',
  );
});
