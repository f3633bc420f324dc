import { expect, it } from 'vitest';
import type { Market } from '../../domain/market';
import { minuteAt, minuteRange } from '../../domain/minute';
import { memoryLedger } from './memoryLedger';

it('holds nothing of a market that was only asked about, as where a venue left for later names none of its markets', async () => {
  const ledger = memoryLedger();
  const market = { venue: 'okx', base: 'ATOM', quote: 'USD', kind: 'spot' } as Market;
  const range = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 20)), minuteAt(Date.UTC(2025, 9, 10, 21)));
  await expect(ledger.answered(market, 'simulated', range)).resolves.toEqual([]);
  expect(ledger.book(market).candles.size).toBe(0);
  expect(ledger.contents()).toBe(memoryLedger().contents());
});
