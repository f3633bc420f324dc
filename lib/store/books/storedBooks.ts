import { isDeepStrictEqual } from 'node:util';
import type { Market, Source } from '../../domain/market';
import type { Day } from '../../domain/minute';
import type { Readable } from '../connection/client';
import { bookOrder, marketOf } from '../markets';
import { keyOf } from './bookTable';

/** What is remembered of a book. */
export interface RememberedBook {
  readonly id: number;
  readonly market: Market;
  readonly source: Source;
  /** null: nothing of it was ever answered. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** As Postgres writes a multirange, see `rangesOf`. */
  readonly answered: string;
  readonly candles: number;
  readonly quarantined: number;
  /** Whether some of it was asked in vain. */
  readonly inVain: boolean;
}

/** Every book of one moment: by asset, venue, quote, kind, source. The same value as long as nothing was written. */
export interface Books {
  readonly all: readonly RememberedBook[];
}

/** The state of stored_book: another after every write. */
interface State {
  readonly books: number;
  readonly versions: number;
  readonly newest: string | null;
}

interface Known extends Books {
  readonly state: State;
  readonly xmin: string;
  readonly byKey: ReadonlyMap<string, RememberedBook & { readonly version: number; readonly place: number }>;
}

type Row = Omit<RememberedBook, 'id' | 'market'> &
  State & {
    /** null: no book was written. */
    readonly id: number | null;
    readonly xmin: string;
    readonly venue: string;
    readonly base: string;
    readonly quote: string;
    readonly kind: string;
    readonly version: number;
  };

/** By the connections they were read over. */
const known = new WeakMap<object, Known>();

/** Books written by transactions of a number not below $1, and the state of all, in one statement. */
const CHANGED = `
  SELECT s.*, m.id, m.venue, m.base, m.quote, m.kind, b.source, b.version, b.first_day AS "firstDay", b.last_day AS "lastDay", b.answered::text,
         b.candles, b.quarantined, EXISTS (SELECT FROM coverage c WHERE c.market_id = b.market_id AND c.source = b.source) AS "inVain"
  FROM (
    SELECT count(*)::int AS books, coalesce(sum(version), 0)::float8 AS versions, pg_snapshot_xmin(pg_current_snapshot())::text AS xmin,
           (SELECT changed::text FROM stored_book ORDER BY changed DESC LIMIT 1) AS newest
    FROM stored_book
  ) AS s LEFT JOIN (stored_book b JOIN market m ON m.id = b.market_id) ON b.changed >= $1::text::xid8`;

const ORDER = `ORDER BY ${bookOrder('b.source')}`;

const sameState = (a: State, b: State): boolean =>
  a.books === b.books && a.versions === b.versions && a.newest === b.newest;

function bookOf(
  row: Row & { readonly id: number },
  place: number,
): RememberedBook & { readonly version: number; readonly place: number } {
  const { id, source, firstDay, lastDay, answered, candles, quarantined, inVain, version } = row;
  return {
    id,
    market: marketOf(row),
    source,
    firstDay,
    lastDay,
    answered,
    candles,
    quarantined,
    inVain,
    version,
    place,
  };
}

function knownOf(rows: readonly Row[], before: Known | undefined): Known | undefined {
  const [state] = rows;
  if (state === undefined) throw new Error('the database did not say how many books it has');
  const stored = rows.filter((row): row is Row & { readonly id: number } => row.id !== null);
  const byKey = new Map(before?.byKey);
  const all = [...(before?.all ?? [])];
  for (const [i, row] of stored.entries()) {
    const key = keyOf({ marketId: row.id, source: row.source });
    const earlier = before?.byKey.get(key);
    const place = before === undefined ? i : earlier?.place;
    // A new book has its place among the others from the database alone.
    if (place === undefined) return undefined;
    const read = bookOf(row, place);
    // While an older transaction lasts, what was written since it began comes along again.
    if (earlier !== undefined && isDeepStrictEqual(read, earlier)) continue;
    byKey.set(key, read);
    all[place] = read;
  }
  let versions = 0;
  for (const { version } of byKey.values()) versions += version;
  // Books were deleted, or this moment is older than the one remembered.
  if (byKey.size !== state.books || versions !== state.versions) return undefined;
  return { state, xmin: state.xmin, byKey, all };
}

/**
 * The books of one moment. Those of the moment before are remembered and only what was written since is read: it costs the same with a hundred
 * books or ten thousand. The state of all is compared each time, so that a moment never sees what another saw.
 */
export async function storedBooks(db: Readable): Promise<Books> {
  const before = db.over === undefined ? undefined : known.get(db.over);
  if (before !== undefined) {
    const { rows } = await db.query<Row>(CHANGED, [before.xmin]);
    const [state] = rows;
    if (state !== undefined && sameState(state, before.state)) return before;
    const now = knownOf(rows, before);
    if (now !== undefined) {
      if (db.over !== undefined) known.set(db.over, now);
      return now;
    }
  }
  const { rows } = await db.query<Row>(`${CHANGED} ${ORDER}`, ['0']);
  const now = knownOf(rows, undefined);
  if (now === undefined)
    throw new Error('a book names a market that is not stored; the table market must not be edited');
  if (db.over !== undefined) known.set(db.over, now);
  return now;
}
