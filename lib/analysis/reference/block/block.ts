/** Minutes worked on at once: their medians and extremes stay in the processor's first caches while the rows pass over them. */
export const BLOCK_MINUTES = 512;

/** More spot books than this no asset has; peers are counted in a byte. */
export const MOST_BOOKS = 255;

/** `book` of a row that leaves no other row's values out. */
export const NOBODY = -1;

/** The slots of one block in a matrix: `[from, to)`, at most BLOCK_MINUTES. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** Whether the lowest or the highest values are looked for. */
export type Outermost = 'lowest' | 'highest';

/**
 * One field's prices in the minutes of one block. `fill` says what the spot books come to; the others then hold one row of the same
 * values against that, and write into columns laid out like the matrix. `book`: the row whose values the reference leaves out.
 * The next `fill` overwrites it all.
 */
export interface Block {
  /** How many spot books have a price, minute by minute; likewise below. */
  readonly counts: Uint8Array;
  /** The median of all values, however few; NaN of none. */
  readonly medianOfAll: Float64Array;
  /** The lowest values or the highest, and the next to them. */
  readonly outermost: Float64Array;
  readonly nextOutermost: Float64Array;
  /** Sorts the first `spot` rows of each minute. Medians of fewer than `minPeers` values are holes. */
  fill(
    values: Float64Array,
    shape: { readonly spot: number; readonly slots: number },
    range: BlockRange,
    outermost: Outermost,
    minPeers: number,
  ): void;
  /** A row's medians and its deviations from them. */
  compare(row: number, book: number, deviations: Float64Array, references: Float64Array | undefined): void;
  /** How far a row lies below the lowest of the others, negative; 0: it does not; NaN: `missing`, or nobody else traded. */
  below(row: number, book: number, missing: Uint8Array, outside: Float64Array): void;
  /** Overwrites what `below` wrote where the row lies further above the highest of the others; below on a tie. */
  above(row: number, book: number, missing: Uint8Array, outside: Float64Array): void;
}
