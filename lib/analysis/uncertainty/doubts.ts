import type { Question } from '../../domain/question';
import { baseVolumesOf } from '../reference/comparison';
import { once } from '../once';
import { rowOf, type PricedRow, type PriceMatrix } from '../markets/prices';
import type { UnderlyingReferences } from '../reference/underlying';
import { MISSING } from '../types';
import { doubtsAmong, NO_DOUBTS, ownDoubts, type Converted, type Doubts, type Peer } from './uncertainty';

const MEASURED = MISSING.indexOf('measured');
const NO_TRADE = MISSING.indexOf('no-trade');

type Row = PricedRow & Converted;

/**
 * What the rates leave unknown of each row's deviations, by the question's reference: `rows` are the matrix', `under` the
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
): (row: number) => Doubts {
  if (question.rate === 'none') return () => NO_DOUBTS;
  const { reference } = question;
  if (reference.kind === 'peg') return (row) => ownDoubts(rows[row] as Row);
  const peersFor = peersBy(reference, rows, from, matrix, under, ownSpot);
  return (row) => doubtsAmong(rows[row] as Row, () => peersFor(row));
}

/** The peers of each row. */
function peersBy(
  reference: Question['reference'],
  rows: readonly Row[],
  from: number,
  matrix: PriceMatrix,
  under: UnderlyingReferences | undefined,
  ownSpot: readonly number[],
): (row: number) => readonly Peer[] {
  const { spot, slots, missing, own } = matrix;
  const priced = rows.map(({ quote, rate }, row): Peer => ({ quote, rate, missing: rowOf(missing, row, slots) }));
  const books = priced.slice(0, spot);
  const others = (row: number): readonly Peer[] => books.filter((_, place) => place !== own[row]);
  switch (reference.kind) {
    case 'wrapped':
      return (row) => under?.peersOf((rows[row] as Row).market.venue) ?? [];
    case 'venue':
      return () =>
        priced
          .filter((_, row) => {
            const { market } = rows[row] as Row;
            return market.venue === reference.venue && market.kind === 'spot';
          })
          .slice(0, 1);
    case 'vwm': {
      const weighted = books.map((book, row) =>
        once(() => withVolume(book, baseVolumesOf(rows[row] as Row, row, from, matrix))),
      );
      return (row) => weighted.filter((_, place) => place !== own[row]).map((book) => book());
    }
    case 'all':
      // Its own book stands among the peers, whichever of the venue's books does so for the others.
      return (row) => {
        if (row < spot) return books;
        const mine = priced[ownSpot[row] as number];
        return mine === undefined ? others(row) : [...others(row), mine];
      };
    case 'peg':
      return () => books;
    case 'others':
      return others;
  }
}

/** A peer only where its volume is known. */
const withVolume = (book: Peer, volumes: Float64Array): Peer => ({
  ...book,
  missing: book.missing.map((why, slot) => (why === MEASURED && !((volumes[slot] as number) > 0) ? NO_TRADE : why)),
});
