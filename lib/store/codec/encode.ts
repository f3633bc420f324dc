import { encodeFirst } from './encodeFirst';
import { foretell, unforetold, type Beside } from './foretell';
import { ALL_PRESENT, AS_CLOSE, BITMAP, BLOCK, FORETOLD, POWERS_OF_TEN, SIGNED, TAG, type Foretold } from './format';
import { writeBitmap } from './holes';
import { presentIn, toIntegers } from './integers';
import { pack, packedBytes } from './pack';

/** A residual takes at most 7 bytes of its block and, where it is patched, 2 more for its place and what is above 49 bits. */
const WIDEST = 9;
const HEADER = 4;

/** Scratch of the longest column so far: a column is encoded in one go, so nothing else can be using it. */
let integers = new Float64Array(0);
let residuals = new Float64Array(0);
let foretold = new Float64Array(0);

/** Writes the residuals; answers whether they are zig-zagged, for some are negative. */
function toResiduals(column: Float64Array, count: number, by: Foretold, power: number, beside: Beside): boolean {
  const isBeside = foretell(by, power, beside, foretold);
  if (!isBeside && by > FORETOLD.before) throw unforetold();
  const sign = by === FORETOLD.bodyBottom ? -1 : 1;
  const isPlain = by === FORETOLD.nothing;
  let before = 0;
  let k = 0;
  let isSigned = false;
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] as number;
    if (value !== value) continue;
    const told = isBeside ? (foretold[i] as number) : isPlain ? 0 : before;
    const integer = integers[k] as number;
    const residual = sign * (integer - told);
    if (residual < 0) isSigned = true;
    residuals[k] = residual;
    before = integer;
    k += 1;
  }
  if (isSigned) {
    for (let i = 0; i < count; i += 1) {
      const residual = residuals[i] as number;
      residuals[i] = residual < 0 ? -2 * residual - 1 : 2 * residual;
    }
  }
  return isSigned;
}

/** Whether the same slots hold a value. */
function isAlike(column: Float64Array, close: Float64Array | undefined): boolean {
  if (close === undefined) return false;
  for (let i = 0; i < column.length; i += 1) if (Number.isNaN(column[i]) !== Number.isNaN(close[i])) return false;
  return true;
}

/** What foretells the column in the fewest bytes; the first where only one is asked. */
function bestOf(
  column: Float64Array,
  count: number,
  all: readonly Foretold[],
  power: number,
  beside: Beside,
): Foretold {
  const [first = FORETOLD.before, ...others] = all;
  if (others.length === 0) return first;
  let best: Foretold = first;
  let least = Infinity;
  for (const by of all) {
    toResiduals(column, count, by, power, beside);
    const bytes = packedBytes(residuals, count);
    if (bytes < least) [best, least] = [by, bytes];
  }
  return best;
}

function encodeBlocks(
  column: Float64Array,
  count: number,
  scale: number,
  all: readonly Foretold[],
  beside: Beside,
): Uint8Array<ArrayBuffer> {
  const power = POWERS_OF_TEN[scale] as number;
  const by = bestOf(column, count, all, power, beside);
  const isSigned = toResiduals(column, count, by, power, beside);
  const isFull = count === column.length;
  const isAsClose = !isFull && isAlike(column, beside.close);
  const out = new Uint8Array(
    HEADER + Math.ceil(column.length / 8) + Math.ceil(count / BLOCK) * (2 + BLOCK) + count * WIDEST,
  );
  out.set([TAG.blocks, scale, by + (isSigned ? SIGNED : 0), isFull ? ALL_PRESENT : isAsClose ? AS_CLOSE : BITMAP]);
  const at = isFull || isAsClose ? HEADER : writeBitmap(column, out, HEADER);
  return out.slice(0, pack(residuals, count, out, at));
}

/** Of a value written raw. */
const DOUBLE = 8;

/**
 * The column's bytes; null when it holds nothing but holes (NaN of any kind). See `format.ts`. Foretold by whichever of `all` takes the fewest
 * bytes; those that rest on other columns only where these are `beside`, as they are then when the column is read.
 */
export function encodeColumn(
  column: Float64Array,
  all: readonly Foretold[] = [FORETOLD.before, FORETOLD.nothing],
  beside: Beside = {},
): Uint8Array<ArrayBuffer> | null {
  const count = presentIn(column);
  if (count === 0) return null;
  if (integers.length < column.length) {
    [integers, residuals, foretold] = [0, 1, 2].map(() => new Float64Array(column.length)) as [
      Float64Array<ArrayBuffer>,
      Float64Array<ArrayBuffer>,
      Float64Array<ArrayBuffer>,
    ];
  }
  const scale = toIntegers(column, integers);
  if (scale < 0) return encodeFirst(column, count, scale, integers);
  const blocks = encodeBlocks(column, count, scale, all, beside);
  // Varints are shorter where values are few; integers that fill a double are shorter as doubles.
  if (count > BLOCK && blocks.length < DOUBLE * count) return blocks;
  const first = encodeFirst(column, count, scale, integers);
  const shorter = first.length < blocks.length ? first : blocks;
  return shorter.length > DOUBLE * count + Math.ceil(column.length / 8) + 2
    ? encodeFirst(column, count, -1, integers)
    : shorter;
}
