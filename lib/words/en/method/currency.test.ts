import { expect, it } from 'vitest';
import { exampleRate } from '../../../api/testing/methodExample';
import { plainText } from '../../richText';
import { crossSum, emptyLeg, legLabel, legListLabel, noRateNeeded, rateOf, rateSum } from './currency';
import { methodExample } from '../../../api/testing/methodExample';

const [btc, eth] = exampleRate.crosses;
const none = { ...exampleRate.direct, closes: [], median: null };
const onTwo = {
  pair: 'USDT/USD',
  closes: [
    { venue: 'kraken', close: 1.0008 },
    { venue: 'coinbase', close: 1.001 },
  ],
  median: 1.0009,
};

it.each([
  [btc, '110,120 ÷ 110,010 = 1.001000 USD per USDT'],
  [eth, 'No cross: each of the two medians needs two venues that traded in that minute.'],
])('writes a cross as a division, or says why there is none', (cross, words) => {
  expect(cross === undefined ? undefined : plainText(crossSum(cross, 'USDT'))).toBe(words);
});

it.each([
  [
    exampleRate,
    'Rate at 21:20 UTC: 1.001000 USD per USDT, by the rule “cross rate of BTC and ETH”. The direct pair USDT/USD was at 1.000800 on 1 venue; it is not needed here.',
  ],
  [
    { ...exampleRate, rule: 'direct' as const, value: 1.0009, direct: onTwo },
    'Rate at 21:20 UTC: 1.000900 USD per USDT, by the rule “direct pair”. The direct pair USDT/USD was at 1.000900 on 2 venues.',
  ],
  [
    { ...exampleRate, rule: 'parity' as const, value: 1, direct: none },
    'Rate at 21:20 UTC: 1 USD per USDT, by the rule “assumed parity”. No stored venue traded USDT/USD itself in that minute.',
  ],
  [
    { ...exampleRate, rule: 'none' as const, value: null, direct: none },
    'There is no rate for USDT at 21:20 UTC. No stored venue traded USDT/USD itself in that minute.',
  ],
  [
    { ...exampleRate, rule: 'usd' as const, value: 1, direct: none },
    'Rate at 21:20 UTC: 1 USD per USDT, by the rule “quoted in USD”. No stored venue traded USDT/USD itself in that minute.',
  ],
])('states the rate with the rule that gave it', (rate, words) => {
  expect(plainText(rateSum(rate))).toBe(words);
});

it('names what a list of closes is of', () => {
  expect([legLabel(none), legListLabel(none), emptyLeg(none)]).toEqual([
    'USDT/USD, closes',
    'Closes of USDT/USD, ascending',
    'USDT/USD: no stored venue traded it in that minute',
  ]);
});

it('names the example, and says where no rate is needed', () => {
  expect(rateOf(methodExample, 'USDT')).toBe('ATOM, 2025-10-10 21:20 UTC: USD per USDT');
  expect(noRateNeeded(methodExample)).toBe(
    'Every stored market of ATOM is quoted in USD in this minute. By rule 1 the rate is 1, and nothing is converted.',
  );
});
