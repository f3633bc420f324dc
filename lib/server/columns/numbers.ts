import { FORM, HOLES, POWERS_OF_TEN, WAY } from '../../api/columns/format';
import type { Bytes } from './bytes';
import { integerOf, LARGEST, scaleOf } from './decimals';

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

const isHole = (value: number): boolean => value !== value;

/** Whether two columns have their holes in the same rows. */
const areHolesOf = (one: Float64Array, other: Float64Array): boolean =>
  one.every((value, i) => isHole(value) === isHole(other[i] as number));

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
    !own.some(isHole)
      ? HOLES.none
      : closes !== undefined && areHolesOf(own, closes.values[s] as Float64Array)
        ? HOLES.close
        : HOLES.bitmap,
  );
  const [integers, doubles, oddRows, odd]: [number[], number[], number[], number[]] = [[], [], [], []];
  const firsts = values.map((own, s) => (ways[s] === WAY.decimal ? firstInteger(own, scales[s]) : 0));
  let row = 0;
  let lastOdd = 0;
  values.forEach((own, s) => {
    const scale = scales[s];
    let before = firsts[s] as number;
    own.forEach((value, i) => {
      row += 1;
      if (isHole(value)) return;
      if (scale === undefined) {
        doubles.push(value);
        return;
      }
      const integer = integerOf(value, scale);
      if (Number.isNaN(integer)) {
        integers.push(0);
        oddRows.push(row - 1 - lastOdd);
        odd.push(value);
        lastOdd = row - 1;
        return;
      }
      if (ways[s] === WAY.beside) integers.push(integer - besideAt(closes?.values[s]?.[i] ?? NaN, scale));
      else if (ways[s] === WAY.plain) integers.push(integer);
      else {
        integers.push(integer - before);
        before = integer;
      }
    });
  });
  out.byte(FORM.numbers);
  out.all(ways);
  out.all(scales.map((scale) => scale ?? NO_SCALE));
  out.all(holes);
  out.all(inQuote.map(Number));
  holes.forEach((kind, s) => {
    if (kind === HOLES.bitmap) out.bits(Array.from(values[s] as Float64Array, (value) => !isHole(value)));
  });
  out.integers(firsts);
  out.uint32(integers.length);
  out.integers(integers);
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
const isWithin = (closes: Float64Array, scale: number): boolean =>
  closes.every((close) => isHole(close) || besideAt(close, scale) <= LARGEST);

/** What a value is written beside: the close as the nearest integer of the value's scale; 0 where the close is a hole. */
function besideAt(close: number, scale: number): number {
  const integer = Math.round(close * (POWERS_OF_TEN[scale] as number));
  return Number.isNaN(integer) ? 0 : integer;
}
