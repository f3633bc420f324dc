import { expect, it } from 'vitest';
import type { Market } from '../../domain/market';
import { minuteAt, minuteRange } from '../../domain/minute';
import type { Answer } from '../../domain/observation';
import { memoryLedger } from '../testing/memoryLedger';
import { Writer } from './writer';

const START = Date.UTC(2025, 9, 10, 20);
const MARKET = { venue: 'okx', base: 'ATOM', quote: 'USDT', kind: 'spot' } as Market;

/** The answer of the nth minute, read from a reply of so many bytes. */
const answerOf = (n: number, bytes: number): Answer => ({
  market: MARKET,
  source: 'simulated',
  asked: minuteRange(minuteAt(START + n * 60_000), minuteAt(START + (n + 1) * 60_000)),
  candles: [],
  quarantined: [],
  askedAtMs: START,
  provenance: [{ address: `/${String(n)}`, receivedAtMs: START, sha256: '', reader: '', body: new Uint8Array(bytes) }],
});

/** How many answers each call of the ledger recorded, where replies of such sizes are added one after another. */
async function batchesOf(sizes: readonly number[]): Promise<readonly number[]> {
  const batches: number[] = [];
  const ledger = memoryLedger((batch) => batches.push(batch.length));
  // A time of gathering that is never over: only what waits ends it.
  const writer = new Writer(ledger, { most: 4, mostBytes: 1_000, gatherMs: 2 ** 31 - 1 });
  for (const [n, bytes] of sizes.entries()) await writer.add([answerOf(n, bytes)], () => undefined);
  await writer.drained();
  expect(ledger.answers.map(({ asked }) => asked.from)).toEqual(sizes.map((_, n) => answerOf(n, 0).asked.from));
  return batches;
}

it('gathers as many replies as may wait where they are small', async () => {
  await expect(batchesOf([1, 1, 1, 1, 1, 1])).resolves.toEqual([4, 2]);
});

it('gathers fewer where they hold as many bytes as may wait', async () => {
  await expect(batchesOf([600, 600, 1, 1, 1, 1, 1_000])).resolves.toEqual([2, 4, 1]);
});

it('records a reply that alone holds more than may wait', async () => {
  await expect(batchesOf([5_000, 1])).resolves.toEqual([1, 1]);
});
