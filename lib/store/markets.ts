import type { Asset, Kind, Market, Source, Venue } from '../domain/market';
import type { Readable } from './connection/client';
import type { Transaction } from './connection/transactions';
import { isSpread } from './spread/isSpread';

/** A row of `market`. */
export interface MarketRow {
  readonly id: number;
  readonly venue: string;
  readonly base: string;
  readonly quote: string;
  readonly kind: string;
}

const keyOf = (market: MarketRow | Market): string => [market.venue, market.base, market.quote, market.kind].join(' ');

/** The columns of markets, as parameters $1 to $4 of `unnest($1::text[], $2::text[], $3::text[], $4::text[])`. */
export const marketColumns = (markets: readonly Market[]): [string[], string[], string[], string[]] => [
  markets.map((market) => market.venue),
  markets.map((market) => market.base),
  markets.map((market) => market.quote),
  markets.map((market) => market.kind),
];

/** The columns of books, as parameters $1 to $5 of such a list with their source behind them. */
export const bookColumns = (
  books: readonly { readonly market: Market; readonly source: Source }[],
): [...ReturnType<typeof marketColumns>, Source[]] => [
  ...marketColumns(books.map(({ market }) => market)),
  books.map(({ source }) => source),
];

/** A stored market as the domain names it: rows are only ever written from a `Market`. */
export const marketOf = (row: Omit<MarketRow, 'id'>): Market => ({
  venue: row.venue as Venue,
  base: row.base as Asset,
  quote: row.quote,
  kind: row.kind as Kind,
});

/**
 * The order of books in lists: by asset, venue, quote, kind and source, by code points. An operator's database may have the collation of any language, and a
 * list has one digest wherever it is made. `source`: the column of the source.
 */
export const bookOrder = (source: string): string =>
  ['m.base', 'm.venue', 'm.quote', 'm.kind', source].map((column) => `${column} COLLATE "C"`).join(', ');

/** The numbers of those markets that are stored. */
export async function storedMarkets(
  db: Readable,
  markets: readonly Market[],
): Promise<(market: Market) => number | undefined> {
  const { rows } = await db.query<MarketRow>(
    `SELECT m.* FROM market m
     JOIN (SELECT DISTINCT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])) AS wanted (venue, base, quote, kind)
       USING (venue, base, quote, kind)`,
    marketColumns(markets),
  );
  const ids = new Map(rows.map((row) => [keyOf(row), row.id]));
  return (market) => ids.get(keyOf(market));
}

/** Stored markets as parameters $1 to $5 of `LISTED`. */
export type ListedMarkets = [ids: number[], ...ReturnType<typeof marketColumns>];

/** The list that these parameters make: whatever names markets beside a table that may be spread over nodes takes them from here, and not from `market`. */
export const LISTED =
  'unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[]) AS m (id, venue, base, quote, kind)';

/** The stored markets of an asset, or all of them. */
export async function listedMarkets(db: Readable, asset?: Asset): Promise<ListedMarkets> {
  const { rows } = await db.query<MarketRow>('SELECT m.* FROM market m WHERE $1::text IS NULL OR m.base = $1', [
    asset ?? null,
  ]);
  return [rows.map(({ id }) => id), ...marketColumns(rows.map(marketOf))];
}

/** How a statement that reads tables which may be spread names books; places count from 1. */
export interface NamedBooks {
  /** What it begins with. */
  readonly head: string;
  /** The list that it joins as `wanted (id, source, place)`. */
  readonly wanted: string;
  /** What it asks of each such table besides, by its alias. */
  readonly given: (alias: string) => string;
  /** Its parameters from `first` on. */
  readonly values: readonly unknown[];
}

/**
 * Names books for a statement whose own parameters are those before `first`. Where nothing is spread it looks the markets up itself. Else their numbers
 * are asked for before: nodes know no market by name, and a statement that gives the numbers goes to the nodes of these markets alone.
 */
export async function namedBooks(
  db: Readable,
  books: readonly { readonly market: Market; readonly source: Source }[],
  first: number,
): Promise<NamedBooks> {
  const list = (types: readonly string[]): string =>
    types.map((type, i) => `$${String(first + i)}::${type}[]`).join(', ');
  if (!(await isSpread(db)))
    return {
      head: `
    WITH books AS MATERIALIZED (
      SELECT m.id, w.source, w.place::int
      FROM unnest(${list(['text', 'text', 'text', 'text', 'text'])}) WITH ORDINALITY AS w (venue, base, quote, kind, source, place)
      JOIN market m USING (venue, base, quote, kind)
    )`,
      wanted: 'books',
      given: () => 'true',
      values: bookColumns(books),
    };
  const idOf = await storedMarkets(
    db,
    books.map(({ market }) => market),
  );
  const stored = books.flatMap(({ market, source }, i) => {
    const id = idOf(market);
    return id === undefined ? [] : [{ id, source, place: i + 1 }];
  });
  return {
    head: '',
    wanted: `unnest(${list(['int', 'text', 'int'])})`,
    given: (alias) => `${alias}.market_id = ANY($${String(first)}::int[])`,
    values: [stored.map(({ id }) => id), stored.map(({ source }) => source), stored.map(({ place }) => place)],
  };
}

/** The numbers of all the given markets; those not stored yet are, in one order for all writers, so that none wait in a ring. */
export async function storeMarkets(
  client: Transaction,
  markets: readonly Market[],
): Promise<(market: Market) => number> {
  let idOf = await storedMarkets(client, markets);
  const missing = markets.filter((market) => idOf(market) === undefined);
  if (missing.length > 0) {
    await client.query(
      `INSERT INTO market (venue, base, quote, kind)
       SELECT DISTINCT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS wanted (venue, base, quote, kind)
       ORDER BY venue, base, quote, kind
       ON CONFLICT (venue, base, quote, kind) DO NOTHING`,
      marketColumns(missing),
    );
    idOf = await storedMarkets(client, markets);
  }
  return (market) => {
    const id = idOf(market);
    if (id === undefined)
      throw new Error(`market ${keyOf(market)} was stored and is gone; the table market must not be edited`);
    return id;
  };
}
