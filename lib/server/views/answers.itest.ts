import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import { defaultQuestion } from '../../domain/question';
import type { View } from '../../permalink/view';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { viewAnswers } from './answers';

const ATOM = 'ATOM' as Asset;
const BEFORE = ['binance', 'coinbase', 'kraken', 'okx'] as const;
const HOUR_MS = 3_600_000;

let db: FreshDatabase;
let context: Context;
beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  const said = (venue: string, askedAtMs: number) =>
    answer({
      market: spot(venue, 'ATOM', 'USD'),
      asked: range(0, 10),
      candles: Array.from({ length: 10 }, (_, i) => candle(at(i), venue === 'binance' && i === 5 ? 2 : 4)),
      askedAtMs,
    });
  const ledger = ledgerOf(db);
  for (const venue of BEFORE) await ledger.record([said(venue, ASKED_AT)]);
  await ledger.record([said('bybit', ASKED_AT + 2 * HOUR_MS)]);
});
afterAll(() => db.drop());

const view = (change: Partial<View> = {}, asOfMs?: number): View => ({
  question: {
    ...defaultQuestion(ATOM, range(0, 10)),
    asOf: asOfMs === undefined ? undefined : instant(asOfMs),
  },
  scale: 'auto',
  focus: undefined,
  lines: [],
  minute: undefined,
  ...change,
});

describe('what a view shows', () => {
  it('spells out every venue there is data of', async () => {
    const found = await viewAnswers(context, view());
    expect(found).toMatchObject({
      ok: true,
      value: { view: { question: { venues: ['binance', 'bybit', 'coinbase', 'kraken', 'okx'] } }, minute: undefined },
    });
  });

  it('as of a moment leaves out a venue that first answered later', async () => {
    const found = await viewAnswers(context, view({}, ASKED_AT + HOUR_MS));
    expect(found).toMatchObject({ ok: true, value: { view: { question: { venues: BEFORE } } } });
  });

  it('is the analysis of its window and, where one is marked, of its minute', async () => {
    const found = await viewAnswers(context, view({ minute: at(5) }));
    expect(found).toMatchObject({
      ok: true,
      value: {
        window: { facts: { from: '2025-10-10T00:00Z', to: '2025-10-10T00:10Z' } },
        minute: { minute: '2025-10-10T00:05Z', venues: [{ venue: 'binance', dLow: -0.5 }, {}, {}, {}, {}] },
      },
    });
  });
});
