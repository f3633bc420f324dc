import { expect } from 'vitest';

/** The 64 bits of each value, every NaN written as one: a hole is a hole. */
function bitsOf(column: Float64Array): readonly string[] {
  const view = new DataView(new ArrayBuffer(8));
  return Array.from(column, (value) => {
    if (Number.isNaN(value)) return 'hole';
    view.setFloat64(0, value);
    return view.getBigUint64(0).toString(16);
  });
}

/** The bytes of a column in which every NaN is the same. */
const bytesOf = (column: Float64Array): Uint8Array =>
  new Uint8Array(column.map((value) => (Number.isNaN(value) ? NaN : value)).buffer);

/** Expects the same bits: columns are compared whole, and one that differs value by value, so that the failure names them. */
export function expectSameBits(actual: Float64Array, expected: Float64Array): void {
  if (Buffer.compare(bytesOf(actual), bytesOf(expected)) !== 0) expect(bitsOf(actual)).toEqual(bitsOf(expected));
}
