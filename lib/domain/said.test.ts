import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCovered, knownAfter, type Said } from './said';

const said = (over: Partial<NonNullable<Said>> = {}): NonNullable<Said> => ({
  open: 2,
  high: 3,
  low: 1,
  close: 2,
  baseVolume: NaN,
  quoteVolume: NaN,
  trades: NaN,
  ...over,
});

describe('an answer after what is known', () => {
  const whole = said({ baseVolume: 5, quoteVolume: 10, trades: 7 });

  it.each([
    ['the same', whole, true],
    ['without the quote volume', said({ baseVolume: 5, trades: 7 }), true],
    ['of prices alone', said(), true],
    ['of another volume', said({ baseVolume: 6 }), false],
    ['of another low', said({ low: 0.9 }), false],
    ['that there is no candle', undefined, false],
  ])('%s', (_, answer, covered) => {
    expect(isCovered(whole, answer)).toBe(covered);
    expect(knownAfter(whole, answer)).toEqual(covered ? whole : answer);
  });

  it('that says more is not covered, and adds to what is known', () => {
    expect(isCovered(said({ baseVolume: 5 }), said({ trades: 7 }))).toBe(false);
    expect(knownAfter(said({ baseVolume: 5 }), said({ trades: 7 }))).toEqual(said({ baseVolume: 5, trades: 7 }));
  });

  it('that contradicts stands as it came, without the fields of the candle before', () => {
    expect(knownAfter(whole, said({ low: 0.9 }))).toEqual(said({ low: 0.9 }));
    expect(knownAfter(whole, said({ baseVolume: 6 }))).toEqual(said({ baseVolume: 6 }));
  });

  it('comes to the same in any order, where no answer contradicts another', () => {
    const part = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).map(([base, quote, trades]) =>
      said({
        ...(base ? { baseVolume: 5 } : {}),
        ...(quote ? { quoteVolume: 10 } : {}),
        ...(trades ? { trades: 7 } : {}),
      }),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const all = (answers: readonly Said[]): Said =>
          answers.reduce<Said>((known, one) => knownAfter(known, one), undefined);
        expect(all([...parts].reverse())).toEqual(all(parts));
        expect(parts.every((part) => isCovered(all(parts), part))).toBe(true);
      }),
    );
  });
});
