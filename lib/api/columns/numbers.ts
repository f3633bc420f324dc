import { FORM, HOLES, POWERS_OF_TEN, WAY } from './format';
import type { Reader } from './bytes';

/** A column of every series. */
export interface NumbersRead {
  readonly values: readonly Float64Array[];
  /** Of each series whether its values are in its quote. */
  readonly inQuote: readonly boolean[];
}

/** Reads a column of the form `numbers`, whose form was read; `rows`: of each series. Values in the quote are not converted yet. */
export function readNumbers(reader: Reader, rows: readonly number[], closes?: NumbersRead): NumbersRead {
  const [ways, scales, holes, inQuote] = [0, 1, 2, 3].map(() => reader.take(rows.length)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const bitmaps = rows.map((count, s) => (holes[s] === HOLES.bitmap ? reader.take(Math.ceil(count / 8)) : undefined));
  const firsts = reader.integers(rows.length);
  const integers = reader.integers(reader.uint32());
  const doubles = reader.doubles(reader.uint32());
  const oddCount = reader.uint32();
  const [oddRows, odd] = [reader.integers(oddCount), reader.doubles(oddCount)];
  let [integerAt, doubleAt] = [0, 0];
  const values = rows.map((count, s) => {
    const out = new Float64Array(count);
    const way = ways[s];
    const power = POWERS_OF_TEN[scales[s] as number] ?? NaN;
    const [bitmap, close] = [bitmaps[s], closes?.values[s]];
    const isAsClose = holes[s] === HOLES.close;
    if ((way === WAY.beside || isAsClose) && close === undefined) throw reader.flaw();
    let before = firsts[s] as number;
    for (let i = 0; i < count; i += 1) {
      const isHole =
        bitmap !== undefined
          ? (((bitmap[i >> 3] as number) >> (i & 7)) & 1) === 0
          : isAsClose && close?.[i] !== close?.[i];
      if (isHole) {
        out[i] = NaN;
      } else if (way === WAY.doubles) {
        out[i] = doubles[doubleAt++] as number;
      } else {
        if (way === WAY.beside) before = besideAt(close?.[i] as number, power);
        else if (way === WAY.plain) before = 0;
        before += integers[integerAt++] as number;
        out[i] = before / power;
      }
    }
    return out;
  });
  if (integerAt !== integers.length || doubleAt !== doubles.length) throw reader.flaw();
  placeOdd(reader, rows, values, oddRows, odd);
  return { values, inQuote: Array.from(inQuote, (mark) => mark === 1) };
}

/** The close as the nearest whole number of another price's scale; 0 where it is a hole. */
function besideAt(close: number, power: number): number {
  const integer = Math.round(close * power);
  return integer === integer ? integer : 0;
}

/** What no whole number says, by how many rows it stands behind the one before, all series counted through. */
function placeOdd(
  reader: Reader,
  rows: readonly number[],
  values: readonly Float64Array[],
  steps: ArrayLike<number>,
  odd: Float64Array,
): void {
  let [series, first, row] = [0, 0, 0];
  odd.forEach((value, i) => {
    row += steps[i] as number;
    while (series < rows.length && row >= first + (rows[series] as number)) {
      first += rows[series] as number;
      series += 1;
    }
    const own = values[series];
    if (own === undefined || row < first) throw reader.flaw();
    own[row - first] = value;
  });
}

/** Of no series. */
const NO_ROWS = 0;

/** Reads a column of either form of pools. */
export function readPools(reader: Reader, form: number, rows: readonly number[]): readonly Float64Array[] {
  const isOnce = form === FORM.pool;
  const [minutes = NO_ROWS] = rows;
  const counts = isOnce ? undefined : reader.integers(minutes);
  let most = 0;
  const firsts = counts === undefined ? undefined : Int32Array.from(counts, (count) => (most += count) - count);
  const different = reader.doubles(isOnce ? reader.uint32() : most);
  const places = reader.integers(rows.reduce((sum, count) => sum + count, 0));
  let at = 0;
  return rows.map((count) => {
    const out = new Float64Array(count);
    for (let i = 0; i < count; i += 1, at += 1) {
      const place = places[at] as number;
      const value = place === 0 ? NaN : different[(firsts === undefined ? 0 : (firsts[i] as number)) + place - 1];
      if (value === undefined) throw reader.flaw();
      out[i] = value;
    }
    return out;
  });
}
