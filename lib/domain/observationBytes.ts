import { ANSWERED, CANDLE_FIELDS, type CandleColumns, type CandleField } from './candle';

/** The layout of what a digest is over; docs/digest.md describes it, and changes with it. */
export const LAYOUT_VERSION = 4;
/** Bytes of a leaf: a SHA-256. */
export const LEAF_BYTES = 32;

/** Columns of some minutes, and what was answered of them (`ANSWERED`). */
export type Observations = Readonly<Record<CandleField, Float64Array>> & Pick<CandleColumns, 'answered'>;

/**
 * What a leaf of a digest is the SHA-256 of, slots `first` to `end`: seven columns of little-endian float64 (one NaN for every hole, no negative zero),
 * then the answered mask. In pieces, in order.
 */
export function* observationBytes(of: Observations, first: number, end: number): Generator<Uint8Array> {
  for (const field of CANDLE_FIELDS) yield littleEndian(of[field].subarray(first, end));
  yield of.answered.subarray(first, end).map((mark) => (mark === ANSWERED.yes ? 1 : 0));
}

/** Bytes of a float64. */
const DOUBLE = 8;
/** The upper half of the quiet NaN with no payload, 0x7ff8000000000000. */
const NAN_HIGH = 0x7ff80000;
/** Where the machine itself writes the lower half first, its own bytes are copied in one piece. */
const MACHINE_IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function littleEndian(column: Float64Array): Uint8Array {
  return MACHINE_IS_LITTLE_ENDIAN ? copied(column) : written(column);
}

/** The column's own bytes where each value is written as a digest wants it, which is the rule; else a copy that is. */
function copied(column: Float64Array): Uint8Array {
  const own = new Uint32Array(column.buffer, column.byteOffset, 2 * column.length);
  let halves = own;
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] as number;
    if (value !== 0 && value === value) continue;
    // A NaN's sign and payload may differ between machines, and a zero may be negative: their bits are written by hand.
    const high = value === value ? 0 : NAN_HIGH;
    if (own[2 * i] === 0 && own[2 * i + 1] === high) continue;
    if (halves === own) halves = own.slice();
    halves[2 * i] = 0;
    halves[2 * i + 1] = high;
  }
  return new Uint8Array(halves.buffer, halves.byteOffset, halves.byteLength);
}

function written(column: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(column.length * DOUBLE));
  column.forEach((value, i) => {
    if (Number.isNaN(value)) view.setUint32(i * DOUBLE + 4, NAN_HIGH, true);
    else view.setFloat64(i * DOUBLE, value === 0 ? 0 : value, true);
  });
  return new Uint8Array(view.buffer);
}
