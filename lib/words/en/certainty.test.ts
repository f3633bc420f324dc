import { expect, it } from 'vitest';
import type { WrittenCertainty } from '../../domain/episode';
import { blocsSentence, blocsWords, certaintyClause, certaintyWords, uncertaintyClause } from './certainty';

it.each<[WrittenCertainty, string, string]>([
  ['certain', 'beyond the rate’s uncertainty', ''],
  ['weak', 'beyond it, on a weak rate', ', on a weak rate'],
  ['within-rate', 'within the rate’s uncertainty', ', within the rate’s uncertainty'],
])('%s reads "%s"', (certainty, words, clause) => {
  expect([certaintyWords(certainty), certaintyClause(certainty)]).toEqual([words, clause]);
});

it.each([
  [0.0461, ' (± 4.61 %)'],
  [0.13, ' (± 13.00 %)'],
  [0.00002, ' (± 0.002 %)'],
  [0, ''],
  [null, ' (the rates’ uncertainty is unknown)'],
])('an uncertainty of %s stands behind a distance as "%s"', (uncertainty, words) => {
  expect(uncertaintyClause(uncertainty)).toBe(words);
});

it('the blocs are told apart by lows below and by highs above, and not at all where they do not part', () => {
  const blocs = { usd: 3.594, usdt: 1.6 };
  expect(blocsSentence(blocs, 'below')).toBe(' USD books stood at a median low of 3.594 USD, USDT books at 1.6 USD.');
  expect(blocsSentence(blocs, 'above')).toBe(' USD books stood at a median high of 3.594 USD, USDT books at 1.6 USD.');
  expect(blocsSentence(null, 'above')).toBe('');
  expect(blocsWords(blocs)).toBe('USD books at 3.594 USD, USDT books at 1.6 USD');
});
