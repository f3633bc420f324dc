import { expect, it } from 'vitest';
import type { LeftOutMarket } from '../../api/leftOut';
import { leftOutWords, onDays, whyWords } from './leftOut';

type Why = Pick<LeftOutMarket, 'why' | 'aliasOf' | 'factor'>;

it.each<[Why, string]>([
  [{ why: 'alias', aliasOf: 'BTC/USD', factor: null }, 'second name of BTC/USD'],
  [{ why: 'suspected alias', aliasOf: 'NEIRO/USDT', factor: null }, 'suspected second name of NEIRO/USDT'],
  [
    { why: 'suspected namesake', aliasOf: null, factor: 0.034 },
    'suspected to be another coin or unit: 0.034 times the other venues’ median',
  ],
  [
    { why: 'suspected namesake', aliasOf: null, factor: 1_000 },
    'suspected to be another coin or unit: 1,000 times the other venues’ median',
  ],
  [{ why: 'suspected namesake', aliasOf: null, factor: null }, 'suspected to be another coin or unit'],
])('%j reads "%s"', (of, words) => {
  expect(leftOutWords(of)).toBe(words);
});

it.each([
  ['alias', 'second name of another book'],
  ['suspected alias', 'suspected second name of another book'],
  ['suspected namesake', 'suspected to be another coin or unit'],
  [undefined, 'left out'],
] as const)('%s reads "%s"', (why, words) => {
  expect(whyWords(why)).toBe(words);
});

it('one day is named, several are counted', () => {
  expect(onDays(1, '2025-10-10', '2025-10-10')).toBe('on 2025-10-10');
  expect(onDays(2, '2025-10-10', '2025-10-12')).toBe('on two UTC days, 2025-10-10 to 2025-10-12');
});
