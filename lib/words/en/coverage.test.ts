import { describe, expect, it } from 'vitest';
import { dayWords, monthWords, rowWords, shareWords } from './coverage';

const NOTHING = {
  answered: 0,
  traded: 0,
  noTrade: 0,
  moved: 0,
  setAside: 0,
  refused: 0,
  failed: 0,
  notServed: 0,
  quarantined: 0,
  revised: 0,
};

describe('a day in words', () => {
  it('was never requested where nothing is known of it, and says all that came of it where something is', () => {
    expect(dayWords(undefined, 1_440)).toBe('never requested');
    expect(
      dayWords(
        { ...NOTHING, answered: 240, traded: 232, noTrade: 8, refused: 1_200, quarantined: 1, revised: 3 },
        1_440,
      ),
    ).toBe('240 of 1,440 min answered: 232 traded, 8 no trade; 1,200 min refused; 1 row quarantined; 3 min revised');
    expect(dayWords({ ...NOTHING, failed: 10, notServed: 20, quarantined: 2 }, 1_440)).toBe(
      'no answer; 10 min failed; 20 min not served; 2 rows quarantined',
    );
  });
});

describe('a share', () => {
  it('is rounded down: a minute short of all is not all', () => {
    expect(shareWords(1_439_999, 1_440_000)).toBe('99.9 %');
    expect(shareWords(1_440, 1_440)).toBe('100 %');
    expect(shareWords(0, 0)).toBeUndefined();
    expect(rowWords({ answeredMinutes: 750, spanMinutes: 1_000, traded: 745 })).toEqual([
      'answered 75 %',
      'traded 99.3 %',
    ]);
    expect(rowWords({ answeredMinutes: 0, spanMinutes: 0, traded: 0 })).toEqual(['no answer']);
  });
});

it('months are named', () => {
  expect(monthWords('2025-10')).toBe('Oct 2025');
});
