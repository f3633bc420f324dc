import { roomToSort, sortByRank } from './order';
import type { PriceField, PriceMatrix } from '../markets/prices';
import { MISSING } from '../types';

/** The range of the spot books in each minute, and the next values inside it; NaN where fewer traded. */
export interface Extremes {
  readonly lowest: Float64Array;
  readonly nextLow: Float64Array;
  readonly highest: Float64Array;
  readonly nextHigh: Float64Array;
}

/** Whose median a row is held against: the other venues' spot books', every spot book's, or nobody's (something else is its reference). */
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

/** More spot books than this no asset has; peers are counted in a byte. */
const MOST_BOOKS = 255;

/** Room for what `measure` fills. `room`, made for a matrix of the same shape and not needed any more, is taken instead of new memory. */
export function roomFor({ rows, slots, missing }: PriceMatrix, withReference: boolean, room?: Measured): Measured {
  if (
    room?.missing.length === missing.length &&
    room.marketLow.length === slots &&
    (room.reference !== undefined) === withReference
  ) {
    room.missing.set(missing);
    return room;
  }
  const column = (): Float64Array => new Float64Array(slots);
  const block = (): Float64Array => new Float64Array(rows * slots);
  return {
    dLow: block(),
    dHigh: block(),
    dClose: block(),
    outside: block(),
    peers: new Uint8Array(rows * slots),
    missing: missing.slice(),
    reference: withReference ? { low: block(), high: block(), close: block() } : undefined,
    marketLow: column(),
    marketClose: column(),
    extremes: { lowest: column(), nextLow: column(), highest: column(), nextHigh: column() },
  };
}

/** Slots worked on at once: their medians and extremes stay in the processor's first caches while the rows pass over them. */
const BLOCK = 512;

/**
 * Medians, deviations and `outside` of every row in every slot of `[from, to)` (method, sections 3 and 4). One sort a minute
 * and field serves every row: leaving one value out of n sorted ones, only the two or three in the middle can be a median.
 * A row without a price has a reference and no deviation. With peers `none` medians of the market, extremes and `outside`
 * alone are filled, and deviations are left to the caller.
 */
export function measure(
  matrix: PriceMatrix,
  into: Measured,
  options: { readonly peers: Peers; readonly minPeers: number; readonly from: number; readonly to: number },
): void {
  if (matrix.spot > MOST_BOOKS) throw new RangeError(`${String(matrix.spot)} spot books of one asset`);
  for (let from = options.from; from < options.to; from += BLOCK) {
    const part = { ...options, from, to: Math.min(from + BLOCK, options.to) };
    // Closes first: they decide whether a minute is measured at all.
    closes(matrix, into, part);
    lows(matrix, into, part);
    highs(matrix, into, part);
  }
}

type Options = Parameters<typeof measure>[2];

/** The places of a slot's four medians: without a value below the pivot, without the pivot, without one above it, of all. */
const [WHOLE, CHOICES] = [3, 4];

/** What one block's sorted values say, slot by slot; `first` and `second` are the outermost values. */
const block = {
  count: new Uint8Array(BLOCK),
  medians: new Float64Array(BLOCK * CHOICES),
  pivot: new Float64Array(BLOCK),
  first: new Float64Array(BLOCK),
  second: new Float64Array(BLOCK),
  whole: new Float64Array(BLOCK),
};

/** The values of one slot as they stand, and ascending. */
const [gathered, sorted] = [roomToSort(MOST_BOOKS), roomToSort(MOST_BOOKS)];

/** Sorts the values of one slot into `sorted`, ascending, holes left out; answers how many there are. */
function sortSlot(values: Float64Array, end: number, slots: number, slot: number): number {
  let count = 0;
  for (let at = slot; at < end; at += slots) {
    const value = values[at] as number;
    // NaN alone differs from itself.
    if (value !== value) continue;
    gathered[count] = value;
    count += 1;
  }
  sortByRank(gathered, count, sorted);
  return count;
}

/** Sorts each slot of the block and writes down what it says; outermost from the top where `fromTop`. */
function survey(
  values: Float64Array,
  spot: number,
  slots: number,
  from: number,
  to: number,
  fromTop: boolean,
  minPeers: number,
): void {
  const end = spot * slots;
  for (let slot = from, i = 0; slot < to; slot += 1, i += 1) {
    const count = sortSlot(values, end, slots, slot);
    block.count[i] = count;
    block.first[i] = count === 0 ? NaN : (sorted[fromTop ? count - 1 : 0] as number);
    block.second[i] = count < 2 ? NaN : (sorted[fromTop ? count - 2 : 1] as number);
    write(i, count, minPeers);
  }
}

/**
 * With an odd count the middle value's neighbours decide; with an even one the two middle values are each other's medians,
 * and the lower of them is the pivot. Medians of fewer than `minPeers` values are holes.
 */
