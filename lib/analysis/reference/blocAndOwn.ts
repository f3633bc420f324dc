import { MAD_TO_SIGMA } from '../../domain/method';
import { rowOf, type PriceMatrix } from '../markets/prices';
import type { Measured } from './kernel';
import { madOfSorted, medianOfSorted, sortFirst } from './order';
import { othersRange, outsideOn } from './outside';
import { compareWithReference, type ReferenceRow } from './reference';

const FIELDS = ['low', 'high', 'close'] as const;
/** No row: a venue without a spot book. */
const NOBODY = -1;

/**
 * `all` among the books of one bloc (method, section 3): the venue judged keeps its own book, so each row that is no peer itself is compared
 * with the median of the other venues' books of the bloc and its own price. A hole below `minPeers`. Rows that are peers are in it already. `ownSpot`: of each row,
 * the row of its venue's own spot book; −1: none, as of a contract alone.
 */
export function compareWithBlocAndOwn(
  matrix: PriceMatrix,
  into: Measured,
  ownSpot: readonly number[],
  minPeers: number,
): void {
  const { spot, rows, slots } = matrix;
  const scratch = new Float64Array(spot + 1);
  for (let row = spot; row < rows; row += 1) {
    const reference: ReferenceRow = {
      low: new Float64Array(slots),
      high: new Float64Array(slots),
      close: new Float64Array(slots),
    };
    const peers = new Uint8Array(slots);
    for (const field of FIELDS) {
      const values = matrix[field];
      for (let slot = 0; slot < slots; slot += 1) {
        const count = sortedAmong(matrix, values, row, ownSpot[row] as number, slot, scratch);
        peers[slot] = count;
        reference[field][slot] = count < minPeers ? NaN : medianOfSorted(scratch, count);
      }
    }
    // What the bloc alone left unmeasured may be measured with the venue's own price.
    rowOf(into.missing, row, slots).set(rowOf(matrix.missing, row, slots));
    compareWithReference(matrix, into, row, reference, (slot) => peers[slot] as number);
    rowOf(into.peers, row, slots).set(peers);
    fillOutside(matrix, into, row);
  }
}

/** The values of one minute that a row is compared with, ascending in `scratch`: the other venues' in the bloc, and its venue's own; answers how many. */
function sortedAmong(
  { spot, slots, own }: PriceMatrix,
  values: Float64Array,
  row: number,
  ownSpot: number,
  slot: number,
  scratch: Float64Array,
): number {
  let count = 0;
  for (let place = 0; place <= spot; place += 1) {
    const at = place === spot ? ownSpot : place === own[row] ? NOBODY : place;
    const value = at === NOBODY ? NaN : (values[at * slots + slot] as number);
    if (Number.isNaN(value)) continue;
    scratch[count] = value;
    count += 1;
  }
  sortFirst(scratch, count);
  return count;
}

/** Beyond every other venue's book of the bloc, in the minutes that are measured. */
function fillOutside(matrix: PriceMatrix, into: Measured, row: number): void {
  const { slots, low, high } = matrix;
  const others = othersRange(into.extremes, matrix, row);
  for (let slot = 0, at = row * slots; slot < slots; slot += 1, at += 1) {
    const below = outsideOn('below', others, slot, low[at] as number);
    const above = outsideOn('above', others, slot, high[at] as number);
    // By the greater distance, below on a tie.
    into.outside[at] = into.missing[at] !== 0 ? NaN : above > -below ? above : below;
  }
}

/** 1.4826 × median absolute deviation of the closes that such a row is compared with; NaN below `minPeers`. */
export function blocAndOwnDispersion(
  matrix: PriceMatrix,
  row: number,
  ownSpot: number,
  minPeers: number,
): Float64Array {
  const { spot, slots } = matrix;
  const out = new Float64Array(slots).fill(NaN);
  const scratch = new Float64Array(spot + 1);
  for (let slot = 0; slot < slots; slot += 1) {
    const count = sortedAmong(matrix, matrix.close, row, ownSpot, slot, scratch);
    if (count >= minPeers) out[slot] = MAD_TO_SIGMA * madOfSorted(scratch, count, medianOfSorted(scratch, count));
  }
  return out;
}
