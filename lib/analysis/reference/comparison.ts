import { PEG_USD } from '../../domain/method';
import type { Question } from '../../domain/question';
import { rowOf, type PricedRow, type PriceMatrix } from '../markets/prices';
import type { Measured, Peers } from './kernel';
import {
  constantReference,
  dispersionsOf,
  compareWithReference,
  noReference,
  weightedReference,
  rowAsReference,
  type ReferenceRow,
} from './reference';

/** Whose median the kernel compares rows with; with other references they are compared afterwards. */
export const peersOf = (kind: Question['reference']['kind']): Peers =>
  kind === 'others' || kind === 'all' ? kind : 'none';

/** What spreads around the reference, where that is a median of venues. */
export const dispersionsFor = (
  { reference: { kind }, minPeers }: Question,
  matrix: PriceMatrix,
): ((row: number) => Float64Array) | undefined =>
  kind === 'others' || kind === 'vwm' || kind === 'all' ? dispersionsOf(matrix, kind !== 'all', minPeers) : undefined;

/** A peg rests on no venue. */
const NO_VENUES = 0;

/** A row's reference and how many venues it rests on, slot by slot. */
export interface RestingReference {
  readonly reference: ReferenceRow;
  readonly peers: Uint8Array;
}

/**
 * Compares every row of a window (or of a piece of it, beginning at `from`) with what is not the kernel's median.
 * `underlyingOf`: a row's reference where the asset is compared with its underlying.
 */
export function compareWithOther(
  { reference, minPeers }: Question,
  rows: readonly PricedRow[],
  from: number,
  matrix: PriceMatrix,
  measured: Measured,
  underlyingOf: (row: number) => RestingReference,
): void {
  switch (reference.kind) {
    case 'others':
    case 'all':
      return;
    case 'venue': {
      const at = rows.findIndex(({ market }) => market.venue === reference.venue && market.kind === 'spot');
      rows.forEach((_, row) => {
        const prices = at < 0 || row === at ? noReference(matrix.slots) : rowAsReference(matrix, at);
        compareWithReference(matrix, measured, row, prices, () => 1);
      });
      return;
    }
    case 'peg':
      rows.forEach((_, row) => {
        compareWithReference(matrix, measured, row, constantReference(matrix.slots, PEG_USD), () => NO_VENUES);
      });
      return;
    case 'vwm': {
      const volumes = rows.slice(0, matrix.spot).map((chosen, row) => baseVolumesOf(chosen, row, from, matrix));
      rows.forEach((_, row) => {
        compareRow(matrix, measured, row, weightedReference(matrix, row, volumes, minPeers));
      });
      return;
    }
    case 'wrapped':
      rows.forEach((_, row) => {
        compareRow(matrix, measured, row, underlyingOf(row));
      });
  }
}

function compareRow(
  matrix: PriceMatrix,
  measured: Measured,
  row: number,
  { reference, peers }: RestingReference,
): void {
  compareWithReference(matrix, measured, row, reference, (slot) => peers[slot] as number);
  rowOf(measured.peers, row, matrix.slots).set(peers);
}

/** What each spot book traded, in base units, minute by minute: as its source says, else its quote volume ÷ close. NaN where neither is known. */
export function baseVolumesOf(
  { candles }: Pick<PricedRow, 'candles'>,
  row: number,
  from: number,
  matrix: PriceMatrix,
): Float64Array {
  const shift = from - candles.range.from;
  const priced = rowOf(matrix.missing, row, matrix.slots);
  return Float64Array.from({ length: matrix.slots }, (_, slot) => {
    if (priced[slot] !== 0) return NaN;
    const base = candles.baseVolume[slot + shift] as number;
    return Number.isNaN(base)
      ? (candles.quoteVolume[slot + shift] as number) / (candles.close[slot + shift] as number)
      : base;
  });
}
