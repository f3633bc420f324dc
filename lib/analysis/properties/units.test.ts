import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse';
import { rowNameOf } from '../testing/cases/agree';
import { redenominated, withPairs } from '../testing/cases/changed';
import { anyInput, MIXED } from '../testing/cases/input';
import { readMethod, type Reading } from '../testing/reading/reading';
import { RATE_RULES, type Analysis, type VenueSeries } from '../types';

/** The same cases in every run, so that what they have to meet is met. `SEED=… npm run unit` looks at others. */
const RUNS = { numRuns: 8, seed: Number(process.env['SEED'] ?? 1) };
/** For a slow machine: a hang, not a wait, is what it ends. */
const TIMEOUT = { timeout: 120_000 };
const DEVIATIONS = ['dLow', 'dHigh', 'dClose', 'outside'] as const;

const anyCase = fc.constantFrom('EUR', 'KRW', 'USDT').chain((quote) =>
  anyInput({ kind: 'others', copies: false, quotes: MIXED }).map((input) => ({
    quote,
    input: withPairs({ ...input, question: { ...input.question, rate: 'usd' as const } }, quote),
  })),
);

const isMeasured = (rule: string | undefined): boolean => rule === 'legs' || rule === 'thin';

/** Whether the quote's rate is measured in every minute in which any book quoted in it traded, by the books of its own day. */
function isMeasuredThroughout(
  { rates, series }: Reading,
  quote: string,
  input: Parameters<typeof readMethod>[0],
): boolean {
  const books = [...input.markets, ...input.rateMarkets].filter(({ market }) => market.quote === quote);
  return (
    series.some((one) => one.books.some(({ market }) => market.quote === quote)) &&
    books.every(({ market, candles }) =>
      candles.low.every(
        (low, i) => Number.isNaN(low) || isMeasured(rates.of(quote, market.venue, candles.range.from + i).rule),
      ),
    )
  );
}

const sameRow = ({ series }: Analysis, row: VenueSeries): VenueSeries | undefined =>
  series.find((one) => rowNameOf(one) === rowNameOf(row));

describe('a quote in another unit', () => {
  it(
    'by one constant factor changes no deviation by more than 1e-9 × (1 + |d|) while its rate is measured throughout',
    TIMEOUT,
    () => {
      let checked = 0;
      fc.assert(
        fc.property(anyCase, fc.constantFrom(1_000, 0.001, 7, 0.3), ({ quote, input }, units) => {
          const other = redenominated(input, quote, () => units);
          const reading = readMethod(input);
          if (!isMeasuredThroughout(reading, quote, input)) return;
          checked += 1;
          const after = analyse(other);
          const wrong = analyse(input).series.flatMap((one) =>
            DEVIATIONS.flatMap((name) => {
              const now = sameRow(after, one)?.[name];
              const i = one[name].findIndex((d, at) => !isNear(d, now?.[at] ?? NaN));
              return i < 0 ? [] : [`${rowNameOf(one)} ${name}: ${String(one[name][i])} against ${String(now?.[i])}`];
            }),
          );
          expect(wrong).toStrictEqual([]);
        }),
        { ...RUNS, numRuns: 2 * RUNS.numRuns },
      );
      expect(checked).toBeGreaterThan(2);
    },
  );

  it(
    'by a factor a minute moves a converted price by at most what smoothing moved it before and after',
    TIMEOUT,
    () => {
      let checked = 0;
      fc.assert(
        fc.property(
          anyCase,
          fc.array(fc.constantFrom(1, 1, 0.99, 1.02, 1.3), { minLength: 2, maxLength: 9 }),
          (one, factors) => {
            const units = (at: number): number => factors[at % factors.length] ?? NaN;
            const other = redenominated(one.input, one.quote, units);
            const [before, after] = [analyse(one.input), analyse(other)];
            const [was, is] = [readMethod(one.input).rates, readMethod(other).rates];
            const wrong: string[] = [];
            for (const own of before.series) {
              const now = sameRow(after, own);
              const { from } = one.input.question.range;
              own.close.forEach((close, i) => {
                const isOf = ({ books }: VenueSeries): boolean =>
                  books.some(
                    ({ range, market }) => range.from <= from + i && from + i < range.to && market.quote === one.quote,
                  );
                const moved = now === undefined ? NaN : (now.close[i] as number) / close;
                if (now === undefined || Number.isNaN(moved) || !isOf(own) || !isOf(now)) return;
                if (![own, now].every(({ rateRule }) => isMeasured(RATE_RULES[rateRule[i] ?? NaN]))) return;
                checked += 1;
                const most = [was, is]
                  .map((rates) => rates.of(one.quote, own.venue, from + i))
                  .map(({ median = NaN, value = NaN }) => Math.max(median / value, value / median))
                  .reduce((a, b) => a * b, 1 + 1e-9);
                if (Math.max(moved, 1 / moved) > most)
                  wrong.push(`${rowNameOf(own)}: ${String(moved)}, more than ${String(most)}`);
              });
            }
            expect(wrong).toStrictEqual([]);
          },
        ),
        { ...RUNS, numRuns: 2 * RUNS.numRuns },
      );
      expect(checked).toBeGreaterThan(2);
    },
  );
});

const isNear = (before: number, after: number): boolean =>
  Number.isNaN(before) ? Number.isNaN(after) : Math.abs(after - before) <= 1e-9 * (1 + Math.abs(before));
