import type { ContagionAnswer, ContagionBook, FallAnswer } from '../../api/contagion';
import { tableOf, type Table } from '../forms/table';

interface Row {
  readonly book: ContagionBook;
  readonly level: number;
  readonly fall: FallAnswer;
}

/** A row for each book and level, book by book. */
export function contagionTable({ asset, books, levels, simulated }: ContagionAnswer): Table {
  const rows = books.flatMap((book) => book.falls.map((fall, i): Row => ({ book, fall, level: levels[i] as number })));
  return tableOf(rows, [
    ['text', 'asset', () => asset],
    ['text', 'venue', ({ book }) => book.venue],
    ['text', 'market', ({ book }) => book.market],
    ['text', 'kind', ({ book }) => book.kind],
    ['text', 'source', ({ book }) => book.source],
    ['number', 'fall', ({ level }) => level],
    ['text', 'state', ({ fall }) => fall.state],
    ['minute', 'seen', ({ fall }) => fall.seen],
    ['minute', 'earliest', ({ fall }) => fall.earliest],
    ['number', 'low', ({ fall }) => fall.low],
    ['number', 'ratio', ({ fall }) => fall.ratio],
    ['number', 'behindLeast', ({ fall }) => fall.behindLeast],
    ['number', 'behindMost', ({ fall }) => fall.behindMost],
    ['number', 'ownLevel', ({ book }) => book.level],
    ['number', 'closes', ({ book }) => book.closes],
    ['number', 'silentMinutes', ({ book }) => book.silent],
    ['number', 'unknownMinutes', ({ book }) => book.unknown],
    ['truth', 'simulated', () => simulated],
  ]);
}
