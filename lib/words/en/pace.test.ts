import { describe, expect, it } from 'vitest';
import { paceWords, roughly } from './pace';

describe('an estimate in words', () => {
  it('has one unit, rounded up, and says that it is one', () => {
    expect([0.2, 42.1, 89, 90, 200, 5_399, 5_400, 100_000, 129_600].map(roughly)).toEqual([
      '1 s',
      '43 s',
      '89 s',
      '2 min',
      '4 min',
      '90 min',
      '2 h',
      '28 h',
      '2 d',
    ]);
    expect(paceWords({ perSecond: 1_234.4, etaSeconds: 200 })).toBe('1,234 candles/s, about 4 min left');
  });

  it('is nothing where nothing is known, and no time where none is left', () => {
    expect(paceWords({ perSecond: undefined, etaSeconds: undefined })).toBe('');
    expect(paceWords({ perSecond: 12, etaSeconds: 0 })).toBe('12 candles/s');
  });
});
