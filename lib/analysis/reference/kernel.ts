import { BLOCK_MINUTES, compareWithMedian, fillBlock, MOST_BOOKS, newBlock, NOBODY, type Block } from './block';
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

/** Made once: lists ask for thousands of short windows. `fillDeviations` runs to its end at once, so no two calls ever use it together. */
const SHARED_BLOCK = newBlock();

/**
 * Medians, deviations and `outside` of every row in every slot of `[from, to)` (method, sections 3 and 4). One sort a minute
 * and field serves every row (`Block`). A row without a price has a reference and no deviation. With peers `none` medians of the
 * market, extremes and `outside` alone are filled, and deviations are left to the caller.
 */
export function fillDeviations(
  matrix: PriceMatrix,
  into: Measured,
  options: { readonly peers: Peers; readonly minPeers: number; readonly from: number; readonly to: number },
): void {
  if (matrix.spot > MOST_BOOKS) throw new RangeError(`${String(matrix.spot)} spot books of one asset`);
  for (let from = options.from; from < options.to; from += BLOCK_MINUTES) {
    const part = { ...options, from, to: Math.min(from + BLOCK_MINUTES, options.to) };
    // Closes first: they decide whether a minute is measured at all.
    fillFromCloses(SHARED_BLOCK, matrix, into, part);
    fillFromLows(SHARED_BLOCK, matrix, into, part);
    fillFromHighs(SHARED_BLOCK, matrix, into, part);
  }
}

type Options = Parameters<typeof fillDeviations>[2];

/** Where the values begin that a row's others leave out: its venue's own spot book's. */
function ownBookAt({ own, slots }: PriceMatrix, row: number, from: number): number {
  const book = own[row] as number;
  return book < 0 ? NOBODY : book * slots + from;
}

function fillFromCloses(block: Block, matrix: PriceMatrix, into: Measured, part: Options): void {
  const { peers, minPeers, from, to } = part;
  const { rows, slots, close } = matrix;
  fillBlock(block, close, matrix, part, 'lowest', minPeers);
  into.marketClose.set(block.medianOfAll.subarray(0, to - from), from);
  if (peers === 'none') return;
  const { dClose, missing, peers: counts } = into;
  for (let row = 0; row < rows; row += 1) {
    const start = row * slots + from;
    const leftOut = peers === 'others' ? ownBookAt(matrix, row, from) : NOBODY;
    compareWithMedian(block, close, { start, leftOut, length: to - from }, dClose, into.reference?.close);
    for (let i = 0, at = start; i < to - from; i += 1, at += 1) {
      const isPeer = leftOut !== NOBODY && !Number.isNaN(close[leftOut + i]);
      const others = isPeer ? (block.counts[i] as number) - 1 : (block.counts[i] as number);
      counts[at] = others;
      if (missing[at] === 0 && others < minPeers) missing[at] = TOO_FEW_PEERS;
    }
  }
}

function fillFromLows(block: Block, matrix: PriceMatrix, into: Measured, part: Options): void {
  const { peers, minPeers, from, to } = part;
  const { rows, slots, low } = matrix;
  const { outside, missing, extremes, marketLow } = into;
  const { outermost, nextOutermost, medianOfAll } = block;
  fillBlock(block, low, matrix, part, 'lowest', minPeers);
  marketLow.set(medianOfAll.subarray(0, to - from), from);
  extremes.lowest.set(outermost.subarray(0, to - from), from);
  extremes.nextLow.set(nextOutermost.subarray(0, to - from), from);
  for (let row = 0; row < rows; row += 1) {
    const start = row * slots + from;
    const ownBook = ownBookAt(matrix, row, from);
    if (peers !== 'none')
      compareWithMedian(
        block,
        low,
        { start, leftOut: peers === 'others' ? ownBook : NOBODY, length: to - from },
        into.dLow,
        into.reference?.low,
      );
    for (let i = 0, at = start; i < to - from; i += 1, at += 1) {
      const own = low[at] as number;
      const others =
        ownBook !== NOBODY && low[ownBook + i] === outermost[i]
          ? (nextOutermost[i] as number)
          : (outermost[i] as number);
      outside[at] = missing[at] !== 0 || Number.isNaN(others) ? NaN : own < others ? own / others - 1 : 0;
    }
  }
}

function fillFromHighs(block: Block, matrix: PriceMatrix, into: Measured, part: Options): void {
  const { peers, minPeers, from, to } = part;
  const { rows, slots, high } = matrix;
  const { outside, missing, extremes } = into;
  const { outermost, nextOutermost } = block;
  fillBlock(block, high, matrix, part, 'highest', minPeers);
  extremes.highest.set(outermost.subarray(0, to - from), from);
  extremes.nextHigh.set(nextOutermost.subarray(0, to - from), from);
  for (let row = 0; row < rows; row += 1) {
    const start = row * slots + from;
    const ownBook = ownBookAt(matrix, row, from);
    if (peers !== 'none')
      compareWithMedian(
        block,
        high,
        { start, leftOut: peers === 'others' ? ownBook : NOBODY, length: to - from },
        into.dHigh,
        into.reference?.high,
      );
    for (let i = 0, at = start; i < to - from; i += 1, at += 1) {
      const own = high[at] as number;
      const others =
        ownBook !== NOBODY && high[ownBook + i] === outermost[i]
          ? (nextOutermost[i] as number)
          : (outermost[i] as number);
      if (missing[at] === 0 && own > others) {
        const beyond = own / others - 1;
        // By the greater distance, below on a tie.
        if (beyond > -(outside[at] as number)) outside[at] = beyond;
      }
    }
  }
}
