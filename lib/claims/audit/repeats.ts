import { written } from '../../domain/decimal';
import { bookKey, type Fill } from '../fill';
import type { Layout, Said } from '../reading/layout';
import { shown } from '../reading/shown';
import { Keys, hashed, Numbers } from './keys';

/** Why a fill is not counted: it is one that counts already; it contradicts another of the same trade id; it is an order whose trades count. */
const LEFT_OUT = ['repeated', 'conflict', 'order'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** A row that is left out. */
interface LeftOutRow {
  readonly line: number;
  readonly why: LeftOut;
  /** Its trade id or order id, cut to what can be shown; '': it has none. */
  readonly text: string;
}

/** What of a file is left out. */
export interface FileLeftOut {
  readonly counts: Readonly<Record<LeftOut, number>>;
  /** The first of each, in the order of the file. */
  readonly listed: readonly LeftOutRow[];
}

/** Orders of an account that count beside trades of it at the same venue, and that no order id tells apart. */
export interface OrdersBeside {
  /** As a fill of it has it. */
  readonly account: string;
  readonly venue: string;
  readonly orders: number;
}

/** What is known of a file before it is read. */
interface Given {
  readonly layout: Layout;
  readonly said: Said;
}

/** So many rows that are left out are listed for each file and reason; all are counted. */
const MOST_LISTED = 1_000;
/** Accounts and venues of which orders are told apart from trades: a hostile file names a new account in every row. */
const MOST_BESIDE = 500;
const COUNTED = 0;
const NOWHERE = 0xffffffff;
const NOTHING_LEFT_OUT: FileLeftOut['counts'] = { repeated: 0, conflict: 0, order: 0 };
const SECOND_MS = 1_000;
/** States of a trade id. */
const [COUNTS, REPEATS, CONFLICT] = [0, 1, 2];
const verdictOf = (why: LeftOut): number => LEFT_OUT.indexOf(why) + 1;

/** Files of which nobody says the account are compared as one account's. */
export const accountSaid = ({ layout, said }: Given): string => said.account ?? layout.account ?? '';
const groupOf = ({ account, file }: Fill): string => (account === file ? '' : account);

interface OpenFile {
  readonly verdicts: Numbers;
  readonly counts: Record<LeftOut, number>;
  readonly listed: Record<LeftOut, LeftOutRow[]>;
}

/**
 * Which of the fills of several files count, so that none counts twice. Within one account:
 * fills of one book with one trade id are one fill, and where they differ in second, side, price or quantity none counts;
 * of equal fills as many count as the one file has that has most of them, or as there are different ids of them, whichever is more;
 * an order whose id trades name too does not count.
 * A byte a fill is held; where several files may be of one account at most some 60 more of each different one, where there are ids some 70, where there are both some 130.
 */
export class Repeats {
  readonly #files: readonly OpenFile[];
  /** Whether equal fills of several files can be told, and whether fills with an id can equal such without one. */
  readonly #isSeveral: boolean;
  readonly #isMixed: boolean;
  readonly #isLinked: boolean;

  // Equal fills: how many count, how many of these have an id of their own; how many the file that is being read has.
  readonly #equal = new Keys();
  readonly #counted = new Numbers();
  readonly #withId = new Numbers();
  readonly #inFile = new Numbers();
  readonly #lastFile = new Numbers();

  // Trade ids: where the first fill of each is, what it says, and the place of its equals (0: not among them, else + 1).
  readonly #ids = new Keys();
  readonly #idFile = new Numbers();
  readonly #idFill = new Numbers();
  readonly #idLine = new Numbers();
  readonly #idSays = new Numbers();
  readonly #idEqual = new Numbers();
  readonly #idState = new Numbers(Uint8Array);

  // Order ids: whether a trade names it, and where orders are that count as yet.
  readonly #links = new Keys();
  readonly #hasTrade = new Numbers(Uint8Array);
  readonly #orders = {
    link: new Numbers(),
    file: new Numbers(),
    fill: new Numbers(),
    line: new Numbers(),
    beside: new Numbers(),
  };
  readonly #orderTexts = new Map<number, string>();

  readonly #besideAt = new Map<string, number>();
  readonly #beside: { account: string; readonly venue: string; orders: number; trades: number }[] = [];
  #isEnded = false;

  constructor(given: readonly Given[]) {
    this.#files = given.map(() => ({
      verdicts: new Numbers(Uint8Array),
      counts: { repeated: 0, conflict: 0, order: 0 },
      listed: { repeated: [], conflict: [], order: [] },
    }));
    const names = given.map(accountSaid);
    // Accounts that the rows themselves name may be those of any file.
    const isOpen = given.some(
      ({ layout: { columns }, said }) => said.account === undefined && columns.account !== undefined,
    );
    this.#isSeveral = given.length > 1 && (isOpen || new Set(names).size < names.length);
    const has = (role: 'trade-id' | 'order-id', of = given): boolean =>
      of.some(({ layout: { columns } }) => columns[role] !== undefined);
    this.#isMixed =
      this.#isSeveral && has('trade-id') && given.some(({ layout }) => layout.columns['trade-id'] === undefined);
    this.#isLinked =
      this.#isSeveral &&
      has(
        'order-id',
        given.filter(({ layout }) => layout.isOrders),
      ) &&
      has(
        'order-id',
        given.filter(({ layout }) => !layout.isOrders),
      );
  }

  /** The next fill of a file. The files are read one after the other. */
  take(place: number, fill: Fill): void {
    const file = this.#files[place];
    if (file === undefined) return;
    const at = file.verdicts.length;
    file.verdicts.push(COUNTED);
    const why = this.#isRepeated(place, at, fill);
    if (why !== undefined) this.#leave(place, at, { line: fill.line, why, text: shown(fill.tradeId ?? '') });
    const beside = why === undefined ? this.#countBeside(fill) : NOWHERE;
    if (this.#isLinked) this.#link(place, at, fill, why, beside);
  }

  /** Behind the last fill of the last file; again, it does nothing. */
  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    const orders = this.#orders;
    for (let order = 0; order < orders.link.length; order += 1) {
      if (this.#hasTrade.at(orders.link.at(order)) === 0) continue;
      const text = this.#orderTexts.get(order) ?? '';
      this.#leave(orders.file.at(order), orders.fill.at(order), { line: orders.line.at(order), why: 'order', text });
      const beside = this.#beside[orders.beside.at(order)];
      if (beside !== undefined) beside.orders -= 1;
    }
  }

  /** Why a fill does not count, by its number in its file, from 0 on; undefined: it counts. */
  why(place: number, at: number): LeftOut | undefined {
    return LEFT_OUT[(this.#files[place]?.verdicts.at(at) ?? NaN) - 1];
  }

  /** What of a file is left out. */
  of(place: number): FileLeftOut {
    const file = this.#files[place];
    const rows = LEFT_OUT.flatMap((why) => file?.listed[why] ?? []);
    return { counts: file?.counts ?? NOTHING_LEFT_OUT, listed: rows.sort((a, b) => a.line - b.line) };
  }

  /** By the order of their first fills. */
  get ordersBeside(): readonly OrdersBeside[] {
    return this.#beside.flatMap(({ account, venue, orders, trades }) =>
      orders > 0 && trades > 0 ? [{ account, venue, orders }] : [],
    );
  }

  #isRepeated(place: number, at: number, fill: Fill): LeftOut | undefined {
    if (fill.tradeId === undefined)
      return this.#isSeveral && !this.#countsEqual(place, this.#equalPlace(fill)) ? 'repeated' : undefined;
    const id = this.#ids.place(`${groupOf(fill)}\n${bookName(fill)}\n${fill.tradeId}`);
    const [, says] = hashed(`${String(Math.floor(fill.atMs / SECOND_MS))} ${termsOf(fill)}`);
    if (id === this.#idFile.length) return this.#newId(place, at, fill, says);
    if (this.#idState.at(id) === CONFLICT) return 'conflict';
    if (this.#idSays.at(id) === says) return 'repeated';
    this.#contradict(id, shown(fill.tradeId));
    return 'conflict';
  }

  #newId(place: number, at: number, fill: Fill, says: number): LeftOut | undefined {
    const equal = this.#isMixed ? this.#equalPlace(fill) : undefined;
    const counts = equal === undefined || this.#countsWithId(equal);
    this.#idFile.push(place);
    this.#idFill.push(at);
    this.#idLine.push(fill.line);
    this.#idSays.push(says);
    this.#idEqual.push(equal === undefined ? 0 : equal + 1);
    this.#idState.push(counts ? COUNTS : REPEATS);
    return counts ? undefined : 'repeated';
  }

  /** The first fill of an id does not count either. */
  #contradict(id: number, text: string): void {
    const [place, at, line] = [this.#idFile.at(id), this.#idFill.at(id), this.#idLine.at(id)];
    const wasCounted = this.#idState.at(id) === COUNTS;
    this.#idState.set(id, CONFLICT);
    const equal = this.#idEqual.at(id) - 1;
    if (equal >= 0) {
      this.#withId.set(equal, this.#withId.at(equal) - 1);
      if (wasCounted) this.#counted.set(equal, this.#counted.at(equal) - 1);
    }
    const file = this.#files[place];
    if (file === undefined) return;
    if (!wasCounted) {
      file.counts.repeated -= 1;
      file.listed.repeated = file.listed.repeated.filter((row) => row.line !== line);
    }
    this.#leave(place, at, { line, why: 'conflict', text });
  }

  #equalPlace(fill: Fill): number {
    const fee =
      fill.unreadFee ?? (fill.fee === undefined ? '' : `${written(fill.fee.amount)} ${fill.fee.currency ?? ''}`);
    const kind = fill.isOrder ? 'order' : 'fill';
    const text = [groupOf(fill), bookName(fill), kind, String(fill.atMs), termsOf(fill), fee].join('\n');
    const equal = this.#equal.place(text);
    if (equal === this.#counted.length) {
      this.#counted.push(0);
      this.#withId.push(0);
      this.#inFile.push(0);
      this.#lastFile.push(0);
    }
    return equal;
  }

  #countsEqual(place: number, equal: number): boolean {
    const before = this.#lastFile.at(equal) === place ? this.#inFile.at(equal) : 0;
    this.#lastFile.set(equal, place);
    this.#inFile.set(equal, before + 1);
    return this.#countsNext(equal, before + 1);
  }

  #countsWithId(equal: number): boolean {
    this.#withId.set(equal, this.#withId.at(equal) + 1);
    return this.#countsNext(equal, this.#withId.at(equal));
  }

  /** Whether so many are more than count. */
  #countsNext(equal: number, has: number): boolean {
    if (has <= this.#counted.at(equal)) return false;
    this.#counted.set(equal, this.#counted.at(equal) + 1);
    return true;
  }

  #link(place: number, at: number, fill: Fill, why: LeftOut | undefined, beside: number): void {
    if (fill.orderId === undefined) return;
    const link = this.#links.place(`${groupOf(fill)}\n${bookName(fill)}\n${fill.orderId}`);
    if (link === this.#hasTrade.length) this.#hasTrade.push(0);
    if (!fill.isOrder) this.#hasTrade.set(link, 1);
    else if (why === undefined) {
      const orders = this.#orders;
      if (orders.link.length < MOST_LISTED) this.#orderTexts.set(orders.link.length, shown(fill.orderId));
      orders.link.push(link);
      orders.file.push(place);
      orders.fill.push(at);
      orders.line.push(fill.line);
      orders.beside.push(beside);
    }
  }

  #leave(place: number, at: number, row: LeftOutRow): void {
    const file = this.#files[place];
    if (file === undefined) return;
    file.verdicts.set(at, verdictOf(row.why));
    file.counts[row.why] += 1;
    const listed = file.listed[row.why];
    if (listed.length < MOST_LISTED) listed.push(row);
  }

  /** The place among accounts and venues. */
  #countBeside(fill: Fill): number {
    if (fill.book === undefined) return NOWHERE;
    const { venue } = fill.book;
    const key = `${groupOf(fill)}\n${venue}`;
    const known = this.#besideAt.get(key);
    if (known === undefined && this.#beside.length >= MOST_BESIDE) return NOWHERE;
    const at = known ?? this.#beside.length;
    this.#besideAt.set(key, at);
    const one = (this.#beside[at] ??= { account: fill.account, venue, orders: 0, trades: 0 });
    if (fill.isOrder && one.orders === 0) one.account = fill.account;
    one[fill.isOrder ? 'orders' : 'trades'] += 1;
    return at;
  }
}

const bookName = ({ book, symbol }: Fill): string => (book === undefined ? symbol : bookKey(book));
const termsOf = ({ side, price, quantity }: Fill): string => `${side} ${written(price)} ${written(quantity)}`;
