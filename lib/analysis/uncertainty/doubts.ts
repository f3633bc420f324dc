import type { Question } from '../../domain/question';
import { baseVolumesOf } from '../reference/comparison';
import { once } from '../once';
import type { PricedRow, PriceMatrix } from '../markets/prices';
import type { UnderlyingReferences } from '../reference/underlying';
import { MISSING } from '../types';
import { doubtAt, NO_DOUBT, ownDoubt, type Converted, type Doubt, type PeersOf } from './uncertainty';

const MEASURED = MISSING.indexOf('measured');

type Row = PricedRow & Converted;

/**
 * What the rates leave unknown of each row's deviation, slot by slot, by the question's reference: `rows` are the matrix', `under` the
 * underlying's where one is compared with; `from` is the minute of the matrix' slot 0; `ownSpot`: of each
 * row, that of its venue's own spot book, −1: none.
 */
export function doubtsOf(
  question: Pick<Question, 'reference' | 'rate'>,
  rows: readonly Row[],
  from: number,
  matrix: PriceMatrix,
  under: UnderlyingReferences | undefined,
  ownSpot: readonly number[],
): (row: number, slot: number) => Doubt {
  if (question.rate === 'none') return () => NO_DOUBT;
  const { reference } = question;
  if (reference.kind === 'peg') return (row, slot) => ownDoubt(rows[row] as Row, slot);
  const peersFor = peersBy(reference, rows, from, matrix, under, ownSpot);
  const peers = rows.map((_, row) => once(() => peersFor(row)));
  return (row, slot) => doubtAt(rows[row] as Row, (peers[row] as () => PeersOf)(), slot);
}

/** The peers of each row. */
function peersBy(
  reference: Question['reference'],
  rows: readonly Row[],
  from: number,
  matrix: PriceMatrix,
  under: UnderlyingReferences | undefined,
  ownSpot: readonly number[],
): (row: number) => PeersOf {
  const { spot, slots, missing, own } = matrix;
  const isPriced = (place: number, slot: number): boolean => missing[place * slots + slot] === MEASURED;
  const books = rows.slice(0, spot);
  switch (reference.kind) {
    case 'wrapped':
      return (row) => under?.peersOf((rows[row] as Row).market.venue) ?? { books: [], isPeer: () => false };
    case 'venue': {
      const referenceRow = rows.findIndex(({ market }) => market.venue === reference.venue && market.kind === 'spot');
      return () => ({ books: rows, isPeer: (place, slot) => place === referenceRow && isPriced(place, slot) });
    }
    case 'vwm': {
      const volumes = books.map((book, row) => once(() => baseVolumesOf(book, row, from, matrix)));
      return (row) => ({
        books,
        isPeer: (place, slot) => place !== own[row] && isPriced(place, slot) && (volumes[place]?.()[slot] ?? NaN) > 0,
      });
    }
    case 'all':
      // Its own book stands among the peers, whichever of the venue's books does so for the others.
      return (row) => {
        const at = ownSpot[row] as number;
        const mine = rows[at];
        return {
          books: row < spot || mine === undefined ? books : [...books, mine],
          isPeer: (place, slot) =>
            place === spot ? isPriced(at, slot) : (row < spot || place !== own[row]) && isPriced(place, slot),
        };
      };
    case 'peg':
      return () => ({ books, isPeer: isPriced });
    case 'others':
      return (row) => ({ books, isPeer: (place, slot) => place !== own[row] && isPriced(place, slot) });
  }
}
