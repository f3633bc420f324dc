import { FORM, HOLES, POWERS_OF_TEN, WAY } from '../../api/columns/format';
import { reusedRoom, type Bytes } from './bytes';
import { integerAt, integerOf, LARGEST, scaleOf } from './decimals';

/** A column of numbers, series by series. */
export interface Numbers {
  /** As they travel: in the quote of the series where they travel so. NaN is the hole. */
  readonly values: readonly Float64Array[];
  /** Of each series whether the reader multiplies by its rate. */
  readonly inQuote: readonly boolean[];
  /** The next value is no nearer to this one than to 0. */
  readonly isNoise?: boolean;
}

/** What a series' other prices are written beside. */
export type Closes = Numbers;

const integerRoom = reusedRoom();

const isHole = (value: number): boolean => value !== value;

/** Whether two columns have their holes in the same rows. */
function areHolesOf(one: Float64Array, other: Float64Array): boolean {
  for (let i = 0; i < one.length; i += 1) if (isHole(one[i] as number) !== isHole(other[i] as number)) return false;
  return true;
}

function hasHole(column: Float64Array): boolean {
  for (let i = 0; i < column.length; i += 1) if (isHole(column[i] as number)) return true;
  return false;
}

/**
 * Writes a column of numbers: of each series the way, the scale and the kind of holes; the bitmaps; the first integer of each
 * series and the integers of all; the doubles of all; and what no integer of its series' scale says, by row and value.
 */
export function writeNumbers(out: Bytes, { values, inQuote, isNoise }: Numbers, closes?: Closes): void {
  const scales = values.map(scaleOf);
  const ways = values.map((_, s) =>
    scales[s] === undefined
      ? WAY.doubles
      : isNoise === true
        ? WAY.plain
        : closes !== undefined &&
            closes.inQuote[s] === inQuote[s] &&
            isWithin(closes.values[s] as Float64Array, scales[s] ?? NaN)
          ? WAY.beside
          : WAY.decimal,
  );
  const holes = values.map((own, s) =>
    !hasHole(own)
      ? HOLES.none
      : closes !== undefined && areHolesOf(own, closes.values[s] as Float64Array)
        ? HOLES.close
        : HOLES.bitmap,
  );
  const integers = integerRoom(values.reduce((sum, { length }) => sum + length, 0));
  const [doubles, oddRows, odd]: [number[], number[], number[]] = [[], [], []];
  const firsts = values.map((own, s) => (ways[s] === WAY.decimal ? firstInteger(own, scales[s]) : 0));
  let [row, lastOdd, count] = [0, 0, 0];
  values.forEach((own, s) => {
    const [scale, way, beside] = [scales[s], ways[s], closes?.values[s]];
    const power = scale === undefined ? NaN : (POWERS_OF_TEN[scale] as number);
    let before = firsts[s] as number;
    for (let i = 0; i < own.length; i += 1) {
      const value = own[i] as number;
      row += 1;
      if (isHole(value)) continue;
      if (scale === undefined) {
        doubles.push(value);
        continue;
      }
      const integer = integerAt(value, power);
      count += 1;
      if (Number.isNaN(integer)) {
        // The reader takes what stands here for an integer, and puts the value in its place.
        integers[count - 1] = 0;
        oddRows.push(row - 1 - lastOdd);
        odd.push(value);
        lastOdd = row - 1;
      } else if (way === WAY.beside) integers[count - 1] = integer - besideAt(beside?.[i] ?? NaN, power);
      else if (way === WAY.plain) integers[count - 1] = integer;
      else {
        integers[count - 1] = integer - before;
        before = integer;
      }
    }
  });
  out.byte(FORM.numbers);
  out.all(ways);
  out.all(scales.map((scale) => scale ?? NO_SCALE));
  out.all(holes);
  out.all(inQuote.map(Number));
  holes.forEach((kind, s) => {
    if (kind === HOLES.bitmap) out.present(values[s] as Float64Array);
  });
  out.integers(firsts);
  out.uint32(count);
  out.integers(integers.subarray(0, count));
  out.uint32(doubles.length);
  out.doubles(doubles);
  out.uint32(odd.length);
  out.integers(oddRows);
  out.doubles(odd);
}

const NO_SCALE = 0;

/** What the first difference of a series is from; 0 where no value is an integer of its scale. */
function firstInteger(own: Float64Array, scale: number | undefined): number {
  if (scale === undefined) return 0;
  const first = own.find((value) => !Number.isNaN(integerOf(value, scale)));
  return first === undefined ? 0 : integerOf(first, scale);
}

/** Whether closes are whole numbers that differences are exact with at the scale of another price. */
function isWithin(closes: Float64Array, scale: number): boolean {
  const power = POWERS_OF_TEN[scale] as number;
  for (let i = 0; i < closes.length; i += 1) if (besideAt(closes[i] as number, power) > LARGEST) return false;
  return true;
}

/** What a value is written beside: the close as the nearest integer of the value's scale, by its power of ten; 0 where the close is a hole. */
function besideAt(close: number, power: number): number {
  const integer = Math.round(close * power);
  return Number.isNaN(integer) ? 0 : integer;
}
