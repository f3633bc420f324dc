import { AsyncLocalStorage } from 'node:async_hooks';
import type { Asset, Market, Source } from '../../domain/market';
import type { Day } from '../../domain/minute';

/** Days of a book, both ends included; the book need not be stored. */
export interface ReadBook {
  readonly market: Market;
  readonly source: Source;
  readonly first: Day;
  readonly last: Day;
}

/** What an answer rests on. */
export interface Rests {
  /** Everything stored. */
  readonly everything: boolean;
  /** Every asset there was data of, where their list was looked at: stale with every other. */
  readonly listed: readonly Asset[] | undefined;
  /** Assets whose set of books was looked at. */
  readonly bases: readonly Asset[];
  readonly books: readonly ReadBook[];
  /** Also on what nobody is told the changes of, or on a read that failed: it must not be kept. */
  readonly isFleeting: boolean;
}

/** Collects what an answer rests on, while it is made. */
export class Reading {
  #rests: Rests = { everything: false, listed: undefined, bases: [], books: [], isFleeting: false };

  get rests(): Rests {
    return this.#rests;
  }

  /** Whether anything was read at all. */
  get isEmpty(): boolean {
    const { everything, listed, bases, books } = this.#rests;
    return !everything && listed === undefined && bases.length === 0 && books.length === 0;
  }

  add(more: Partial<Rests>): void {
    const own = this.#rests;
    this.#rests = {
      everything: own.everything || more.everything === true,
      listed: more.listed === undefined ? own.listed : more.listed.filter((one) => own.listed?.includes(one) ?? true),
      bases: more.bases === undefined ? own.bases : [...new Set([...own.bases, ...more.bases])],
      books: more.books === undefined ? own.books : [...own.books, ...more.books],
      isFleeting: own.isFleeting || more.isFleeting === true,
    };
  }
}

interface Under {
  readonly reading: Reading | undefined;
  /** What is read is told by whoever reads: statements add nothing. */
  readonly isTold: boolean;
}

declare global {
  var plumblineReading: AsyncLocalStorage<Under> | undefined;
}

/** One per process, however often the code is bundled. */
const under = (): AsyncLocalStorage<Under> => (globalThis.plumblineReading ??= new AsyncLocalStorage<Under>());

/** Runs work whose reads are collected. */
export const collecting = <T>(reading: Reading, work: () => T): T => under().run({ reading, isTold: false }, work);

/** What collects here; undefined: nothing does. */
export const currentReading = (): Reading | undefined => under().getStore()?.reading;

/** Adds what the answer that is being made rests on. */
export function restsOn(rests: Partial<Rests>): void {
  currentReading()?.add(rests);
}

/** Runs work whose statements read nothing but what is told by `restsOn`. */
export const told = <T>(work: () => T): T => under().run({ reading: currentReading(), isTold: true }, work);

/** Runs work that nothing collects: what every answer rests on alike, like which dataset this is. */
export const uncollected = <T>(work: () => T): T => under().run({ reading: undefined, isTold: true }, work);

/** Called by whatever sends a statement: unless told otherwise, an answer rests on everything. */
export function statementSent(): void {
  const store = under().getStore();
  if (store?.isTold === false) store.reading?.add({ everything: true });
}

/** Called where a read failed: what is made all the same must not be kept. */
export function readFailed(): void {
  currentReading()?.add({ isFleeting: true });
}
