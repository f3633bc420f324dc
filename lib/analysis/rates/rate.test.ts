import { expect, it } from 'vitest';
import { RATE_RULES } from '../../domain/rate';
import { isMeasuredRule, isWeakRule, rateIn, rateOfOne, RULE } from './rate';

it.each([
  ['none', { measured: false, weak: false }],
  ['usd', { measured: true, weak: false }],
  ['legs', { measured: true, weak: false }],
  ['thin', { measured: true, weak: true }],
  ['parity', { measured: false, weak: true }],
] as const)('a rate by the rule %s: %j', (rule, expected) => {
  expect(RATE_RULES[RULE[rule]]).toBe(rule);
  expect({ measured: isMeasuredRule(RULE[rule]), weak: isWeakRule(RULE[rule]) }).toStrictEqual(expected);
});

it('a slot past the end of the columns has no rule', () => {
  expect([isMeasuredRule(undefined), isWeakRule(undefined)]).toStrictEqual([false, false]);
});

it('of USD it is 1 in every minute, without an error and without a leg', () => {
  const { value, rule, uncertainty, legs } = rateOfOne(2, RULE.usd);
  expect([value, rule, uncertainty, legs].map((column) => [...column])).toStrictEqual([
    [1, 1],
    [RULE.usd, RULE.usd],
    [0, 0],
    [0, 0],
  ]);
});

it('a part of it holds the same minutes in all columns', () => {
  const rate = {
    value: Float64Array.of(1, 2, 3),
    rule: Uint8Array.of(2, 3, 4),
    uncertainty: Float64Array.of(0.1, 0.2, 0.3),
    legs: Uint8Array.of(5, 6, 7),
  };
  const part = rateIn(rate, 1, 2);
  expect([part.value, part.rule, part.uncertainty, part.legs].map((column) => [...column])).toStrictEqual([
    [2],
    [3],
    [0.2],
    [6],
  ]);
});
