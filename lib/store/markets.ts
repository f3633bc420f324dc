import type { Asset, Kind, Market, Source, Venue } from '../domain/market';
import type { Readable } from './connection/client';
import type { Transaction } from './connection/transactions';

interface MarketRow {
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
