import { describe, expect, it } from 'vitest';
import { CANDLE_FIELDS } from './candle';
import { observationBytes } from './observationBytes';

const bytesOf = (values: Float64Array, first: number, end: number): string =>
  Buffer.concat([
    ...observationBytes(
      {
        ...Object.fromEntries(CANDLE_FIELDS.map((field) => [field, values])),
        answered: Uint8Array.of(0, 1, 2),
      } as never,
      first,
      end,
    ),
  ]).toString('hex');

/** A NaN of another payload, as another machine may make it. */
const foreign = (): Float64Array => {
  const values = Float64Array.of(1, NaN, -0);
  new DataView(values.buffer).setBigUint64(8, 0xfff8_0000_0000_0001n, true);
  return values;
};
const [ONE, HOLE, ZERO] = ['000000000000f03f', '000000000000f87f', '0000000000000000'];

describe('the bytes a digest is over', () => {
  it.each([
    ['plain values', Float64Array.of(1, NaN, 0)],
    ['a NaN of another payload and a negative zero', foreign()],
  ])('of %s are little-endian, with one NaN and one zero, then what was answered', (_, values) => {
    const before = new Uint8Array(values.slice().buffer);
    expect(bytesOf(values, 0, 3)).toBe(`${`${ONE}${HOLE}${ZERO}`.repeat(7)}000100`);
    expect(bytesOf(values, 1, 2)).toBe(`${HOLE.repeat(7)}01`);
    expect(new Uint8Array(values.buffer)).toEqual(before);
  });
});
