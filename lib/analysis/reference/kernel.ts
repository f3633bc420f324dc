import { BLOCK_MINUTES, MOST_BOOKS, NOBODY, type Block } from './block/block';
import { newBlock } from './block/newBlock';
import { once } from '../once';
import type { PriceField, PriceMatrix } from '../markets/prices';
import { MISSING } from '../types';

/** The range of the spot books in each minute, and the next values inside it; NaN where fewer traded. */
export interface Extremes {
  readonly lowest: Float64Array;
  readonly nextLow: Float64Array;
  readonly highest: Float64Array;
  readonly nextHigh: Float64Array;
}

/** Whose median a row is compared with: the other venues' spot books', every spot book's, or nobody's (something else is its reference). */
export type Peers = 'others' | 'all' | 'none';

/** What the kernel fills, laid out like the matrix; `reference` is left out where only deviations are wanted. */
export interface Measured {
  readonly dLow: Float64Array;
  readonly dHigh: Float64Array;
  readonly dClose: Float64Array;
  /** Beyond every other venue's spot book: negative below, positive above, 0 within; by the greater distance in a minute beyond both ends; NaN where no other traded. */
  readonly outside: Float64Array;
  readonly peers: Uint8Array;
  /** Index into MISSING. */
  readonly missing: Uint8Array;
  readonly reference: Readonly<Record<PriceField, Float64Array>> | undefined;
  /** The median over every spot book, minute by minute. */
  readonly marketLow: Float64Array;
  readonly marketClose: Float64Array;
  readonly extremes: Extremes;
}

const TOO_FEW_PEERS = MISSING.indexOf('too-few-peers');

/** Columns for `fillDeviations`. `buffer`, made for a matrix of the same shape and not needed any more, is taken instead of new memory. */
export function deviationBuffer(
  { rows, slots, missing }: PriceMatrix,
  withReference: boolean,
  buffer?: Measured,
): Measured {
  if (
    buffer?.missing.length === missing.length &&
    buffer.marketLow.length === slots &&
    (buffer.reference !== undefined) === withReference
  ) {
    buffer.missing.set(missing);
    return buffer;
  }
  const column = (): Float64Array => new Float64Array(slots);
  const rowColumns = (): Float64Array => new Float64Array(rows * slots);
  return {
    dLow: rowColumns(),
    dHigh: rowColumns(),
    dClose: rowColumns(),
    outside: rowColumns(),
    peers: new Uint8Array(rows * slots),
    missing: missing.slice(),
    reference: withReference ? { low: rowColumns(), high: rowColumns(), close: rowColumns() } : undefined,
    marketLow: column(),
    marketClose: column(),
    extremes: { lowest: column(), nextLow: column(), highest: column(), nextHigh: column() },
  };
}

/**
 * Made once, on first use: lists ask for thousands of short windows, and a process that analyses nothing needs none. `fillDeviations`
 * runs to its end at once, so no two calls ever use it together.
 */
const sharedBlock = once(newBlock);

/**
 * Medians, deviations and `outside` of every row in every slot of `[from, to)` (method, sections 3 and 4). One sort a minute
 * and field serves every row (`Block`). A row without a price has a reference and no deviation. With peers `none` medians of the
 * market, extremes and `outside` alone are filled, and deviations are left to the caller.
 */
export function fillDeviations(
  matrix: PriceMatrix,
  into: Measured,
  options: { readonly peers: Peers; readonly minPeers: number; readonly from: number; readonly to: number },
  block: Block = sharedBlock(),
): void {
  if (matrix.spot > MOST_BOOKS) throw new RangeError(`${String(matrix.spot)} spot books of one asset`);
  for (let from = options.from; from < options.to; from += BLOCK_MINUTES) {
    const part = { ...options, from, to: Math.min(from + BLOCK_MINUTES, options.to) };
    // Closes first: they decide whether a minute is measured at all.
    fillFromCloses(block, matrix, into, part);
    fillFromLows(block, matrix, into, part);
    fillFromHighs(block, matrix, into, part);
  }
}

type Options = Parameters<typeof fillDeviations>[2];

/** The row that a row's others leave out: its venue's own spot book. */
function ownBookOf({ own }: PriceMatrix, row: number): number {
  const book = own[row] as number;
  return book < 0 ? NOBODY : book;
}

function fillFromCloses(block: Block, matrix: PriceMatrix, into: Measured, part: Options): void {
  const { peers, minPeers, from, to } = part;
  const { rows, slots, close } = matrix;
  block.fill(close, matrix, part, 'lowest', minPeers);
  into.marketClose.set(block.medianOfAll.subarray(0, to - from), from);
  if (peers === 'none') return;
  const { dClose, missing, peers: counts } = into;
  const { counts: all } = block;
  for (let row = 0; row < rows; row += 1) {
    const leftOut = peers === 'others' ? ownBookOf(matrix, row) : NOBODY;
    block.compare(row, leftOut, dClose, into.reference?.close);
    const leftOutAt = leftOut * slots + from;
    for (let i = 0, at = row * slots + from; i < to - from; i += 1, at += 1) {
      const isPeer = leftOut !== NOBODY && !Number.isNaN(close[leftOutAt + i]);
      const others = isPeer ? (all[i] as number) - 1 : (all[i] as number);
      counts[at] = others;
      if (missing[at] === 0 && others < minPeers) missing[at] = TOO_FEW_PEERS;
    }
  }
}

function fillFromLows(block: Block, matrix: PriceMatrix, into: Measured, part: Options): void {
  const { peers, minPeers, from, to } = part;
  const { outside, missing, extremes, marketLow } = into;
  block.fill(matrix.low, matrix, part, 'lowest', minPeers);
  marketLow.set(block.medianOfAll.subarray(0, to - from), from);
  extremes.lowest.set(block.outermost.subarray(0, to - from), from);
  extremes.nextLow.set(block.nextOutermost.subarray(0, to - from), from);
  for (let row = 0; row < matrix.rows; row += 1) {
    const ownBook = ownBookOf(matrix, row);
    if (peers !== 'none') block.compare(row, peers === 'others' ? ownBook : NOBODY, into.dLow, into.reference?.low);
    block.below(row, ownBook, missing, outside);
  }
}

function fillFromHighs(block: Block, matrix: PriceMatrix, into: Measured, part: Options): void {
  const { peers, minPeers, from, to } = part;
  const { outside, missing, extremes } = into;
  block.fill(matrix.high, matrix, part, 'highest', minPeers);
  extremes.highest.set(block.outermost.subarray(0, to - from), from);
  extremes.nextHigh.set(block.nextOutermost.subarray(0, to - from), from);
  for (let row = 0; row < matrix.rows; row += 1) {
    const ownBook = ownBookOf(matrix, row);
    if (peers !== 'none') block.compare(row, peers === 'others' ? ownBook : NOBODY, into.dHigh, into.reference?.high);
    block.above(row, ownBook, missing, outside);
  }
}
