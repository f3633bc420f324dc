import type { Database } from '../../store/connection/database';
import { keptPlaceOf, RATES, type OpenOptions } from '../kept/shelf/open';
import { RatesFolder } from './ratesFolder';
import { keepRatesOf } from './ratesFolders';

/**
 * From now on keeps what legs of this database's candles say below the home, beside the answers of the same code and tables. Where that cannot be told, nothing
 * is kept: whoever keeps answers there says so.
 */
export async function keepRates({
  database,
  mostBytes,
  say,
  ...of
}: Omit<OpenOptions, 'database'> & { readonly database: Database }): Promise<void> {
  const place = mostBytes === 0 ? undefined : await keptPlaceOf({ database, ...of }).catch(() => undefined);
  if (place !== undefined)
    keepRatesOf(database, new RatesFolder({ folder: `${place.folder}${RATES}`, mostBytes, say }));
}
