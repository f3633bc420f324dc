import type { ClientBase } from 'pg';
import { flawOf } from '../domain/candle';
import { nameOf, type Market, type Source } from '../domain/market';
import { daysIn, formatMinute, overlap, union, type MinuteRange } from '../domain/minute';
import type { Answer, Ledger, Recorded } from '../domain/observation';
import { deleteCoverage, insertCoverage, readCoverage, type BookRange } from './coverageTable';
import type { Database } from './database';
import { readDays, writeDays, type DayKey } from './dayRows';
import { storeMarkets, storedMarkets } from './markets';
import { apply } from './merge/apply';
import { dayIn, emptyBook, type Book } from './merge/book';
import type { CoverageRow } from './merge/coverageRows';
import { insertQuarantined } from './quarantineTable';
import { insertChanges, readChanges } from './revisionTable';
import { inTransaction, Overtaken } from './transaction';

/** Throws when an answer breaks its promise (candles ascending, inside the range asked, unflawed): a fault of ours. */
function check(answer: Answer): void {
  const where = `${nameOf(answer.market)} from ${answer.source}, ${formatMinute(answer.asked.from)} to ${formatMinute(answer.asked.to)}`;
  let before = -1;
  for (const candle of answer.candles) {
    const flaw = flawOf(candle);
    if (flaw !== undefined) throw new Error(`${where}: the candle of ${formatMinute(candle.minute)} is flawed (${flaw}) and belongs into quarantine`);
    if (candle.minute < answer.asked.from || candle.minute >= answer.asked.to) throw new Error(`${where}: a candle of ${formatMinute(candle.minute)} was not asked for`);
    if (candle.minute <= before) throw new Error(`${where}: the candle of ${formatMinute(candle.minute)} is out of order or doubled`);
    before = candle.minute;
  }
}

interface Entry {
  readonly answer: Answer;
  readonly marketId: number;
  readonly source: Source;
}

/** The books of the answers' markets and sources, by `bookKey`. */
type Books = ReadonlyMap<string, { readonly marketId: number; readonly source: Source; readonly book: Book }>;
const bookKey = (marketId: number, source: string): string => `${String(marketId)} ${source}`;

/** Days first: their versions then guard everything that is read after them. */
async function readBooks(client: ClientBase, entries: readonly Entry[]): Promise<Books> {
  const books = new Map(entries.map(({ marketId, source }) => [bookKey(marketId, source), { marketId, source, book: emptyBook() }]));
  const bookOf = (marketId: number, source: string): Book | undefined => books.get(bookKey(marketId, source))?.book;
  const days = new Map<string, DayKey>();
  for (const { answer, marketId, source } of entries) {
    for (const day of daysIn(answer.asked)) days.set(`${bookKey(marketId, source)} ${String(day)}`, { marketId, source, day });
  }
  for (const { marketId, source, day, columns } of await readDays(client, [...days.values()])) bookOf(marketId, source)?.days.set(day, columns);
  const ranges: readonly BookRange[] = entries.map(({ answer, marketId, source }) => ({ marketId, source, range: answer.asked }));
  for (const { marketId, source, row } of await readCoverage(client, ranges)) {
    const book = bookOf(marketId, source);
    if (book !== undefined) book.coverage = [...book.coverage, row];
  }
  for (const { marketId, source, change } of await readChanges(client, ranges)) {
    const history = bookOf(marketId, source)?.history;
    history?.set(change.minute, [...(history.get(change.minute) ?? []), change]);
  }
  return books;
}

const isAmong = (rows: readonly CoverageRow[], wanted: CoverageRow): boolean =>
  rows.some((row) => row.from === wanted.from && row.to === wanted.to && row.askedAtMs === wanted.askedAtMs);

async function writeBooks(client: ClientBase, books: Books, coverageBefore: ReadonlyMap<string, readonly CoverageRow[]>): Promise<void> {
  const all = [...books.values()];
  const days = all.flatMap(({ marketId, source, book }) => [...book.touched].map((day) => ({ marketId, source, day, columns: dayIn(book, day) })));
  const written = await writeDays(client, days);
  if (written < days.length) throw new Overtaken(`${String(days.length - written)} market days were written by another process`);
  const before = ({ marketId, source }: { readonly marketId: number; readonly source: string }): readonly CoverageRow[] =>
    coverageBefore.get(bookKey(marketId, source)) ?? [];
  const rows = (kept: readonly CoverageRow[], other: readonly CoverageRow[]): readonly CoverageRow[] => kept.filter((row) => !isAmong(other, row));
  await deleteCoverage(client, all.flatMap((of) => rows(before(of), of.book.coverage).map((row) => ({ marketId: of.marketId, source: of.source, row }))));
  await insertCoverage(client, all.flatMap((of) => rows(of.book.coverage, before(of)).map((row) => ({ marketId: of.marketId, source: of.source, row }))));
  await insertChanges(client, all.flatMap(({ marketId, source, book }) => book.changes.map((change) => ({ marketId, source, change }))));
}

async function recordIn(client: ClientBase, answers: readonly Answer[]): Promise<Recorded> {
  const idOf = await storeMarkets(client, answers.map(({ market }) => market));
  const entries = answers.map((answer) => ({ answer, marketId: idOf(answer.market), source: answer.source }));
  const books = await readBooks(client, entries);
  const coverageBefore = new Map([...books].map(([key, { book }]) => [key, book.coverage]));
  const total = { added: 0, unchanged: 0, revised: 0 };
  for (const { answer, marketId, source } of entries) {
    const book = books.get(bookKey(marketId, source))?.book ?? emptyBook();
    const recorded = apply(book, answer);
    total.added += recorded.added;
    total.unchanged += recorded.unchanged;
    total.revised += recorded.revised;
  }
  await writeBooks(client, books, coverageBefore);
  const quarantined = entries.flatMap(({ answer, marketId, source }) =>
    answer.quarantined.map((row) => ({ marketId, source, seenAtMs: answer.askedAtMs, quarantined: row })),
  );
  await insertQuarantined(client, quarantined);
  return total;
}

/**
 * The ledger kept in this database. `record` is one transaction over all the answers: markets, day rows, coverage,
 * revisions, quarantine. It counts as `added` the candles of minutes never answered before, as `unchanged` the candles
 * said again alike, and as `revised` the minutes that say otherwise now: another candle, a candle where there was no
 * trade, or none where there was one (the newest answer shows the hole, the revision keeps what stood there). A minute in
 * quarantine stays as it was. Writers do not wait for one another: who finds a day changed since it was read starts over.
 */
export function ledgerOf(db: Database): Ledger {
  return {
    answered: (market, source, range) => answered(db, market, source, range),
    attempted: () => Promise.resolve(),
    record: async (answers) => {
      answers.forEach(check);
      if (answers.length === 0) return { added: 0, unchanged: 0, revised: 0 };
      return inTransaction(db, (client) => recordIn(client, answers));
    },
  };
}

async function answered(db: Database, market: Market, source: Source, range: MinuteRange): Promise<readonly MinuteRange[]> {
  const marketId = (await storedMarkets(db.pool, [market]))(market);
  if (marketId === undefined) return [];
  const rows = await readCoverage(db.pool, [{ marketId, source, range }]);
  return union(rows.flatMap(({ row }) => overlap(row, range) ?? []));
}
