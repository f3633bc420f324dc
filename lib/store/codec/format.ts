/**
 * The bytes of one encoded column. NaN is a hole; everything else comes back to the bit. The first byte is the tag, which says how
 * the rest is written. RAW, PLAIN and DELTA were the first format; columns written in it are read for ever.
 *
 *   tag      1 byte   RAW, PLAIN or DELTA (below)
 *   scale    1 byte   only for PLAIN and DELTA: a value is its integer ÷ 10^scale
 *   holes    1 byte   0: every slot holds a value; 1: a bitmap follows, ⌈slots ÷ 8⌉ bytes, where bit (i mod 8) of byte
 *                     (i div 8) is 1 when slot i holds a value
 *   values            one for each slot that is no hole, in order
 *
 * BLOCKS, the second format, writes what is left when each integer is foretold from what stands beside it:
 *
 *   tag      1 byte   BLOCKS
 *   scale    1 byte   as above
 *   foretold 1 byte   by what (`FORETOLD`), plus 128 where some residual is negative: then all are zig-zagged
 *   holes    1 byte   as above, or 2: the slots that hold a value are those of the day's closes
 *   blocks            of 128 residuals each, the last of fewer:
 *     width     1 byte   bits of each residual, 0 to 49
 *     patches   1 byte   residuals that have more bits than that
 *     residuals          their lowest bits, packed from the lowest bit of the first byte on, ⌈residuals × width ÷ 8⌉ bytes
 *     each patch         1 byte: which residual of the block; then the bits above the width, a varint
 *
 * A value v foretells the integer ⌊v × 10^scale + ½⌋, in doubles; 0 where v is a hole or the integer is beyond ±2^51. The close may be
 * needed to read any other column, the open to read high and low, the base volume to read the quote volume (`day.ts`).
 *
 * A column of holes only is no bytes at all: `null` here, NULL in the database. The SQL function `candle_column` reads the same
 * formats; a new way of writing gets a new tag there and here.
 */
export const TAG = {
  /** Big-endian IEEE 754 doubles. */
  raw: 1,
  /** Zig-zag varints of the integers. */
  plain: 2,
  /** Zig-zag varints of each integer minus the one before (the first: minus 0). */
  delta: 3,
  /** Residuals in packed blocks. */
  blocks: 4,
} as const;

export const ALL_PRESENT = 0;
export const BITMAP = 1;
export const AS_CLOSE = 2;

/** What the integers of a column written in blocks are foretold from. */
export const FORETOLD = {
  /** 0. */
  nothing: 0,
  /** The integer before it in the column; of the first: 0. */
  before: 1,
  /** The last close of the slots before; where there is none: 0. */
  closeBefore: 2,
  /** The higher of the integers of open and close. */
  bodyTop: 3,
  /** The lower of them, minus the residual. */
  bodyBottom: 4,
  /** Base volume × close. */
  turnover: 5,
} as const;
export type Foretold = (typeof FORETOLD)[keyof typeof FORETOLD];

/** Added to what foretells where residuals are zig-zagged. */
export const SIGNED = 128;

/** Residuals of a block. */
export const BLOCK = 128;
/** One read of 32 bits at any byte holds so many bits from any bit of that byte on. */
export const BITS_OF_ONE_READ = 25;
/** Of a residual of more bits the lowest are read first. */
export const LOW_BITS = 24;
/** Two reads: the low bits, and the rest. */
export const WIDEST_RESIDUAL = LOW_BITS + BITS_OF_ONE_READ;

/** A varint of any integer written takes at most so many bytes: 56 bits. */
export const LONGEST_VARINT = 8;

/** 10^22 is the largest power of ten a double holds exactly: k ÷ 10^s is then correctly rounded, as reading the decimal text is. */
export const LARGEST_SCALE = 22;
export const POWERS_OF_TEN: Float64Array = Float64Array.from({ length: LARGEST_SCALE + 1 }, (_, scale) =>
  Number(`1e${String(scale)}`),
);

/** Integers up to here keep every difference of two, zig-zagged, within 2^53, where doubles count without a gap. */
export const LARGEST_INTEGER = 2 ** 51;
