import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Asset } from '../../domain/market';
import { withSnapshot } from '../../store/connection/transactions';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { candleRows } from './candleRows';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());

it('an export is of one moment: what comes in while it is written is not in it', async () => {
  const said = (venue: string, minute: number, price: number, askedAtMs: number) =>
    answer({
      market: spot(venue, 'ATOM', 'USD'),
      asked: range(minute, minute + 1),
      candles: [candle(at(minute), price)],
      askedAtMs,
    });
  const ledger = ledgerOf(db);
  for (const venue of ['binance', 'okx']) await ledger.record([said(venue, 0, 4, ASKED_AT)]);
  const closes = await withSnapshot(db, async (snapshot) => {
    const found: (readonly [string, number, number | undefined])[] = [];
    for await (const rows of candleRows(snapshot, { assets: ['ATOM' as Asset], range: range(0, 10) })) {
      for (const { market, minute, candle: one } of rows) found.push([market.venue, minute - at(0), one?.close]);
      // After the first market was written, the second is revised and goes on, and a third comes in.
      await ledger.record([said('okx', 0, 5, ASKED_AT + 1_000), said('okx', 1, 6, ASKED_AT + 1_000)]);
      await ledger.record([said('kraken', 0, 7, ASKED_AT + 1_000)]);
    }
    return found;
  });
  expect(closes).toEqual([
    ['binance', 0, 4],
    ['okx', 0, 4],
  ]);
});
