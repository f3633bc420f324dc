import { MINUTES_PER_DAY } from '../../domain/minute';

const COLUMN_BYTES = MINUTES_PER_DAY * Float64Array.BYTES_PER_ELEMENT;
/** Five columns of doubles, one of bytes. */
const BOOK_BYTES = 5 * COLUMN_BYTES + MINUTES_PER_DAY;

/** Room for one book's day: what is asked of every day. */
export class BookRoom {
  readonly answered: Uint8Array;
  readonly columns: Readonly<Record<'open' | 'high' | 'low' | 'close' | 'baseVolume', Float64Array>>;
  /** What lies in it. */
  holds: object | undefined;

  constructor(memory: ArrayBufferLike, at: number) {
    const column = (i: number): Float64Array => new Float64Array(memory, at + i * COLUMN_BYTES, MINUTES_PER_DAY);
    this.columns = { open: column(0), high: column(1), low: column(2), close: column(3), baseVolume: column(4) };
    this.answered = new Uint8Array(memory, at + 5 * COLUMN_BYTES, MINUTES_PER_DAY);
  }
}

/** Room for one day of every book, used again for another: whoever looks at days one by one has one. */
export class DayRoom {
  readonly #memory: SharedArrayBuffer | undefined;
  readonly #books: (BookRoom | undefined)[] = [];

  /** `memory`: of `DayRoom.memoryFor` as many books, where another thread writes into it. */
  constructor(memory?: SharedArrayBuffer) {
    this.#memory = memory;
  }

  static memoryFor(books: number): SharedArrayBuffer {
    return new SharedArrayBuffer(books * BOOK_BYTES);
  }

  /** Of the book at a place, from 0. */
  of(place: number): BookRoom {
    return (this.#books[place] ??=
      this.#memory === undefined
        ? new BookRoom(new ArrayBuffer(BOOK_BYTES), 0)
        : new BookRoom(this.#memory, place * BOOK_BYTES));
  }

  /** What lay here is not valid any more. */
  clear(): void {
    for (const book of this.#books) if (book !== undefined) book.holds = undefined;
  }
}
