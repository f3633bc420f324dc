import {
  CANDLE_FIELDS,
  isMoved,
  PRICE_FIELDS,
  valuesAt,
  type CandleColumns,
  type CandleField,
  type CandleValues,
} from '../../domain/candle';
import { plus, type Minute } from '../../domain/minute';

type Row = NonNullable<CandleValues>;

export const VOLUME_FIELDS = ['baseVolume', 'quoteVolume', 'trades'] as const satisfies readonly CandleField[];

/**
 * How what `b` says of a minute differs from what `a` says. Ratios are `b ÷ a − 1`. NaN is a ratio that does not exist: one
 * side does not say the field, or `a` says 0.
 */
export type Difference =
  /** One side has a candle; the other, asked as well, says that nothing traded. */
  | { readonly kind: 'one-has-none'; readonly without: 'a' | 'b' }
  /** Both have a candle, and these fields of it differ. */
  | {
      readonly kind: 'values';
      readonly fields: readonly CandleField[];
      readonly low: number;
      readonly high: number;
      /** Of open, high, low and close the ratio furthest from 0, with its sign; 0 where the prices are alike. */
      readonly price: number;
      /** The same of base volume, quote volume and trade count; NaN where no such ratio exists, 0 where they are alike. */
      readonly volume: number;
    };

/** A minute in which two sources differ. */
export interface DifferingMinute {
  readonly minute: Minute;
  readonly difference: Difference;
}

/** Two sources of one market against each other, minute by minute. */
export interface SourceDifferences {
  /** Minutes that both answered: `alike` and those of `differing`, together. */
  readonly compared: number;
  readonly alike: number;
  /** Ascending. */
  readonly differing: readonly DifferingMinute[];
  /** Minutes that one answered and the other was never asked for, or did not answer: no difference, and nothing compared. */
  readonly onlyA: number;
  readonly onlyB: number;
}

const isSaid = (value: number): boolean => !Number.isNaN(value);

/**
 * The row where it speaks of trades or prices, else undefined. A row that says its volumes and says 0 is a venue's filler: no trade, exactly
 * like an omitted row (method, section 1), unless its prices moved. A row without any volume is a price, as a file or a mark price gives it.
 */
function candleOf(row: CandleValues): CandleValues {
  if (row === undefined || VOLUME_FIELDS.some((field) => row[field] > 0)) return row;
  return isMoved(row) || !VOLUME_FIELDS.some((field) => isSaid(row[field])) ? row : undefined;
}

/** `b ÷ a − 1`, taken as the difference over `a`: the quotient of two neighbouring floats may round to 1, and they do differ. */
const ratioOf = (a: number, b: number): number => (a === 0 ? NaN : (b - a) / a);

/** The ratio furthest from 0, with its sign; a ratio that does not exist loses to any other, and 0 stands where nothing differs. */
const furthest = (a: Row, b: Row, fields: readonly CandleField[]): number =>
  fields.length === 0
    ? 0
    : fields
        .map((field) => ratioOf(a[field], b[field]))
        .reduce((worst, ratio) => (Number.isNaN(worst) || Math.abs(ratio) > Math.abs(worst) ? ratio : worst));

/**
 * How two answers for one minute differ, or undefined where they say the same. Floats are compared exactly, without a
 * tolerance; prices always, a volume only where both say it. Two ways of saying "no trade" are alike.
 */
export function differenceOf(saidA: CandleValues, saidB: CandleValues): Difference | undefined {
  const [a, b] = [candleOf(saidA), candleOf(saidB)];
  if (a === undefined && b === undefined) return undefined;
  if (a === undefined || b === undefined) return { kind: 'one-has-none', without: a === undefined ? 'a' : 'b' };
  const fields = CANDLE_FIELDS.filter((field) => isSaid(a[field]) && isSaid(b[field]) && a[field] !== b[field]);
  if (fields.length === 0) return undefined;
  const among = (names: readonly CandleField[]): readonly CandleField[] =>
    fields.filter((field) => names.includes(field));
  return {
    kind: 'values',
    fields,
    low: ratioOf(a.low, b.low),
    high: ratioOf(a.high, b.high),
    price: furthest(a, b, among(PRICE_FIELDS)),
    volume: furthest(a, b, among(VOLUME_FIELDS)),
  };
}

/**
 * Two sources of one market over the same range. Linear in its minutes. Throws where the ranges differ: minutes of different
 * ranges are not each other's.
 */
export function differencesOf(a: CandleColumns, b: CandleColumns): SourceDifferences {
  if (a.range.from !== b.range.from || a.range.to !== b.range.to)
    throw new RangeError('sources are compared over one range');
  const differing: DifferingMinute[] = [];
  let compared = 0;
  let onlyA = 0;
  let onlyB = 0;
  for (let slot = 0; slot < a.answered.length; slot += 1) {
    const [inA, inB] = [a.answered[slot] === 1, b.answered[slot] === 1];
    if (inA && inB) {
      compared += 1;
      const difference = differenceOf(valuesAt(a, slot), valuesAt(b, slot));
      if (difference !== undefined) differing.push({ minute: plus(a.range.from, slot), difference });
    } else if (inA) onlyA += 1;
    else if (inB) onlyB += 1;
  }
  return { compared, alike: compared - differing.length, differing, onlyA, onlyB };
}

/** Prices that differ, then a candle against none, then volumes alone: what a reader of prices must see first. */
const classOf = (difference: Difference): number =>
  difference.kind === 'one-has-none' ? 1 : difference.price === 0 ? 2 : 0;

/** How far within its class; what has no ratio comes last. */
function sizeOf(difference: Difference): number {
  if (difference.kind === 'one-has-none') return 0;
  const ratio = Math.abs(difference.price === 0 ? difference.volume : difference.price);
  return Number.isNaN(ratio) ? -1 : ratio;
}

/** Sorts the worst first: by what differs, then by how far; 0 where neither is worse. */
export const worstFirst = (a: Difference, b: Difference): number => classOf(a) - classOf(b) || sizeOf(b) - sizeOf(a);
