import { LEG_BASES } from '../../domain/method';
import { dayOf, type Day } from '../../domain/minute';
import { crashScenario } from '../../simulator/crash/scenario';
import { recount } from '../../store/books/recount';
import type { Database } from '../../store/connection/database';
import { fillRehearsal } from '../rehearsal';

/** The days before the crash, which come again and again before the rehearsal's own. */
const WEEK = 7;
/** More than a year before the first of them: rates look a day further back. */
const WEEKS = 53;

/**
 * The rehearsal, and before it a year of its seven quiet days again and again: of ATOM, and of the bases whose rates it needs. Only what is stored by the
 * day is copied, as it is encoded; counts and hashes are made from it anew. Comes to the number of days copied.
 */
export async function fillHistory(database: Database): Promise<number> {
  await fillRehearsal(database);
  const first: Day = dayOf(crashScenario().range.from);
  const { rowCount } = await database.pool.query(
    `INSERT INTO market_day (market_id, source, day, version, open, high, low, close, base_volume, quote_volume, trades, answered_at)
     SELECT d.market_id, d.source, d.day - ${String(WEEK)} * back, 1, open, high, low, close, base_volume, quote_volume, trades, answered_at
     FROM market_day d JOIN market m ON m.id = d.market_id CROSS JOIN generate_series(1, ${String(WEEKS)}) AS back
     WHERE m.base = ANY($1::text[]) AND d.day < $2::int`,
    [['ATOM', ...LEG_BASES], first + WEEK],
  );
  await recount(database);
  await database.pool.query('VACUUM ANALYZE');
  return rowCount ?? NaN;
}
