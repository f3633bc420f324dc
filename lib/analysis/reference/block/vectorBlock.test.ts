import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceMatrix } from '../../markets/prices';
import { deviationBuffer, fillDeviations, type Measured, type Peers } from '../kernel';
import { BLOCK_MINUTES } from './block';
import { PlainBlock } from './plainBlock';
import { canVectorise, VectorBlock } from './vectorBlock';

/** Prices that tie often, stray far, and are missing in some minutes; a column a row, slot after slot. */
const anyPrices = (rows: number, slots: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(1, 2, 3, 1.1, 0.001, 100000) },
        { weight: 3, arbitrary: fc.double({ min: 1e-12, max: 1e12, noNaN: true }) },
        { weight: 2, arbitrary: fc.constant(NaN) },
      ),
      { minLength: rows * slots, maxLength: rows * slots },
    )
    .map((values) => Float64Array.from(values));

interface Asked {
  readonly matrix: PriceMatrix;
  readonly peers: Peers;
  readonly minPeers: number;
  readonly from: number;
}

const anyAsked: fc.Arbitrary<Asked> = fc
  .record({
    spot: fc.integer({ min: 0, max: 14 }),
    others: fc.integer({ min: 0, max: 2 }),
    slots: fc.integer({ min: 1, max: 9 }),
  })
  .chain(({ spot, others, slots }) => {
    const rows = spot + others;
    return fc.record({
      matrix: fc
        .record({ low: anyPrices(rows, slots), high: anyPrices(rows, slots), close: anyPrices(rows, slots) })
        .map((prices): PriceMatrix => ({
          rows,
          spot,
          slots,
          ...prices,
          missing: Uint8Array.from(prices.close, (close, at) =>
            Number.isNaN(close + (prices.low[at] as number) + (prices.high[at] as number)) ? 1 : 0,
          ),
          own: Int16Array.from({ length: rows }, (_, row) => (row < spot ? row : row % 2 === 0 && spot > 0 ? 0 : -1)),
        })),
      peers: fc.constantFrom<Peers>('others', 'all', 'none'),
      minPeers: fc.integer({ min: 0, max: 4 }),
      from: fc.integer({ min: 0, max: slots - 1 }),
    });
  });

const measured = ({ matrix, ...asked }: Asked, block: PlainBlock | VectorBlock): Measured => {
  const into = deviationBuffer(matrix, true);
  fillDeviations(matrix, into, { ...asked, to: matrix.slots }, block);
  return into;
};

/** Bit by bit, but that one NaN is like another. */
const bits = (values: Float64Array): readonly string[] =>
  Array.from(values, (value) => (Number.isNaN(value) ? 'hole' : Object.is(value, -0) ? '-0' : String(value)));

const bitsOf = ({ reference, extremes, peers, missing, ...columns }: Measured): unknown => ({
  columns: Object.entries(columns).map(([name, values]) => [name, bits(values)]),
  reference: Object.values(reference ?? {}).map(bits),
  extremes: Object.values(extremes).map((values: Float64Array) => bits(values)),
  peers: [...peers],
  missing: [...missing],
});

describe('a block in vector instructions', () => {
  it('is what this machine uses', () => {
    expect(canVectorise()).toBe(true);
  });

  it('says to the bit what the same in plain JavaScript says, whatever the prices', () => {
    const [plain, vector] = [new PlainBlock(), new VectorBlock()];
    fc.assert(
      fc.property(anyAsked, (asked) => {
        expect(bitsOf(measured(asked, vector))).toEqual(bitsOf(measured(asked, plain)));
      }),
      { numRuns: 400, endOnFailure: true },
    );
  });

  it.each([1, BLOCK_MINUTES - 1, BLOCK_MINUTES, BLOCK_MINUTES + 1, 2 * BLOCK_MINUTES + 3])(
    'and over %i minutes of 30 books with perpetual contracts beside them',
    (slots) => {
      const [spot, rows] = [30, 32];
      const price = (turn: number) =>
        Float64Array.from({ length: rows * slots }, (_, at) =>
          (at * 7919 + turn) % 13 === 0 ? NaN : 1 + (((at * 104_729 + turn) % 1_009) - 500) / 10_000,
        );
      const prices = { low: price(1), high: price(2), close: price(3) };
      const asked: Asked = {
        matrix: {
          rows,
          spot,
          slots,
          ...prices,
          missing: Uint8Array.from(prices.close, (close) => (Number.isNaN(close) ? 1 : 0)),
          own: Int16Array.from({ length: rows }, (_, row) => (row < spot ? row : row === spot ? 4 : -1)),
        },
        peers: 'others',
        minPeers: 3,
        from: 0,
      };
      expect(bitsOf(measured(asked, new VectorBlock()))).toEqual(bitsOf(measured(asked, new PlainBlock())));
    },
  );
});
