import type { Day } from '../../../domain/minute';
import { AT_ONCE_COLUMNS, type AtOnceBytes } from '../decodeBook';

/** Days that follow one another, as they are stored, in memory that two threads can read. */
export interface PackedDays {
  readonly first: Day;
  readonly days: number;
  readonly books: number;
  readonly bytes: SharedArrayBuffer;
  /** By day, book and column: where its bytes lie, and how many they are; `NULL` or `NO_ROW`. */
  readonly places: Int32Array;
}

const NULL = -1;
const NO_ROW = -2;
const PER_BOOK = 2 * AT_ONCE_COLUMNS.length;

/** Packs days; `rowOf` tells the row of the `i`th of them and of a book, undefined where none is stored. */
export function packed(
  { first, days, books }: Pick<PackedDays, 'first' | 'days' | 'books'>,
  rowOf: (i: number, book: number) => AtOnceBytes | undefined,
): PackedDays {
  const places = new Int32Array(days * books * PER_BOOK);
  const all: Uint8Array[] = [];
  let length = 0;
  let at = 0;
  for (let i = 0; i < days; i += 1)
    for (let book = 0; book < books; book += 1) {
      const row = rowOf(i, book);
      for (const name of AT_ONCE_COLUMNS) {
        const column = row?.[name] ?? null;
        places[at] = length;
        places[at + 1] = row === undefined ? NO_ROW : column === null ? NULL : column.length;
        at += 2;
        if (column === null) continue;
        all.push(column);
        length += column.length;
      }
    }
  const bytes = new SharedArrayBuffer(length);
  const into = new Uint8Array(bytes);
  let to = 0;
  for (const column of all) {
    into.set(column, to);
    to += column.length;
  }
  return { first, days, books, bytes, places };
}

/** The row of the `i`th day and a book. */
export function packedRow({ books, bytes, places }: PackedDays, i: number, book: number): AtOnceBytes | undefined {
  const at = (i * books + book) * PER_BOOK;
  if (places[at + 1] === NO_ROW) return undefined;
  const row: Record<string, Uint8Array | null> = {};
  AT_ONCE_COLUMNS.forEach((name, column) => {
    const from = places[at + 2 * column] as number;
    const length = places[at + 2 * column + 1] as number;
    row[name] = length === NULL ? null : new Uint8Array(bytes, from, length);
  });
  return row;
}
