import type { Asset } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import type { Database } from '../../store/connection/database';
import { emptied, stored } from './fill';
import { LEVELS, randomBooks, type Level } from './randomBooks';
import { tenVenues } from './tenVenues';

/** Fills an empty database with ATOM on ten venues and the books its rates need, as an ingest leaves them; comes to the candles. */
export async function thirtyBooks(database: Database, range: MinuteRange): Promise<number> {
  await emptied(database);
  const bases: readonly (readonly [string, Level])[] = [
    ['ATOM', LEVELS.ATOM],
    ['BTC', LEVELS.BTC],
    ['ETH', LEVELS.ETH],
  ];
  let candles = 0;
  for (const [base, level] of bases)
    candles += await stored(database, randomBooks(tenVenues(base as Asset), level, range));
  await database.pool.query('VACUUM ANALYZE market_day');
  return candles;
}
