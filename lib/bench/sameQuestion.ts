import { deviationBuffer, fillDeviations } from '../analysis/reference/kernel';
import { minutesIn, type MinuteRange } from '../domain/minute';
import { DEFAULT_MIN_PEERS } from '../domain/method';
import { candlesOf, type Wanted } from '../store/days/candles';
import type { Database } from '../store/connection/database';

/**
 * The yardstick's question and no more, the product's way: the markets' day rows read and decoded, every venue's low against
 * the median of the others', raw quotes. (Highs and closes come along; the kernel has no narrower door.) Comes to the number of
 * measured minutes.
 */
export async function deviationsInColumns(
  database: Database,
  markets: readonly Wanted[],
  range: MinuteRange,
): Promise<number> {
  const columns = await candlesOf(database, markets, range);
  const slots = minutesIn(range);
  const block = (field: 'low' | 'high' | 'close'): Float64Array => {
    const all = new Float64Array(columns.length * slots);
    columns.forEach((one, row) => {
      all.set(one[field], row * slots);
    });
    return all;
  };
  const matrix = {
    rows: columns.length,
    spot: columns.length,
    slots,
    low: block('low'),
    high: block('high'),
    close: block('close'),
    missing: new Uint8Array(columns.length * slots),
    own: Int16Array.from(columns.keys()),
  };
  const room = deviationBuffer(matrix, false);
  fillDeviations(matrix, room, { peers: 'others', minPeers: DEFAULT_MIN_PEERS, from: 0, to: slots });
  let measured = 0;
  for (const ratio of room.dLow) if (!Number.isNaN(ratio)) measured += 1;
  return measured;
}
