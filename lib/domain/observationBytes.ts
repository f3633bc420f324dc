import { ANSWERED, CANDLE_FIELDS, type CandleColumns, type CandleField } from './candle';

/** The layout of what a digest is over; docs/digest.md describes it, and changes with it. */
export const LAYOUT_VERSION = 4;

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

function copied(column: Float64Array): Uint8Array {
  const values = column.slice();
  const halves = new Uint32Array(values.buffer);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    // A NaN's sign and payload may differ between machines, so its bits are written by hand.
    if (value !== value) {
      halves[2 * i] = 0;
      halves[2 * i + 1] = NAN_HIGH;
    } else if (value === 0) {
      values[i] = 0;
    }
  }
  return new Uint8Array(values.buffer);
}

function written(column: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(column.length * DOUBLE));
  column.forEach((value, i) => {
    if (Number.isNaN(value)) view.setUint32(i * DOUBLE + 4, NAN_HIGH, true);
    else view.setFloat64(i * DOUBLE, value === 0 ? 0 : value, true);
  });
  return new Uint8Array(view.buffer);
}