function write(i: number, count: number, minPeers: number): void {
  const { medians, pivot, whole } = block;
  const half = count >> 1;
  const at = i * CHOICES;
  const isOdd = count % 2 === 1;
  const upper = count === 0 ? NaN : (sorted[half] as number);
  const lower = half === 0 ? NaN : (sorted[half - 1] as number);
  whole[i] = isOdd ? upper : (lower + upper) / 2;
  medians[at + WHOLE] = count < minPeers ? NaN : whole[i];
  pivot[i] = isOdd ? upper : lower;
  if (count <= minPeers) {
    medians[at] = medians[at + 1] = medians[at + 2] = NaN;
  } else if (isOdd) {
    const after = half === 0 ? NaN : (sorted[half + 1] as number);
    medians[at] = (upper + after) / 2;
    medians[at + 1] = (lower + after) / 2;
    medians[at + 2] = (lower + upper) / 2;
  } else {
    medians[at] = medians[at + 1] = upper;
    medians[at + 2] = lower;
  }
}

/** No row's values are left out. */
const NOBODY = -1;

/** Where the values begin that a row's others leave out: its venue's own spot book's. */
function leftOut({ own, slots }: PriceMatrix, row: number, from: number): number {
  const book = own[row] as number;
  return book < 0 ? NOBODY : book * slots + from;
}

/** One row's references and deviations of one field over the block, from what `survey` wrote down; `left`: see `leftOut`. */
function against(
  values: Float64Array,
  start: number,
  left: number,
  length: number,
  deviations: Float64Array,
  references: Float64Array | undefined,
): void {
  const { medians, pivot } = block;
  const leaveOut = left !== NOBODY;
  for (
    let i = 0, at = start, out = leaveOut ? left : start, choice = 0;
    i < length;
    i += 1, at += 1, out += 1, choice += CHOICES
  ) {
    const own = values[out] as number;
    const centre = pivot[i] as number;
    // Arithmetic instead of branches: which side a value lies on is a toss-up no processor can foresee.
    const place = !leaveOut || own !== own ? WHOLE : Number(own >= centre) + Number(own > centre);
    const median = medians[choice + place] as number;
    deviations[at] = (values[at] as number) / median - 1;
    if (references !== undefined) references[at] = median;
  }
}

function closes(matrix: PriceMatrix, into: Measured, { peers, minPeers, from, to }: Options): void {
  const { rows, spot, slots, close } = matrix;
  survey(close, spot, slots, from, to, false, minPeers);
  into.marketClose.set(block.whole.subarray(0, to - from), from);
  if (peers === 'none') return;
  const { dClose, missing, peers: counts } = into;
  for (let row = 0; row < rows; row += 1) {
    const start = row * slots + from;
    const left = peers === 'others' ? leftOut(matrix, row, from) : NOBODY;
    against(close, start, left, to - from, dClose, into.reference?.close);
    for (let i = 0, at = start; i < to - from; i += 1, at += 1) {
      const isPeer = left !== NOBODY && !Number.isNaN(close[left + i]);
      const others = isPeer ? (block.count[i] as number) - 1 : (block.count[i] as number);
      counts[at] = others;
      if (missing[at] === 0 && others < minPeers) missing[at] = TOO_FEW_PEERS;
    }
  }
}

function lows(matrix: PriceMatrix, into: Measured, { peers, minPeers, from, to }: Options): void {
  const { rows, spot, slots, low } = matrix;
  const { outside, missing, extremes, marketLow } = into;
  const { first, second, whole } = block;
  survey(low, spot, slots, from, to, false, minPeers);
  marketLow.set(whole.subarray(0, to - from), from);
  extremes.lowest.set(first.subarray(0, to - from), from);
  extremes.nextLow.set(second.subarray(0, to - from), from);
  for (let row = 0; row < rows; row += 1) {
    const start = row * slots + from;
    const left = leftOut(matrix, row, from);
    if (peers !== 'none')
      against(low, start, peers === 'others' ? left : NOBODY, to - from, into.dLow, into.reference?.low);
    for (let i = 0, at = start; i < to - from; i += 1, at += 1) {
      const own = low[at] as number;
      const others = left !== NOBODY && low[left + i] === first[i] ? (second[i] as number) : (first[i] as number);
      outside[at] = missing[at] !== 0 || Number.isNaN(others) ? NaN : own < others ? own / others - 1 : 0;
    }
  }
}

function highs(matrix: PriceMatrix, into: Measured, { peers, minPeers, from, to }: Options): void {
  const { rows, spot, slots, high } = matrix;
  const { outside, missing, extremes } = into;
  const { first, second } = block;
  survey(high, spot, slots, from, to, true, minPeers);
  extremes.highest.set(first.subarray(0, to - from), from);
  extremes.nextHigh.set(second.subarray(0, to - from), from);
  for (let row = 0; row < rows; row += 1) {
    const start = row * slots + from;
    const left = leftOut(matrix, row, from);
    if (peers !== 'none')
      against(high, start, peers === 'others' ? left : NOBODY, to - from, into.dHigh, into.reference?.high);
    for (let i = 0, at = start; i < to - from; i += 1, at += 1) {
      const own = high[at] as number;
      const others = left !== NOBODY && high[left + i] === first[i] ? (second[i] as number) : (first[i] as number);
      if (missing[at] === 0 && own > others) {
        const beyond = own / others - 1;
        // By the greater distance, below on a tie.
        if (beyond > -(outside[at] as number)) outside[at] = beyond;
      }
    }
  }
}
