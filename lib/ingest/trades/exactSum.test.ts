import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactSum, scaled } from './exactSum';

interface Term {
  readonly price: string;
  readonly amount: string;
}

const decimalsOf = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);

function sumOf(terms: readonly Term[]): number {
  const sum = new ExactSum();
  for (const { price, amount } of terms) {
    const [p, a] = [decimalsOf(price), decimalsOf(amount)];
    sum.add(scaled(Number(price), p), scaled(Number(amount), a), p + a);
  }
  return sum.value();
}

/** By another road: every term in 10⁻⁴⁰, in whole numbers throughout. */
function bySchool(terms: readonly Term[]): number {
  const whole = (text: string): bigint => BigInt(text.replace('.', '')) * 10n ** BigInt(20 - decimalsOf(text));
  return Number(`${String(terms.reduce((sum, { price, amount }) => sum + whole(price) * whole(amount), 0n))}e-40`);
}

describe('a sum of trades', () => {
  it.each([
    [
      '0.1 + 0.2 is 0.3',
      [
        { price: '1', amount: '0.1' },
        { price: '1', amount: '0.2' },
      ],
      0.3,
    ],
    [
      'a dust amount beside a large one stays',
      [
        { price: '1', amount: '0.27' },
        { price: '1', amount: '0.00000002' },
      ],
      0.27000002,
    ],
    ['of nothing is 0', [], 0],
    ['of products beyond 2⁵³', [{ price: '112000.12345678', amount: '261972792.89836266' }], 29_340_985_146_934.08],
  ])('%s', (_, terms, wanted) => {
    expect(sumOf(terms)).toBe(wanted);
  });

  it('comes to the number its decimal is written as, in whatever order the trades are added', () => {
    const decimal = fc
      .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, places]) => (digits / 10 ** places).toFixed(places))
      .filter((text) => Number(text) > 0);
    const anyTerms = fc.array(fc.record({ price: decimal, amount: decimal }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        anyTerms.chain((terms) =>
          fc.tuple(fc.constant(terms), fc.shuffledSubarray(terms, { minLength: terms.length })),
        ),
        ([terms, shuffled]) => {
          expect(sumOf(terms)).toBe(bySchool(terms));
          expect(sumOf(shuffled)).toBe(sumOf(terms));
        },
      ),
    );
  });
});
