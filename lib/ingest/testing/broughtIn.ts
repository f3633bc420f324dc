import type { Market } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import { bringIn } from '../paging/pager';
import { Writer } from '../record/writer';
import type { VenueConnection } from '../venue/connect';
import { memoryLedger } from './memoryLedger';

/** Brings a market's candles in, without waiting for anybody's patience: what is missing, and what was recorded. */
export async function broughtIn(connection: VenueConnection, market: Market, range: MinuteRange) {
  const ledger = memoryLedger();
  const writer = new Writer(ledger);
  const missing = await bringIn(market, range, {
    connection,
    writer,
    source: 'simulated',
    now: Date.now,
    signal: undefined,
    patiently: (ask) => ask(),
    recorded: () => undefined,
  });
  await writer.drained();
  return { missing, ledger };
}
