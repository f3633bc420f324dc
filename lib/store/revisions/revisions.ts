import type { Instant } from '../../domain/instant';
import type { Asset, Market, Source } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import type { Connections, Readable } from '../connection/client';
import { withSnapshot } from '../connection/transactions';
import { marketOf } from '../markets';
import type { Change } from '../merge/book';
import { readNewestChanges } from './revisionTable';

/** A minute whose answer changed: what its source gave first, what it gave later, and when each was first seen. */
export interface Revision extends Change {
  readonly market: Market;
  readonly source: Source;
}

export interface RevisionFilter {
  readonly asset?: Asset | undefined;
  readonly range?: MinuteRange | undefined;
  /** At most this many: the newest recorded. Default: all. */
  readonly limit?: number | undefined;
  /** Only what had been seen by then. */
  readonly asOf?: Instant | undefined;
}

/** Far beyond any minute: the whole of time. */
const ALWAYS = { from: 0, to: 2 ** 31 } as MinuteRange;

/** The revisions of an asset (or of all) in a range (or ever), in the order in which they were recorded. */
export const revisionsOf = (db: Connections, filter: RevisionFilter = {}): Promise<readonly Revision[]> =>
  withSnapshot(db, (snapshot) => revisionsIn(snapshot, filter));

/** The same of one snapshot. */
export async function revisionsIn(
  db: Readable,
  { asset, range = ALWAYS, limit, asOf }: RevisionFilter,
): Promise<readonly Revision[]> {
  const { rows } = await db.query<{ id: number; venue: string; base: string; quote: string; kind: string }>(
    'SELECT m.* FROM market m WHERE $1::text IS NULL OR m.base = $1',
    [asset ?? null],
  );
  const changes = await readNewestChanges(
    db,
    rows.map(({ id }) => id),
    range,
    { limit, asOf },
  );
  const marketById = new Map(rows.map((row) => [row.id, marketOf(row)]));
  return changes.flatMap(({ marketId, source, change }) => {
    const market = marketById.get(marketId);
    return market === undefined ? [] : [{ ...change, market, source: source as Source }];
  });
}
