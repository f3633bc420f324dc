import { PEG_USD } from '../../domain/method';
import type { Question } from '../../domain/question';
import { measure, roomFor, type Measured, type Peers } from './kernel';
import { pricesOf, rowOf, type PriceMatrix } from '../markets/prices';
import {
  constantReference,
  dispersionsOf,
  holdAgainst,
  noReference,
  weightedReference,
  yardstickOf,
  type ReferenceRow,
} from './reference';
import type { Chosen } from '../markets/choose';
import type { Rate } from '../rates/rate';
import type { SeriesParts } from '../series/series';

/** Whose median the kernel holds rows against; other references are held against afterwards. */
export const peersOf = (kind: Question['reference']['kind']): Peers =>
  kind === 'others' || kind === 'all' ? kind : 'none';

/** What spreads around the reference, where that is a median of venues. */
export const dispersionsFor = (
  { reference: { kind }, minPeers }: Question,
  matrix: PriceMatrix,
): SeriesParts['dispersions'] =>
  kind === 'others' || kind === 'vwm' || kind === 'all' ? dispersionsOf(matrix, kind !== 'all', minPeers) : undefined;

/** A peg rests on no venue. */
const NO_VENUES = 0;

/** Holds every row of a window (or of a piece of it, beginning at `from`) against what is not the kernel's median. `own`: the rows' references where the asset is held against its underlying. */
export function holdAgainstOther(
  { reference, minPeers }: Question,
  rows: readonly Chosen[],
  from: number,
  matrix: PriceMatrix,
  measured: Measured,
  own: (row: number) => OwnReference,
): void {
  switch (reference.kind) {
    case 'others':
    case 'all':
      return;
    case 'venue': {
      const at = rows.findIndex(({ market }) => market.venue === reference.venue && market.kind === 'spot');
      rows.forEach((_, row) => {
        holdAgainst(
          matrix,
          measured,
          row,
          at < 0 || row === at ? noReference(matrix.slots) : yardstickOf(matrix, at),
          () => 1,
        );
      });
      return;
    }
    case 'peg':
      rows.forEach((_, row) => {
        holdAgainst(matrix, measured, row, constantReference(matrix.slots, PEG_USD), () => NO_VENUES);
      });
      return;
    case 'vwm': {
      const volumes = rows.slice(0, matrix.spot).map((chosen, row) => baseVolumesOf(chosen, row, from, matrix));
      rows.forEach((_, row) => {
        heldAgainst(matrix, measured, row, weightedReference(matrix, row, volumes, minPeers));
      });
      return;
    }
    case 'wrapped':
      rows.forEach((_, row) => {
        heldAgainst(matrix, measured, row, own(row));
      });
  }
}

/** A row's reference and how many venues it rests on, slot by slot. */
export interface OwnReference {
  readonly reference: ReferenceRow;
  readonly peers: Uint8Array;
}

function heldAgainst(matrix: PriceMatrix, measured: Measured, row: number, { reference, peers }: OwnReference): void {
  holdAgainst(matrix, measured, row, reference, (slot) => peers[slot] as number);
  rowOf(measured.peers, row, matrix.slots).set(peers);
}

/** What each spot book traded, in base units, minute by minute: as its source says, else its quote volume ÷ close. NaN where neither is known. */
function baseVolumesOf({ candles }: Chosen, row: number, from: number, matrix: PriceMatrix): Float64Array {
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

/** The others' references among the underlying's books over a chunk: of the book of each venue, and of a venue that has none. */
export function underlyingReferences(
  books: readonly Chosen[],
  range: Chosen['candles']['range'],
  rates: (quote: string) => Rate,
  minPeers: number,
): (venue: string) => OwnReference {
  const priced = pricesOf(books, range, rates);
  const { slots, rows } = priced;
  // A row of holes behind the books stands for a venue without one: nothing is left out for it.
  const withHole = (values: Float64Array): Float64Array => {
    const out = new Float64Array(values.length + slots).fill(NaN, values.length);
    out.set(values);
    return out;
  };
  const matrix: PriceMatrix = {
    rows: rows + 1,
    spot: priced.spot,
    slots,
    low: withHole(priced.low),
    high: withHole(priced.high),
    close: withHole(priced.close),
    missing: new Uint8Array((rows + 1) * slots),
    own: Int16Array.of(...priced.own, -1),
  };
  const measured = roomFor(matrix, true);
  measure(matrix, measured, { peers: 'others', minPeers, from: 0, to: slots });
  return (venue) => {
    const book = books.findIndex(({ market }) => market.venue === venue);
    const row = book < 0 ? rows : book;
    const { low, high, close } = measured.reference ?? constantReference(matrix.rows * slots, NaN);
    return {
      reference: { low: rowOf(low, row, slots), high: rowOf(high, row, slots), close: rowOf(close, row, slots) },
      peers: rowOf(measured.peers, row, slots),
    };
  };
}

/** A reference times a ratio; NaN where the ratio is. */
export const scaledBy = ({ reference, peers }: OwnReference, ratio: number): OwnReference => {
  const scaled = (column: Float64Array): Float64Array => column.map((price) => price * ratio);
  return {
    reference: { low: scaled(reference.low), high: scaled(reference.high), close: scaled(reference.close) },
    peers,
  };
};
