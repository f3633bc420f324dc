import { expect, it } from 'vitest';
import type { RateRule } from '../../domain/rate';
import { RULE } from '../rates/rate';
import { doubtAt, ownDoubt, type Converted } from './uncertainty';

/** A book's quote, USD per unit of it, what that rate leaves unknown, and its rule. */
type Row = readonly [quote: string, value: number, uncertainty: number, rule?: RateRule];

const converted = ([quote, value, uncertainty, rule = 'legs']: Row): Converted => ({
  quote,
  rate: {
    value: Float64Array.of(value),
    uncertainty: Float64Array.of(uncertainty),
    rule: Uint8Array.of(RULE[rule]),
    legs: Uint8Array.of(3),
  },
});
const USD: Row = ['USD', 1, 0, 'usd'];

it.each<readonly [string, Row, readonly Row[], readonly [uncertainty: number, isWeak: boolean]]>([
  ['no peer: unknown', USD, [], [NaN, false]],
  ['among USD books there is none', USD, [USD, USD, USD], [0, false]],
  // 0.125 + 0.25.
  ['two quotes: the sum of both', ['EUR', 1.25, 0.125], [['USDT', 1, 0.25]], [0.375, false]],
  // Rates 0.5 and 1: |1 ÷ 0.5 − 1| = 1, |1 ÷ 1 − 1| = 0, |1 ÷ 0.8 − 1| = 0.25.
  [
    'one quote at three rates: how far they lie apart, not what each leaves unknown',
    ['USDT', 1, 0.5],
    [
      ['USDT', 0.5, 0.5],
      ['USDT', 1, 0.5],
      ['USDT', 0.8, 0.5],
    ],
    [0.25, false],
  ],
  // 0.125 + 0.125 and 0.125 + 0.375: the mean of 0.25 and 0.5.
  [
    'two peers: the mean',
    ['EUR', 1.25, 0.125],
    [
      ['USDT', 1, 0.125],
      ['USDC', 1, 0.375],
    ],
    [0.375, false],
  ],
  // 0.25, 0.5, ∞.
  [
    'one unknown of three: the larger of the other two',
    USD,
    [
      ['USDT', 1, 0.25],
      ['EUR', 1, NaN],
      ['USDC', 1, 0.5],
    ],
    [0.5, false],
  ],
  // 0.25, ∞: their mean is infinite.
  [
    'one unknown of two: unknown',
    USD,
    [
      ['USDT', 1, 0.25],
      ['EUR', 1, NaN],
    ],
    [NaN, false],
  ],
  ['its own unknown: unknown beside any other quote', ['EUR', 1.25, NaN], [USD, USD, USD], [NaN, false]],
  [
    'its own unknown: certain beside its own quote at the same rate',
    ['EUR', 1.25, NaN],
    [['EUR', 1.25, NaN]],
    [0, false],
  ],
  ['its own rate is thin: weak', ['USDT', 1, 0.125, 'thin'], [USD, USD], [0.125, true]],
  ['its own is assumed: weak', ['USDT', 1, 0.13, 'parity'], [USD, USD], [0.13, true]],
  // 0.25, 0.25, 0; two of three.
  ['two weak peers of three: weak', USD, [['USDT', 1, 0.25, 'thin'], ['USDC', 1, 0.25, 'parity'], USD], [0.25, true]],
  // 0.25 and 0.
  ['one weak peer of two is not more than half', USD, [['USDT', 1, 0.25, 'thin'], USD], [0.125, false]],
])('of a deviation: %s', (_, own, peers, [uncertainty, isWeak]) => {
  const doubt = doubtAt(converted(own), { books: peers.map(converted), isPeer: () => true }, 0);
  expect(doubt).toStrictEqual({ uncertainty, isWeak });
});

it('a weak peer in the same quote does not count: a common depeg cancels', () => {
  const own: Row = ['USDT', 1, 0.125];
  const thin: Row = ['USDT', 1, 0.125, 'thin'];
  // 0, 0 and 0.125 + 0: the middle one is 0.
  expect(doubtAt(converted(own), { books: [thin, thin, USD].map(converted), isPeer: () => true }, 0)).toStrictEqual({
    uncertainty: 0,
    isWeak: false,
  });
});

it('a book without a trade in the minute is no peer of it', () => {
  const peers = [['USDT', 1, 0.5] as Row, ['EUR', 1, 0.25] as Row].map(converted);
  expect(doubtAt(converted(USD), { books: peers, isPeer: (place) => place === 1 }, 0).uncertainty).toBe(0.25);
});

it('of a pegged asset it is its own rate’s', () => {
  expect(ownDoubt(converted(['USDT', 1, 0.125, 'thin']), 0)).toStrictEqual({ uncertainty: 0.125, isWeak: true });
});
