import { dayOf, minuteAt, type Day, type MinuteRange } from '../../domain/minute';
import { bookKey, type Fill, type FillBook, type FlawedRow, type Flaw, type Row } from '../fill';
import type { ContractSize } from '../reading/symbols';
import { ruleDayOf } from './official';
import type { AskedDay } from './market';
import { Sample } from './zones';

/** So many flawed rows are listed by line; all are counted. */
export const MOST_LISTED = 1_000;
/** Different symbols, words and accounts a file may name; more are counted together: a hostile file names a new one in every row. */
const MOST_NAMES = 500;

/** What a file holds, before anything is compared. */
export interface Survey {
  readonly rows: number;
  readonly fills: number;
  readonly flawed: number;
  readonly flaws: ReadonlyMap<Flaw, number>;
  /** Fills whose fee could not be read; they count, and are not among the flawed. */
  readonly unreadFees: number;
  /** The line of a fill whose last value may be cut off: the file ends in it without a line end. */
  readonly unended: number | undefined;
  /** The first of the flawed, and of fills without their fee. */
  readonly listed: readonly FlawedRow[];
  /** Rows that are no fills, by what the file calls them. */
  readonly others: ReadonlyMap<string, number>;
  /** Symbols nobody knows, and fills of each. */
  readonly unknown: ReadonlyMap<string, number>;
  /** By account the first of its fills in the period, in milliseconds since 1970. */
  readonly accounts: ReadonlyMap<string, number>;
  /** Contracts whose size is not known. */
  readonly unsized: readonly Unsized[];
  readonly liquidations: number;
  /** Of the fills, in milliseconds since 1970; undefined: none. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Whole UTC days of each book that fills are of, and those that the official rule needs. */
  readonly days: readonly AskedDay[];
  /** Fills outside the period asked for. */
  readonly outsidePeriod: number;
  /** Whether every row names its own instant. */
  readonly isFixed: boolean;
  readonly sample: readonly Fill[];
}

/** A symbol whose quantities count contracts of a size that is not known. */
export interface Unsized {
  /** As the file has it. */
  readonly symbol: string;
  readonly fills: number;
  /** What one contract is counted in, and what that is called: of a contract quoted in USD the quote, of any other the base. */
  readonly of: ContractSize['of'];
  readonly unit: string;
}

const NONE = 0;

function counted<K>(counts: Map<K, number>, key: K, rest: K): void {
  const known = counts.has(key) || counts.size < MOST_NAMES ? key : rest;
  counts.set(known, (counts.get(known) ?? NONE) + 1);
}

/** Whether a fill lies in the period; undefined: all do. */
export const isInPeriod = ({ atMs }: Fill, period: MinuteRange | undefined): boolean => {
  if (period === undefined) return true;
  const minute = minuteAt(atMs);
  return minute >= period.from && minute < period.to;
};

/** Reads through the rows of one or several files once. */
export class Surveying {
  readonly #flaws = new Map<Flaw, number>();
  readonly #listed: FlawedRow[] = [];
  readonly #others = new Map<string, number>();
  readonly #unknown = new Map<string, number>();
  readonly #accounts = new Map<string, number>();
  readonly #unsized = new Map<string, Unsized>();
  readonly #days = new Map<string, AskedDay>();
  readonly #sample = new Sample();
  #lastDay = '';
  #counts = { rows: 0, fills: 0, flawed: 0, unreadFees: 0, liquidations: 0, outsidePeriod: 0, fixed: 0 };
  #unended: number | undefined;
  #first: number | undefined;
  #last: number | undefined;

  /** `period`: fills outside it are counted and not compared. */
  constructor(readonly period: MinuteRange | undefined) {}

  take(row: Row): void {
    this.#counts.rows += 1;
    if (row.kind === 'flawed') {
      this.#counts.flawed += 1;
      this.#flaws.set(row.flaw, (this.#flaws.get(row.flaw) ?? NONE) + 1);
      this.#list(row);
    } else if (row.kind === 'other') counted(this.#others, row.what, '…');
    else this.#fill(row);
  }

  #list(row: FlawedRow): void {
    if (this.#listed.length < MOST_LISTED) this.#listed.push(row);
  }

  #fill(fill: Fill): void {
    this.#counts.fills += 1;
    if (fill.unreadFee !== undefined) {
      this.#counts.unreadFees += 1;
      this.#list({ kind: 'flawed', line: fill.line, flaw: 'fee', text: fill.unreadFee });
    }
    if (fill.mayBeCut) this.#unended = fill.line;
    if (fill.isFixed) this.#counts.fixed += 1;
    if (this.#first === undefined || fill.atMs < this.#first) this.#first = fill.atMs;
    if (this.#last === undefined || fill.atMs > this.#last) this.#last = fill.atMs;
    if (fill.flag === 'liquidation') this.#counts.liquidations += 1;
    if (!isInPeriod(fill, this.period)) {
      this.#counts.outsidePeriod += 1;
      return;
    }
    const account = this.#accounts.has(fill.account) || this.#accounts.size < MOST_NAMES ? fill.account : '…';
    this.#accounts.set(account, Math.min(fill.atMs, this.#accounts.get(account) ?? Infinity));
    if (fill.book === undefined) {
      counted(this.#unknown, fill.symbol, '…');
      return;
    }
    if (fill.unusable === 'contract-size') this.#countUnsized(fill.symbol, fill.book);
    this.#sample.take(fill);
    const own: AskedDay = { book: fill.book, day: dayOf(minuteAt(fill.atMs)) };
    const key = keyOf(own);
    // Fills of one book and day come one after the other.
    if (key !== this.#lastDay) this.#days.set(key, own);
    this.#lastDay = key;
    const ruled = ruleDayOf(fill);
    if (ruled !== undefined) this.#days.set(keyOf(ruled), ruled);
  }

  #countUnsized(symbol: string, { base, quote }: FillBook): void {
    const known = this.#unsized.get(symbol);
    if (known === undefined && this.#unsized.size >= MOST_NAMES) return;
    const of = quote === 'USD' ? 'quote' : 'base';
    this.#unsized.set(symbol, { symbol, of, unit: of === 'quote' ? quote : base, fills: (known?.fills ?? NONE) + 1 });
  }

  get survey(): Survey {
    const { fixed, ...counts } = this.#counts;
    return {
      ...counts,
      flaws: this.#flaws,
      listed: this.#listed,
      others: this.#others,
      unknown: this.#unknown,
      accounts: this.#accounts,
      unsized: [...this.#unsized.values()],
      unended: this.#unended,
      first: this.#first,
      last: this.#last,
      days: [...this.#days.values()],
      isFixed: fixed === counts.fills && counts.fills > 0,
      sample: this.#sample.fills,
    };
  }
}

const keyOf = ({ book, day }: { readonly book: AskedDay['book']; readonly day: Day }): string =>
  `${bookKey(book)} ${String(day)}`;
