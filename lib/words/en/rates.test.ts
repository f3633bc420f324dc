import { describe, expect, it } from 'vitest';
import type { RateRule } from '../../api/hole';
import type { RateLeg } from '../../api/minute';
import { isWeakRule } from '../../domain/rate';
import { legsCounted, legsNamed, rateWords, ruleHint, ruleWords, type RateFacts } from './rates';

describe('what made a rate', () => {
  it.each<[RateRule, string, string, boolean]>([
    ['usd', 'quoted in USD', 'The book is quoted in USD, or is read as one that is.', false],
    [
      'legs',
      'from legs',
      'The median of three legs or more, of two venues or more, none of them the venue’s own.',
      false,
    ],
    ['thin', 'from few legs', 'Weak: fewer than three legs, or fewer than two venues.', true],
    ['parity', 'assumed parity', 'Weak: no leg, so the stablecoin counts as 1 USD, give or take 13 %.', true],
    ['none', 'no rate', 'No leg, so the market takes no part in that minute.', false],
  ])('%s reads "%s"', (rule, words, hint, weak) => {
    expect([ruleWords(rule), ruleHint(rule), isWeakRule(rule)]).toEqual([words, hint, weak]);
  });
});

describe('a rate', () => {
  it.each<[RateFacts, string | undefined]>([
    [{ rule: 'legs', value: 0.8939, uncertainty: 0.0461 }, '0.8939 ± 4.61 %'],
    [{ rule: 'legs', value: 1.0003, uncertainty: 0.000012 }, '1.0003 ± 0.0012 %'],
    [{ rule: 'thin', value: 1.16, uncertainty: null }, '1.16, uncertainty unknown'],
    [{ rule: 'thin', value: 1, uncertainty: 0 }, '1 ± 0 %'],
    [{ rule: 'parity', value: 1, uncertainty: 0.13 }, '1 ± 13.00 %'],
    [{ rule: 'usd', value: 1, uncertainty: 0 }, '1'],
    [{ rule: 'none', value: null, uncertainty: null }, undefined],
  ])('%j reads "%s"', (rate, words) => {
    expect(rateWords(rate)).toBe(words);
  });
});

const leg = (venue: string, base: string | null, isDropped = false): RateLeg => ({
  venue,
  base,
  pair: base === null ? 'USDT/USD' : `${base}/USDT`,
  close: 1,
  over: null,
  value: 1,
  isDropped,
});

describe('the legs of a rate', () => {
  it.each<[readonly RateLeg[], string, string]>([
    [[], 'none', ''],
    [[leg('kraken', null)], '1 leg of 1 venue', 'Kraken direct'],
    [
      [leg('binance', 'BTC'), leg('binance', 'ETH'), leg('kraken', null)],
      '3 legs of 2 venues',
      'Binance BTC, ETH; Kraken direct',
    ],
    [[leg('gate', 'BTC', true), leg('okx', 'BTC')], '1 leg of 1 venue', 'Gate BTC (dropped); OKX BTC'],
  ])('%#: are counted without those dropped, and named with them', (legs, counted, named) => {
    expect([legsCounted(legs), legsNamed(legs)]).toEqual([counted, named]);
  });
});
