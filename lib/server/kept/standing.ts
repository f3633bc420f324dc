import type { Asset } from '../../domain/market';
import type { Day } from '../../domain/minute';
import type { ChangedBook } from '../../store/changes/changes';
import type { ReadBook, Rests } from '../../store/connection/reading';
import { bookName } from './freshness';

interface Span {
  readonly first: Day;
  readonly last: Day;
  readonly books: ReadonlySet<number>;
}

/** Numbers of books, one a process: thousands of answers rest on the same ones, and each write is held against every answer. */
const numbers = new Map<string, number>();

function numberOf(book: Pick<ReadBook, 'market' | 'source'>): number {
  const name = bookName(book);
  const known = numbers.get(name) ?? numbers.size;
  numbers.set(name, known);
  return known;
}

/** Roughly, in memory: a number in a set, and the rest of an answer's. */
const BOOK_BYTES = 40;
const OWN_BYTES = 1_000;

/** What an answer rests on, ready to be held against what is written. */
export class Standing {
  readonly #everything: boolean;
  readonly #listed: ReadonlySet<Asset> | undefined;
  readonly #bases: ReadonlySet<Asset>;
  readonly #spans: readonly Span[];

  constructor({ everything, listed, bases, books }: Rests) {
    this.#everything = everything;
    this.#listed = listed === undefined ? undefined : new Set(listed);
    this.#bases = new Set(bases);
    const spans = new Map<string, { first: Day; last: Day; books: Set<number> }>();
    for (const book of books) {
      const { first, last } = book;
      const name = `${String(first)} ${String(last)}`;
      const span = spans.get(name) ?? { first, last, books: new Set() };
      spans.set(name, span);
      span.books.add(numberOf(book));
    }
    this.#spans = [...spans.values()];
  }

  get bytes(): number {
    return this.#spans.reduce((total, { books }) => total + BOOK_BYTES * books.size, OWN_BYTES);
  }

  /** Whether a write makes the answer stale. */
  isTouchedBy(change: ChangedBook): boolean {
    const { base } = change.market;
    if (this.#everything || this.#listed?.has(base) === false) return true;
    const book = numberOf(change);
    const own = this.#spans.filter(({ books }) => books.has(book));
    // A book that is new, or of which nothing but failed requests was stored: who looked for the asset's books did not see it.
    if (own.length === 0) return this.#bases.has(base);
    return change.whole || own.some(({ first, last }) => change.days.some(({ day }) => day >= first && day <= last));
  }
}
