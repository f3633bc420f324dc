import { dayOf, MINUTES_PER_DAY, type Minute, type MinuteRange } from '../../domain/minute';
import { keyOf, type BookKey } from '../books/bookTable';
import { neverOneMoment } from '../../words/en/database';
import type { Connections, Readable } from '../connection/client';
import { Unsettled } from '../connection/failures';
import { Overtaken, withSnapshot } from '../connection/transactions';
import { storedMarkets } from '../markets';
import { isSpread } from '../spread/isSpread';
import { marketIdsOf } from './dayRows';
import type { Wanted } from './rows';

/** What a statement says of each book: one hash of which days have a row and in which version, another of how much was set aside on which days. */
interface BookState extends BookKey {
  readonly of: 'rows' | 'aside';
  readonly days: Buffer;
}

const stateOf = (of: BookState['of'], number: string): string =>
  `market_id AS "marketId", source, '${of}' AS of, sha256(string_agg(int4send(day) || int4send(${number}), ''::bytea ORDER BY day)) AS days`;

/** As the moment has them: this table lies where moments are taken. */
const counted = (books: string, where: string): string => `
  SELECT ${stateOf('rows', 'row_version')} FROM stored_day ${books} WHERE row_version > 0${where} GROUP BY market_id, source
  UNION ALL
  SELECT ${stateOf('aside', 'quarantined')} FROM stored_day ${books} WHERE quarantined > 0${where} GROUP BY market_id, source`;

/** As their nodes have them just then. A row of the day counts its asides, too; a day of which nothing was answered has none. */
const stored = (books: string, days: string, minutes: string): string => `
  SELECT ${stateOf('rows', 'version')} FROM market_day ${books} ${days} GROUP BY market_id, source
  UNION ALL
  SELECT ${stateOf('aside', 'rows')} FROM (
    SELECT market_id, source, minute / ${String(MINUTES_PER_DAY)} AS day, count(*)::int AS rows
    FROM quarantine ${books} ${minutes} GROUP BY market_id, source, minute / ${String(MINUTES_PER_DAY)}
  ) AS asides GROUP BY market_id, source`;

const NAMED = 'JOIN unnest($1::int[], $2::text[]) AS w (market_id, source) USING (market_id, source)';
const COUNTED = counted(NAMED, ' AND day BETWEEN $3::int AND $4::int');
const STORED = stored(
  NAMED,
  'WHERE market_id = ANY($5::int[]) AND day BETWEEN $3::int AND $4::int',
  `WHERE market_id = ANY($5::int[]) AND minute >= $3::int * ${String(MINUTES_PER_DAY)} AND minute < ($4::int + 1) * ${String(MINUTES_PER_DAY)}`,
);

const ALL_COUNTED = counted('', '');
const ALL_STORED = stored('', '', 'WHERE minute >= 0');

type States = ReadonlyMap<string, Buffer>;

async function statesOf(db: Readable, statement: string, values: unknown[]): Promise<States> {
  const { rows } = await db.query<BookState>(statement, values);
  return new Map(rows.map((row) => [`${row.of} ${keyOf(row)}`, row.days]));
}

const same = (a: States, b: States): boolean =>
  a.size === b.size && [...a].every(([key, days]) => b.get(key)?.equals(days) === true);

/**
 * Reads rows of the whole days of some books that a range touches, such as fit the moment of `db`. Where tables are spread over nodes no moment holds on all of them: the
 * versions of the days, and how much of them was set aside, are compared with the moment's before and after. Both only grow, so that days which have the
 * moment's both times had it all the while. Throws `Overtaken` where they have not: a write came in between, or is not seen on its node yet; in a later moment they will. Where nothing is spread
 * it asks nothing.
 */
export async function ofOneMoment<T>(
  db: Readable,
  wanted: readonly Wanted[],
  range: MinuteRange,
  read: () => Promise<T>,
): Promise<T> {
  if (wanted.length === 0 || !(await isSpread(db))) return read();
  const idOf = await storedMarkets(
    db,
    wanted.map(({ market }) => market),
  );
  const books = new Map<string, BookKey>();
  for (const { market, source } of wanted) {
    const marketId = idOf(market);
    if (marketId !== undefined) books.set(keyOf({ marketId, source }), { marketId, source });
  }
  const keys = [...books.values()];
  const named = [
    keys.map(({ marketId }) => marketId),
    keys.map(({ source }) => source),
    dayOf(range.from),
    dayOf((range.to - 1) as Minute),
  ];
  const moment = await statesOf(db, COUNTED, named);
  const check = async (): Promise<void> => {
    if (!same(moment, await statesOf(db, STORED, [...named, marketIdsOf(keys)]))) throw new Overtaken();
  };
  await check();
  const answer = await read();
  await check();
  return answer;
}

/** How often anything was written into a book. */
async function writesIn(db: Readable): Promise<string> {
  const { rows } = await db.query<{ readonly writes: string }>(
    'SELECT coalesce(sum(version), 0)::text AS writes FROM stored_book',
  );
  return rows.map(({ writes }) => writes).join(' ');
}

/**
 * Runs work on one moment of everything that is stored, which is too much to do twice. Where tables are spread over nodes nothing may be written meanwhile:
 * throws `Unsettled` where it was, when the work is done.
 */
export async function withEverything<T>(of: Connections, work: (snapshot: Readable) => Promise<T>): Promise<T> {
  const { result, writes } = await withSnapshot(of, async (snapshot) => {
    const spread = await isSpread(snapshot);
    if (spread && !same(await statesOf(snapshot, ALL_COUNTED, []), await statesOf(snapshot, ALL_STORED, [])))
      throw new Overtaken();
    return { writes: spread ? await writesIn(snapshot) : undefined, result: await work(snapshot) };
  });
  if (writes !== undefined && writes !== (await withSnapshot(of, writesIn)))
    throw new Unsettled(neverOneMoment(of.place, 1));
  return result;
}
