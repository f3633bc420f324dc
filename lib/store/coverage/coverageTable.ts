import type { Readable } from '../connection/client';
import type { Transaction } from '../connection/transactions';
import { dayOf, overlap, type Minute, type MinuteRange } from '../../domain/minute';
import type { Attempt, Unanswered } from '../../domain/observation';
import { answeredRanges } from '../answered/decode';
import { keyOf, type BookKey } from '../books/bookTable';
import { noteWrites } from '../books/bookWrites';
import { readAnswered } from '../days/dayRows';
import { storeMarkets } from '../markets';
import { stillUnanswered, withAttempt, type AttemptRow } from '../merge/attempts';
import { storable } from '../storable';

interface CoverageRow {
  readonly market_id: number;
  readonly source: string;
  readonly from_minute: Minute;
  readonly to_minute: Minute;
  readonly outcome: Unanswered;
  readonly cause: string;
  readonly first_asked_at: Date;
  readonly asked_at: Date;
}

/** What was asked for and not answered of the books, by `${marketId} ${source}`, minutes answered meanwhile included. */
export async function readAttempts(
  db: Readable,
  marketIds: readonly number[],
): Promise<ReadonlyMap<string, readonly AttemptRow[]>> {
  const { rows } = await db.query<CoverageRow>(
    'SELECT * FROM coverage WHERE market_id = ANY($1::int[]) ORDER BY market_id, source, from_minute',
    [marketIds],
  );
  const books = new Map<string, AttemptRow[]>();
  for (const row of rows) {
    const key = keyOf({ marketId: row.market_id, source: row.source });
    const book = books.get(key) ?? [];
    books.set(key, book);
    book.push({
      from: row.from_minute,
      to: row.to_minute,
      outcome: row.outcome,
      cause: row.cause,
      firstAskedAtMs: row.first_asked_at.getTime(),
      askedAtMs: row.asked_at.getTime(),
    });
  }
  return books;
}

async function replaceRows(
  client: Transaction,
  books: readonly (BookKey & { readonly rows: readonly AttemptRow[] })[],
): Promise<void> {
  await client.query(
    `DELETE FROM coverage c USING unnest($1::int[], $2::text[]) AS gone (market_id, source)
     WHERE c.market_id = gone.market_id AND c.source = gone.source`,
    [books.map(({ marketId }) => marketId), books.map(({ source }) => source)],
  );
  const all = books.flatMap(({ marketId, source, rows }) => rows.map((row) => ({ marketId, source, row })));
  await client.query(
    `INSERT INTO coverage (market_id, source, from_minute, to_minute, outcome, cause, first_asked_at, asked_at)
     SELECT * FROM unnest($1::int[], $2::text[], $3::int[], $4::int[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[])`,
    [
      all.map(({ marketId }) => marketId),
      all.map(({ source }) => source),
      all.map(({ row }) => row.from),
      all.map(({ row }) => row.to),
      all.map(({ row }) => row.outcome),
      all.map(({ row }) => row.cause),
      all.map(({ row }) => new Date(row.firstAskedAtMs).toISOString()),
      all.map(({ row }) => new Date(row.askedAtMs).toISOString()),
    ],
  );
}

/** The ranges of a book that were answered, as far as they reach into its rows. */
async function answeredIn(
  client: Readable,
  book: BookKey,
  rows: readonly AttemptRow[],
): Promise<readonly MinuteRange[]> {
  const spans = rows.map((row) => ({ ...book, first: dayOf(row.from), last: dayOf((row.to - 1) as Minute) }));
  const days = await readAnswered(client, spans);
  return days.flatMap(({ day, answeredAt }) => answeredRanges(day, answeredAt));
}

const rowOf = ({ asked, outcome, cause, askedAtMs }: Attempt): AttemptRow => ({
  ...asked,
  outcome,
  cause: storable(cause),
  firstAskedAtMs: askedAtMs,
  askedAtMs,
});

/**
 * Notes what was asked for and not answered, inside a transaction. Writers of one market wait for one another. What was wholly answered
 * meanwhile is swept out; what was answered in part stays as it was asked, and readers leave out the minutes answered.
 */
export async function recordAttempts(client: Transaction, attempts: readonly Attempt[]): Promise<void> {
  const idOf = await storeMarkets(
    client,
    attempts.map(({ market }) => market),
  );
  const books = new Map(
    attempts.map(({ market, source }) => [
      keyOf({ marketId: idOf(market), source }),
      { marketId: idOf(market), source },
    ]),
  );
  const ids = [...new Set([...books.values()].map(({ marketId }) => marketId))];
  // The rows of a book are rewritten as one: whoever comes second must read what the first wrote. In one order, so that none wait in a ring.
  await client.query('SELECT id FROM market WHERE id = ANY($1::int[]) ORDER BY id FOR UPDATE', [ids]);
  const before = await readAttempts(client, ids);
  const fresh: (BookKey & { readonly rows: readonly AttemptRow[] })[] = [];
  for (const [key, book] of books) {
    const mine = attempts.filter(({ market, source }) => keyOf({ marketId: idOf(market), source }) === key);
    const all = mine.reduce((rows, attempt) => withAttempt(rows, rowOf(attempt)), before.get(key) ?? []);
    const answered = await answeredIn(client, book, all);
    fresh.push({
      ...book,
      rows: all.filter(
        (row) =>
          stillUnanswered(
            [row],
            answered.filter((range) => overlap(range, row) !== undefined),
          ).length > 0,
      ),
    });
  }
  await replaceRows(client, fresh);
  const kindOf = new Map(attempts.map(({ market }) => [idOf(market), market.kind]));
  await noteWrites(
    client,
    fresh.flatMap(({ marketId, source }) => {
      const kind = kindOf.get(marketId);
      return kind === undefined ? [] : [{ marketId, source, kind, whole: true }];
    }),
  );
}
