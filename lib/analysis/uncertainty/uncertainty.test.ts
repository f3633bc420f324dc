import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MISSING } from '../../domain/missing';
import { RATE_RULES, type RateRule } from '../../domain/rate';
import { RULE } from '../rates/rate';
import {
  doubtsAmong,
  NO_DOUBTS,
  ownDoubts,
  type Converted,
  type Doubt,
  type DoubtColumns,
  type Doubts,
  type Peer,
} from './uncertainty';

/** A book's quote, USD per unit of it, what that rate leaves unknown, and its rule. */
type Row = readonly [quote: string, value: number, uncertainty: number, rule?: RateRule];

/** A book of one quote, minute by minute. */
const converted = (rows: readonly Row[]): Converted => ({
  quote: rows[0]?.[0] ?? '',
  rate: {
    value: Float64Array.from(rows, ([, value]) => value),
    uncertainty: Float64Array.from(rows, ([, , uncertainty]) => uncertainty),
    rule: Uint8Array.from(rows, ([, , , rule = 'legs']) => RULE[rule]),
    legs: new Uint8Array(rows.length).fill(3),
  },
});
const peer = (row: Row, why: (typeof MISSING)[number] = 'measured'): Peer => ({
  ...converted([row]),
  missing: Uint8Array.of(MISSING.indexOf(why)),
});
const doubtAmong = (own: Row, peers: readonly Peer[]): Doubt => doubtsAmong(converted([own]), () => peers).at(0);
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
  const among = peers.map((one) => peer(one));
  expect(doubtAmong(own, among)).toStrictEqual({ uncertainty, isWeak });
});

it('a weak peer in the same quote does not count: a common depeg cancels', () => {
  const thin: Row = ['USDT', 1, 0.125, 'thin'];
  // 0, 0 and 0.125 + 0: the middle one is 0.
  expect(doubtAmong(['USDT', 1, 0.125], [peer(thin), peer(thin), peer(USD)])).toStrictEqual({
    uncertainty: 0,
    isWeak: false,
  });
});

it('a book without a trade in the minute is no peer of it', () => {
  expect(doubtAmong(USD, [peer(['USDT', 1, 0.5], 'no-trade'), peer(['EUR', 1, 0.25])]).uncertainty).toBe(0.25);
});

/** Of some slots, put behind what stands in the columns. */
function filled(doubts: Doubts, slots: readonly number[]): readonly Doubt[] {
  const into: DoubtColumns = {
    uncertainty: new Float64Array(slots.length + 2).fill(7),
    weak: new Uint8Array(slots.length + 2).fill(7),
  };
  doubts.fill(Int32Array.of(...slots, 0), slots.length, into, 1);
  for (const column of [into.uncertainty, into.weak]) expect([column.at(0), column.at(-1)]).toEqual([7, 7]);
  return slots.map((_, i) => ({ uncertainty: into.uncertainty[i + 1] ?? 7, isWeak: into.weak[i + 1] === 1 }));
}

it('of a pegged asset it is its own rate’s', () => {
  const doubts = ownDoubts(
    converted([
      ['USDT', 1, 0.125, 'thin'],
      ['USDT', 1, NaN],
    ]),
  );
  expect(doubts.at(0)).toStrictEqual({ uncertainty: 0.125, isWeak: true });
  expect(filled(doubts, [1, 0])).toStrictEqual([doubts.at(1), doubts.at(0)]);
});

it('of raw quotes nothing is unknown', () => {
  const nothing: Doubt = { uncertainty: 0, isWeak: false };
  expect(NO_DOUBTS.at(0)).toStrictEqual(nothing);
  expect(filled(NO_DOUBTS, [3, 1])).toStrictEqual([nothing, nothing]);
});

/** Few different numbers, so that they tie. */
const anyRate = fc.record({
  value: fc.oneof(fc.constantFrom(1, 0.5, NaN), fc.double({ min: 0.01, max: 100, noNaN: true })),
  uncertainty: fc.oneof(fc.constantFrom(0, 0.125, NaN), fc.double({ min: 0, max: 2, noNaN: true })),
  rule: fc.constantFrom(...RATE_RULES),
  why: fc.constantFrom<(typeof MISSING)[number]>('measured', 'measured', 'measured', 'no-trade', 'no-rate'),
});

/** Section 5 of the method, minute by minute. */
function plainly([quote, value, own, rule]: Row, peers: readonly Row[]): Doubt {
  const isWeak = (one: RateRule | undefined): boolean => one === 'thin' || one === 'parity';
  const each = peers
    .map((one) => (one[0] === quote ? Math.abs(value / one[1] - 1) : own + one[2]))
    .map((doubt) => (Number.isNaN(doubt) ? Infinity : doubt));
  const sorted = Float64Array.from(each).sort();
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1] ?? NaN, sorted[sorted.length >> 1] ?? NaN];
  const median = sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
  return {
    uncertainty: Number.isFinite(median) ? median : NaN,
    isWeak: isWeak(rule) || 2 * peers.filter((one) => one[0] !== quote && isWeak(one[3])).length > peers.length,
  };
}

it('of many minutes at once they are those of each, whatever the rates are and whoever traded', () => {
  fc.assert(
    fc.property(
      fc
        .tuple(
          fc.array(fc.constantFrom('USD', 'USDT', 'EUR'), { minLength: 1, maxLength: 18 }),
          fc.integer({ min: 1, max: 5 }),
        )
        .chain(([quotes, minutes]) =>
          fc.record({
            quotes: fc.constant(quotes),
            books: fc.array(fc.array(anyRate, { minLength: minutes, maxLength: minutes }), {
              minLength: quotes.length,
              maxLength: quotes.length,
            }),
            slots: fc.array(fc.integer({ min: 0, max: minutes - 1 }), { maxLength: 8 }),
          }),
        ),
      ({ quotes, books, slots }) => {
        const rows = books.map((minutes, i) =>
          minutes.map(({ value, uncertainty, rule }): Row => [quotes[i] ?? '', value, uncertainty, rule]),
        );
        const [own, ...peers] = rows.map((minutes, i): Peer => ({
          ...converted(minutes),
          missing: Uint8Array.from(books[i] ?? [], ({ why }) => MISSING.indexOf(why)),
        }));
        const expected = slots.map((slot) =>
          plainly(
            rows[0]?.[slot] ?? USD,
            rows.slice(1).flatMap((minutes, i) => {
              const row = minutes[slot];
              return row === undefined || books[i + 1]?.[slot]?.why !== 'measured' ? [] : [row];
            }),
          ),
        );
        const doubts = doubtsAmong(own ?? converted([USD]), () => peers);
        expect(filled(doubts, slots)).toStrictEqual(expected);
        expect(slots.map((slot) => doubts.at(slot))).toStrictEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});
