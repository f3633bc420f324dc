import type { Asset, Venue } from '../market';
import { ticker as inCcxt } from './reading';
import type { AssetAddition, AssetEntry, AssetTable, Validity } from './types';

/** One line of the registry: in `[from, to)` the ticker means the one asset, or one of the two. Minutes; without an end: ∞. */
export interface Row {
  readonly ticker: string;
  readonly venue: Venue | undefined;
  readonly from: number;
  readonly to: number;
  readonly assets: readonly Asset[];
}

interface Said extends Validity {
  readonly ticker: string;
  readonly venue: Venue | undefined;
}

function rowOf({ ticker, venue, from, to }: Said, assets: readonly Asset[]): Row {
  return {
    ticker: venue === undefined ? ticker : inCcxt(venue, ticker),
    venue,
    from: from ?? -Infinity,
    to: to ?? Infinity,
    assets,
  };
}

/** An asset is its own ticker everywhere and always, unless the rows say for every venue when its code means what. */
function withOwnTickers(rows: readonly Row[], entries: readonly Pick<AssetEntry, 'asset'>[]): readonly Row[] {
  const said = new Set(rows.filter((row) => row.venue === undefined).map((row) => row.ticker));
  const own = entries.filter(({ asset }) => !said.has(asset));
  return [
    ...rows,
    ...own.map(({ asset }) => rowOf({ ticker: asset, venue: undefined, from: undefined, to: undefined }, [asset])),
  ];
}

export function rowsOfTable(table: AssetTable): readonly Row[] {
  const aliases = table.aliases.map((alias) => rowOf(alias, [alias.asset]));
  return withOwnTickers(
    [...aliases, ...table.collisions.map((collision) => rowOf(collision, collision.candidates))],
    table.entries.filter(({ asset }) => !table.coined.has(asset)),
  );
}

/** A user's rows. An asset that is known already keeps the tickers it has; a new one has its own code. */
export function rowsOfAdditions(additions: readonly AssetAddition[], known: ReadonlySet<Asset>): readonly Row[] {
  const rows = additions.flatMap(({ asset, aliases }) => aliases.map((alias) => rowOf(alias, [asset])));
  return withOwnTickers(
    rows,
    additions.filter(({ asset }) => !known.has(asset)),
  );
}

/** Two rows of one ticker that claim the same minutes of the same venue, or both of every venue; undefined where none do. */
export function overlapOf(rows: readonly Row[]): readonly [Row, Row] | undefined {
  const order = (row: Row): string => `${row.ticker} ${row.venue ?? ''}`;
  const sorted = [...rows].sort((a, b) =>
    order(a) === order(b) ? Math.sign(a.from - b.from) : order(a) < order(b) ? -1 : 1,
  );
  for (const [i, row] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next !== undefined && order(next) === order(row) && (next.from < row.to || next.from === row.from))
      return [row, next];
  }
  return undefined;
}
