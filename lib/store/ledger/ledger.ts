import { flawOf } from '../../domain/candle';
import { nameOf, type Market, type Source } from '../../domain/market';
import {
  dayOf,
  daysIn,
  formatMinute,
  MINUTES_PER_DAY,
  overlap,
  startOf,
  union,
  type Day,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { Answer, Ledger, Recorded } from '../../domain/observation';
import { answeredRanges } from '../answered/decode';
import { recordAttempts } from '../coverage/coverageTable';
import type { Readable } from '../connection/client';
import type { Database } from '../connection/database';
import { keyOf } from '../books/bookTable';
import { noteWrites, type BookWrite } from '../books/bookWrites';
import { readAnswered, readDays, writeDays, type DayKey } from '../days/dayRows';
import { markWritten } from '../episodes/marks';
import { storeMarkets, storedMarkets } from '../markets';
import { apply } from '../merge/apply';
import { dayIn, emptyBook, type Book, type DayColumns } from '../merge/book';
import { insertQuarantined, type InsertedQuarantined } from '../quarantine/quarantineTable';
import { isSpread } from '../spread/isSpread';
import { RecentDays } from './recentDays';
import { insertReplies, packed, type PackedReply } from '../replies/replyTable';
import { deleteChanges, insertChanges, readChanges } from '../revisions/revisionTable';
import { Overtaken, throughOutages, withSnapshot, withTransaction, type Transaction } from '../connection/transactions';
import { candleFlawWords } from '../../words/en/candleFlaws';

/** Throws when an answer breaks its promise (candles ascending, inside the range asked, unflawed): a fault of ours. */
function check({ market, source, asked, candles }: Answer): void {
  const of = `${nameOf(market)} from ${source}, ${formatMinute(asked.from)} to ${formatMinute(asked.to)}`;
  let before = -1;
  for (const candle of candles) {
    const flaw = flawOf(candle);
    if (flaw !== undefined)
      throw new RangeError(
        `${of}: the candle of ${formatMinute(candle.minute)} is flawed (${candleFlawWords(flaw)}) and belongs into quarantine`,
      );
    if (candle.minute < asked.from || candle.minute >= asked.to)
      throw new RangeError(`${of}: a candle of ${formatMinute(candle.minute)} was not asked for`);
    if (candle.minute <= before)
      throw new RangeError(`${of}: the candle of ${formatMinute(candle.minute)} is out of order or doubled`);
    before = candle.minute;
  }
}

/** An answer with its replies as they are stored. */
interface Packed {
  readonly answer: Answer;
  readonly replies: readonly PackedReply[];
}

interface Entry extends Packed {
  readonly marketId: number;
  readonly source: Source;
}

/** The books of the answers' markets and sources, by `keyOf`. */
type Books = ReadonlyMap<string, { readonly marketId: number; readonly source: Source; readonly book: Book }>;

/** The part of what was asked whose days hold an answered minute: only there can a minute have a history. */
function askedAgain(book: Book | undefined, asked: MinuteRange): readonly MinuteRange[] {
  return daysIn(asked).flatMap((day) => {
    const known = book?.days.get(day)?.answeredAt;
    const part = overlap(asked, { from: startOf(day), to: (startOf(day) + MINUTES_PER_DAY) as Minute });
    if (known === undefined || part === undefined) return [];
    const first = part.from - startOf(day);
    return known.subarray(first, first + part.to - part.from).some((at) => at === at) ? [part] : [];
  });
}

/** The day of the book that this process wrote last, where nothing asked of it was answered before. */
function rememberedDay(
  recent: RecentDays,
  key: string,
  asked: readonly MinuteRange[],
): readonly [Day, DayColumns] | undefined {
  const last = recent.take(key);
  if (last === undefined) return undefined;
  const book = { ...emptyBook(), days: new Map([[last.day, last.columns]]) };
  return asked.some((range) => askedAgain(book, range).length > 0) ? undefined : [last.day, last.columns];
}

/** Days first: their versions then guard everything that is read after them. */
async function readBooks(client: Readable, entries: readonly Entry[], recent: RecentDays): Promise<Books> {
  const spread = await isSpread(client);
  const books = new Map(
    entries.map(({ marketId, source }) => [keyOf({ marketId, source }), { marketId, source, book: emptyBook() }]),
  );
  const bookOf = (marketId: number, source: string): Book | undefined => books.get(keyOf({ marketId, source }))?.book;
  for (const [key, { book }] of books) {
    const day = rememberedDay(
      recent,
      key,
      entries.flatMap(({ answer, marketId, source }) => (keyOf({ marketId, source }) === key ? [answer.asked] : [])),
    );
    if (day !== undefined) book.days.set(...day);
  }
  const days = new Map<string, DayKey>();
  for (const { answer, marketId, source } of entries) {
    const aside = spread
      ? answer.quarantined.flatMap((row) => (row.minute === undefined ? [] : [dayOf(row.minute)]))
      : [];
    for (const day of [...daysIn(answer.asked), ...aside]) {
      if (bookOf(marketId, source)?.days.has(day) === false)
        days.set(`${keyOf({ marketId, source })} ${String(day)}`, { marketId, source, day });
    }
  }
  const stored = days.size === 0 ? [] : await readDays(client, [...days.values()]);
  for (const { marketId, source, day, columns } of stored) bookOf(marketId, source)?.days.set(day, columns);
  const ranges = entries.flatMap(({ answer, marketId, source }) =>
    askedAgain(bookOf(marketId, source), answer.asked).map((range) => ({ marketId, source, range })),
  );
  const changes = ranges.length === 0 ? [] : await readChanges(client, ranges);
  for (const { marketId, source, change } of changes) {
    const history = bookOf(marketId, source)?.history;
    history?.set(change.minute, [...(history.get(change.minute) ?? []), change]);
  }
  return books;
}

async function writeBooks(client: Transaction, books: Books): Promise<void> {
  const all = [...books.values()];
  const days = all.flatMap(({ marketId, source, book }) =>
    [...book.touched].map((day) => ({ marketId, source, day, columns: dayIn(book, day) })),
  );
  const written = await writeDays(client, days);
  if (written < days.length) throw new Overtaken();
  await markWritten(client, days);
  await deleteChanges(
    client,
    all.flatMap(({ marketId, source, book }) => [...book.rewritten].map((minute) => ({ marketId, source, minute }))),
  );
  const changes = all.flatMap(({ marketId, source, book }) =>
    [...book.altered].flatMap(([minute, standing]) =>
      (book.history.get(minute) ?? []).slice(standing).map((change) => ({ marketId, source, change })),
    ),
  );
  await insertChanges(client, changes);
}

/** What is written of each book. */
const writesOf = (entries: readonly Entry[], books: Books): readonly BookWrite[] => {
  const kinds = new Map(
    entries.map(({ answer, marketId, source }) => [keyOf({ marketId, source }), answer.market.kind]),
  );
  return [...books].flatMap(([key, { marketId, source, book }]) => {
    const kind = kinds.get(key);
    return kind === undefined
      ? []
      : [
          {
            marketId,
            source,
            kind,
            days: new Map([...book.touched].map((day) => [day, dayIn(book, day)])),
            revised: new Set([...book.altered.keys()].map(dayOf)),
            beside: entries.flatMap(({ answer, replies, ...of }) =>
              replies.length > 0 && keyOf(of) === key ? [answer.asked] : [],
            ),
          },
        ];
  });
};

/**
 * On other nodes nothing but the version of a day tells readers that rows were set aside beside its candles (`ofOneMoment`): they count as a write of
 * the day.
 */
function touchSetAside(books: Books, quarantined: readonly InsertedQuarantined[]): void {
  for (const { inserted, day, ...of } of quarantined) {
    const book = books.get(keyOf(of))?.book;
    const stored = day === undefined ? undefined : book?.days.get(day);
    // A day without an answer has no row that could tell.
    if (inserted && day !== undefined && stored !== undefined && stored.version > 0) book?.touched.add(day);
  }
}

/** Does the work of `record`; the books that it answers are those written, with their days in the versions before. */
async function recordIn(
  client: Transaction,
  answers: readonly Packed[],
  recent: RecentDays,
): Promise<{ readonly total: Recorded; readonly books: Books }> {
  const idOf = await storeMarkets(
    client,
    answers.map(({ answer }) => answer.market),
  );
  const entries = answers.map((of) => ({ ...of, marketId: idOf(of.answer.market), source: of.answer.source }));
  const books = await readBooks(client, entries, recent);
  const total = { added: 0, unchanged: 0, revised: 0 };
  for (const { answer, marketId, source } of entries) {
    const book = books.get(keyOf({ marketId, source }))?.book ?? emptyBook();
    const recorded = apply(book, answer);
    total.added += recorded.added;
    total.unchanged += recorded.unchanged;
    total.revised += recorded.revised;
  }
  const aside = entries.flatMap(({ answer, marketId, source }) =>
    answer.quarantined.map((row) => ({ marketId, source, seenAtMs: answer.askedAtMs, quarantined: row })),
  );
  const quarantined = await insertQuarantined(client, aside);
  if (await isSpread(client)) touchSetAside(books, quarantined);
  await writeBooks(client, books);
  await insertReplies(
    client,
    entries.flatMap(({ answer, marketId, source, replies }) =>
      replies.map((reply) => ({ ...reply, marketId, source, range: answer.asked })),
    ),
  );
  await noteWrites(client, writesOf(entries, books), quarantined);
  return { total, books };
}

function remember(recent: RecentDays, books: Books): void {
  for (const [key, { book }] of books) {
    recent.put(
      key,
      [...book.touched].map((day) => ({
        day,
        columns: { ...dayIn(book, day), version: dayIn(book, day).version + 1 },
      })),
    );
  }
}

export interface LedgerOptions {
  /** Whether replies are kept as they came (compressed), besides their address, time and SHA-256. Default: no. */
  readonly keepBodies?: boolean;
}

/**
 * The ledger kept in this database. `record` is one transaction over all the answers: markets, day rows, revisions,
 * quarantine, replies. It counts as `added` the candles of minutes never answered before, as `unchanged` the candles
 * said again alike, and as `revised` the minutes that say otherwise now: another candle, a candle where there was no
 * trade, or none where there was one (the newest answer shows the hole, the revision keeps what stood there). A minute in
 * quarantine stays as it was. Answers may come in any order of asking: of each minute the one asked last is valid.
 * Writers do not wait for one another: who finds a day changed since it was read starts over.
 */
export function ledgerOf(db: Database, { keepBodies = false }: LedgerOptions = {}): Ledger {
  const recent = new RecentDays();
  return {
    answered: (market, source, range) =>
      throughOutages(db, () => withSnapshot(db, (snapshot) => answered(snapshot, market, source, range))),
    attempted: async (attempts) => {
      if (attempts.length > 0) await withTransaction(db, (client) => recordAttempts(client, attempts));
    },
    record: async (answers) => {
      answers.forEach(check);
      if (answers.length === 0) return { added: 0, unchanged: 0, revised: 0 };
      const ready = await Promise.all(
        answers.map(async (answer) => ({
          answer,
          replies: await Promise.all(answer.provenance.map((reply) => packed(reply, keepBodies))),
        })),
      );
      const { total, books } = await withTransaction(db, (client) => recordIn(client, ready, recent));
      remember(recent, books);
      return total;
    },
  };
}

async function answered(
  snapshot: Readable,
  market: Market,
  source: Source,
  range: MinuteRange,
): Promise<readonly MinuteRange[]> {
  const marketId = (await storedMarkets(snapshot, [market]))(market);
  if (marketId === undefined) return [];
  const days = await readAnswered(snapshot, [
    { marketId, source, first: dayOf(range.from), last: dayOf((range.to - 1) as Minute) },
  ]);
  return union(
    days.flatMap(({ day, answeredAt }) =>
      answeredRanges(day, answeredAt).flatMap((part) => overlap(part, range) ?? []),
    ),
  );
}
