import { othersReferences } from '../analysis/reference';
import { minutesIn, type MinuteRange } from '../domain/minute';
import { DEFAULT_MIN_PEERS } from '../domain/question';
import { candlesOf, type Wanted } from '../store/candles';
import type { Database } from '../store/database';

/**
 * The yardstick's question and no more, the product's way: the markets' day rows read and decoded, every venue's low against
 * the median of the others', raw quotes. (Highs, closes and dispersions come along; the kernel has no narrower door.) Comes
 * to the number of measured minutes.
 */
export async function deviationsInColumns(database: Database, markets: readonly Wanted[], range: MinuteRange): Promise<number> {
  const columns = await candlesOf(database, markets, range);
  const references = othersReferences(columns, columns.map((_, venue) => venue), minutesIn(range), DEFAULT_MIN_PEERS);
  let measured = 0;
  columns.forEach(({ low }, venue) => {
    const reference = references[venue]?.low;
    if (reference === undefined) return;
    const deviation = low.map((price, slot) => price / (reference[slot] ?? NaN) - 1);
    for (const ratio of deviation) if (!Number.isNaN(ratio)) measured += 1;
  });
  return measured;
}
