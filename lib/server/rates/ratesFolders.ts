import type { Database } from '../../store/connection/database';
import type { RatesFolder } from './ratesFolder';

const folders = new WeakMap<Database, RatesFolder>();

/** From now on what legs of this database's candles say is kept in the folder. */
export function keepRatesOf(database: Database, folder: RatesFolder): void {
  folders.set(database, folder);
}

/** Where what legs of this database's candles say is kept; undefined: nowhere. */
export const ratesFolderOf = (database: Database): RatesFolder | undefined => folders.get(database);
