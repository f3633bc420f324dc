import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset } from '../../domain/market';
import { ledgerOf } from '../ledger/ledger';
import { answer, ASKED_AT, at, candle, range, spot } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { movesOf } from './moves';

const HOUR = 3_600_000;
let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
  const said = (venue: string, base: string, price: number, hours: number) =>
    answer({
      market: spot(venue, base, 'USD'),
      asked: range(5, 7),
      candles: [5, 6].map((m) => candle(at(m), price)),
      askedAtMs: ASKED_AT + hours * HOUR,
    });
  const ledger = ledgerOf(db);
  for (const one of [
    said('okx', 'ATOM', 4, 0),
    said('okx', 'DOGE', 1, 1),
    said('kraken', 'ATOM', 4, 2),
    // Two minutes become others, one of them twice.
    said('okx', 'ATOM', 3, 3),
  ])
    await ledger.record([one]);
  await ledger.record([
    answer({
      market: spot('okx', 'ATOM', 'USD'),
      asked: range(6, 7),
      candles: [candle(at(6), 5)],
      askedAtMs: ASKED_AT + 4 * HOUR,
    }),
  ]);
});
afterAll(() => db.drop());

describe('what moves many addresses', () => {
  const revised = {
    at: '2026-01-01T04:00Z',
    kind: 'revisions',
    venue: 'okx',
    asset: 'ATOM',
    minutes: 2,
    from: '2025-10-10T00:05Z',
    to: '2025-10-10T00:07Z',
    assets: null,
  };
  const none = { kind: 'venue', minutes: null, from: null, to: null };

  it('are revisions, each minute counted once, and venues that came in, the newest first', async () => {
    expect(await movesOf(db)).toEqual([
      revised,
      { ...none, at: '2026-01-01T02:00Z', venue: 'kraken', asset: null, assets: 1 },
      { ...none, at: '2026-01-01T00:00Z', venue: 'okx', asset: null, assets: 2 },
    ]);
  });

  it('are those of an asset, where one is named', async () => {
    expect(await movesOf(db, 'DOGE' as Asset)).toEqual([
      { ...none, at: '2026-01-01T01:00Z', venue: 'okx', asset: 'DOGE', assets: 1 },
    ]);
    expect((await movesOf(db, 'ATOM' as Asset))[0]).toEqual(revised);
  });
});
