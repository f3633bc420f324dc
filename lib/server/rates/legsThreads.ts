import type { Database } from '../../store/connection/database';
import type { LegsThread } from './legsThread';

const threads = new WeakMap<Database, LegsThread>();

/** From now on the legs of long windows over this database are made by the thread. */
export function makeLegsBeside(database: Database, thread: LegsThread): void {
  threads.set(database, thread);
}

/** The thread that makes legs of this database's candles; undefined: whoever needs them makes them. */
export const legsThreadOf = (database: Database): LegsThread | undefined => threads.get(database);
