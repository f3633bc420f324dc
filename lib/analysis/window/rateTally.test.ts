import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MISSING, type Missing } from '../../domain/missing';
import { RATE_RULES, type RateRule } from '../../domain/rate';
import { medianOf } from '../reference/order';
import type { BookSpan } from '../types';
import { RateTally } from './tallies';

interface RatedMinute {
  readonly why: Missing | 'measured';
  readonly rule: RateRule;
  readonly rate: number;
  readonly uncertainty: number;
  readonly legs: number;
}

function tallied(days: readonly (readonly RatedMinute[])[]): RateTally {
  const tally = new RateTally();
  for (const day of days)
    tally.take(
      {
        rate: Float64Array.from(day, ({ rate }) => rate),
        rateUncertainty: Float64Array.from(day, ({ uncertainty }) => uncertainty),
        legs: Uint8Array.from(day, ({ legs }) => legs),
        rateRule: Uint8Array.from(day, ({ rule }) => RATE_RULES.indexOf(rule)),
        missing: Uint8Array.from(day, ({ why }) => MISSING.indexOf(why)),
        books: [{ quote: 'USDC' } as BookSpan],
      },
      [],
    );
  return tally;
}

const FROM_LEGS: RatedMinute = { why: 'measured', rule: 'legs', rate: 0.894, uncertainty: 0.046, legs: 3 };
const NOT_FETCHED: RatedMinute = { why: 'not-fetched', rule: 'parity', rate: 1, uncertainty: 0.13, legs: 0 };
const minutesBy = (tally: RateTally, rule: RateRule): number => tally.minutes[RATE_RULES.indexOf(rule)] as number;

it('A market that was fetched for twenty minutes of an hour is converted in those alone: no parity is assumed of it in the others', () => {
  const tally = tallied([[...Array<RatedMinute>(20).fill(FROM_LEGS), ...Array<RatedMinute>(40).fill(NOT_FETCHED)]]);

  expect([minutesBy(tally, 'legs'), minutesBy(tally, 'parity')]).toEqual([20, 0]);
  expect([tally.median, tally.uncertainty, tally.legs]).toEqual([0.894, 0.046, 3]);
  expect([...tally.assumed]).toEqual([]);
});

it('A market without a price in the window has no rate, by no rule', () => {
  const tally = tallied([[NOT_FETCHED, { ...NOT_FETCHED, why: 'no-trade', rule: 'usd' }]]);

  expect([...tally.minutes]).toEqual(RATE_RULES.map(() => 0));
  expect([tally.median, tally.uncertainty, tally.legs]).toEqual([NaN, NaN, NaN]);
});

it('A parity that was assumed in one traded minute is told', () => {
  expect([...tallied([[FROM_LEGS], [{ ...NOT_FETCHED, why: 'too-few-peers' }]]).assumed]).toEqual(['USDC']);
});

const PRICED = ['measured', 'no-rate', 'too-few-peers'];
const anyMinute = fc.record({
  why: fc.constantFrom(...MISSING),
  rule: fc.constantFrom(...RATE_RULES),
  rate: fc.constantFrom(NaN, 0.9, 1, 1.02),
  uncertainty: fc.constantFrom(NaN, 0, 0.01, 0.13),
  legs: fc.integer({ min: 0, max: 9 }),
});

it('The rates of a window are those of its minutes with a price, whatever the others say', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyMinute, { minLength: 1, maxLength: 30 }), { maxLength: 4 }), (days) => {
      const tally = tallied(days);
      const priced = days.flat().filter(({ why }) => PRICED.includes(why));
      const isUsd = priced.length > 0 && priced.every(({ rule }) => rule === 'usd');
      const middle = (values: readonly number[]): number => medianOf(values.filter((value) => !Number.isNaN(value)));

      expect([...tally.minutes]).toEqual(RATE_RULES.map((one) => priced.filter(({ rule }) => rule === one).length));
      expect(tally.median).toBe(isUsd ? 1 : middle(priced.map(({ rate }) => rate)));
      expect(tally.uncertainty).toBe(isUsd ? 0 : middle(priced.map(({ uncertainty }) => uncertainty)));
      expect(tally.legs).toBe(
        isUsd ? 0 : middle(priced.filter(({ rate }) => !Number.isNaN(rate)).map(({ legs }) => legs)),
      );
    }),
  );
});
