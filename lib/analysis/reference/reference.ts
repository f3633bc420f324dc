import type { Measured } from './kernel';
import { bufferToSort, copyWithout, madOfSorted, medianOfSorted, sortByRank } from './order';
import { rowOf, type PriceField, type PriceMatrix } from '../markets/prices';
import { MAD_TO_SIGMA } from '../../domain/method';
import { MISSING } from '../types';

/** What one market is compared with in each slot; NaN where nothing is. */
export type ReferenceRow = Readonly<Record<PriceField, Float64Array>>;

const TOO_FEW_PEERS = MISSING.indexOf('too-few-peers');
const FIELDS = ['low', 'high', 'close'] as const;

/** Compares one row with a reference of its own, given as columns; `peers` says how many venues that rests on in a slot. */
export function compareWithReference(
  matrix: PriceMatrix,
  into: Measured,
  row: number,
  reference: ReferenceRow,
  peers: (slot: number) => number,
): void {
  const { slots } = matrix;
  const deviations = { low: into.dLow, high: into.dHigh, close: into.dClose } as const;
  for (const field of FIELDS) {
    const [prices, medians] = [matrix[field], reference[field]];
    const references = into.reference?.[field];
    const d = deviations[field];
    for (let slot = 0, at = row * slots; slot < slots; slot += 1, at += 1) {
      const median = medians[slot] as number;
      if (references !== undefined) references[at] = median;
      d[at] = (prices[at] as number) / median - 1;
    }
  }
  for (let slot = 0, at = row * slots; slot < slots; slot += 1, at += 1) {
    const isUnknown = Number.isNaN(reference.close[slot] ?? NaN);
    into.peers[at] = isUnknown ? 0 : peers(slot);
    if (into.missing[at] === 0 && isUnknown) {
      into.missing[at] = TOO_FEW_PEERS;
      into.outside[at] = NaN;
    }
  }
}

/** A reference that is the same in every slot: 1 USD for what is pegged to it (method, section 7). */
export const constantReference = (slots: number, value: number): ReferenceRow => {
  const column = new Float64Array(slots).fill(value);
  return { low: column, high: column, close: column };
};

/** No reference at all, as of the reference venue itself. */
export const noReference = (slots: number): ReferenceRow => constantReference(slots, NaN);

/** One row's own prices, as the reference of the others (`venue:V`). */
export const rowAsReference = (matrix: PriceMatrix, row: number): ReferenceRow => ({
  low: rowOf(matrix.low, row, matrix.slots),
  high: rowOf(matrix.high, row, matrix.slots),
  close: rowOf(matrix.close, row, matrix.slots),
});

/**
 * `vwm` (method, section 3): the median of the OTHER spot books weighted by `volumes`, their base volume in that minute: the
 * least price at which the books up to it hold more than half of the volume; the mean of it and the next where they hold
 * exactly half. A book whose volume is not known is no peer. A hole below `minPeers`.
 */
export function weightedReference(
  matrix: PriceMatrix,
  row: number,
  volumes: readonly Float64Array[],
  minPeers: number,
): { readonly reference: ReferenceRow; readonly peers: Uint8Array } {
  const { slots, spot } = matrix;
  const own = matrix.own[row];
  const reference = { low: new Float64Array(slots), high: new Float64Array(slots), close: new Float64Array(slots) };
  const peers = new Uint8Array(slots);
  const [prices, weights] = [new Float64Array(spot), new Float64Array(spot)];
  for (const field of FIELDS) {
    const values = matrix[field];
    for (let slot = 0; slot < slots; slot += 1) {
      let count = 0;
      for (let other = 0; other < spot; other += 1) {
        const price = values[other * slots + slot] as number;
        const weight = volumes[other]?.[slot] ?? NaN;
        if (other === own || Number.isNaN(price) || !(weight > 0)) continue;
        count = insertWeighted(prices, weights, count, price, weight);
      }
      peers[slot] = count;
      reference[field][slot] = count < minPeers ? NaN : weightedMedian(prices, weights, count);
    }
  }
  return { reference, peers };
}

function insertWeighted(
  prices: Float64Array,
  weights: Float64Array,
  count: number,
  price: number,
  weight: number,
): number {
  let place = count;
  while (place > 0 && (prices[place - 1] as number) > price) {
    prices[place] = prices[place - 1] as number;
    weights[place] = weights[place - 1] as number;
    place -= 1;
  }
  prices[place] = price;
  weights[place] = weight;
  return count + 1;
}

function weightedMedian(prices: Float64Array, weights: Float64Array, count: number): number {
  let total = 0;
  for (let i = 0; i < count; i += 1) total += weights[i] as number;
  let upTo = 0;
  for (let i = 0; i < count; i += 1) {
    upTo += weights[i] as number;
    if (2 * upTo > total) return prices[i] as number;
    if (2 * upTo === total) return ((prices[i] as number) + (prices[i + 1] as number)) / 2;
  }
  return NaN;
}

/**
 * 1.4826 × median absolute deviation of a row's peers' closes, row by row; NaN below `minPeers`. `leaveOut`: its venue's own book
 * is no peer. Every slot's closes are sorted once, on first use, for all rows.
 */
export function dispersionsOf(
  { close, spot, slots, own: books }: PriceMatrix,
  leaveOut: boolean,
  minPeers: number,
): (row: number) => Float64Array {
  let made: SortedSlots | undefined;
  const rest = new Float64Array(spot);
  return (row) => {
    const { values, counts } = (made ??= sortedSlots(close, spot, slots));
    const book = leaveOut ? (books[row] as number) : -1;
    const out = new Float64Array(slots);
    for (let slot = 0; slot < slots; slot += 1) {
      const own = book < 0 ? NaN : (close[book * slots + slot] as number);
      const left = copyWithout(values, slot * spot, counts[slot] as number, own, rest);
      out[slot] = left < minPeers ? NaN : MAD_TO_SIGMA * madOfSorted(rest, left, medianOfSorted(rest, left));
    }
    return out;
  };
}

/** The values of slot i, holes left out, ascending, stand from `i * rows` on: `counts[i]` of them. */
interface SortedSlots {
  readonly values: Float64Array;
  readonly counts: Uint8Array;
}

function sortedSlots(column: Float64Array, rows: number, slots: number): SortedSlots {
  const [values, counts] = [new Float64Array(rows * slots), new Uint8Array(slots)];
  const [own, sorted] = [bufferToSort(rows), bufferToSort(rows)];
  for (let slot = 0; slot < slots; slot += 1) {
    let count = 0;
    for (let row = 0; row < rows; row += 1) {
      const value = column[row * slots + slot] as number;
      // NaN alone differs from itself.
      if (value !== value) continue;
      own[count] = value;
      count += 1;
    }
    sortByRank(own, count, sorted);
    for (let i = 0; i < count; i += 1) values[slot * rows + i] = sorted[i] as number;
    counts[slot] = count;
  }
  return { values, counts };
}
