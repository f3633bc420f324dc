/**
 * The bytes of one encoded column. NaN is a hole; everything else comes back to the bit.
 *
 *   tag      1 byte   how the values are written (below)
 *   scale    1 byte   only for PLAIN and DELTA: a value is its integer ÷ 10^scale
 *   holes    1 byte   0: every slot holds a value; 1: a bitmap follows, ⌈slots ÷ 8⌉ bytes, where bit (i mod 8) of byte
 *                     (i div 8) is 1 when slot i holds a value
 *   values            one for each slot that is no hole, in order
 *
 * A column of holes only is no bytes at all: `null` here, NULL in the database. The SQL function `candles` reads the same
 * format; a new way of writing gets a new tag there and here.
 */
export const TAG = {
  /** Big-endian IEEE 754 doubles. */
  raw: 1,
  /** Zig-zag varints of the integers. */
  plain: 2,
  /** Zig-zag varints of each integer minus the one before (the first: minus 0). */
  delta: 3,
} as const;

export const ALL_PRESENT = 0;
export const BITMAP = 1;

/** 10^22 is the largest power of ten a double holds exactly: k ÷ 10^s is then correctly rounded, as reading the decimal text is. */
export const LARGEST_SCALE = 22;
export const POWERS_OF_TEN: Float64Array = Float64Array.from({ length: LARGEST_SCALE + 1 }, (_, scale) =>
  Number(`1e${String(scale)}`),
);

/** Integers up to here keep every difference of two, zig-zagged, within 2^53, where doubles count without a gap. */
export const LARGEST_INTEGER = 2 ** 51;
