import { revisionsAnswer, type RevisionsAnswer } from '../../api/revisions';
import type { Candle } from '../../domain/candle';
import type { Asset } from '../../domain/market';
import type { Provenance } from '../../domain/observation';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { revisions, type RevisionsAsked } from '../revisions/revisions';
import { strictly } from '../../api/testing/strictly';

/** Minutes are counted from 21:00 on 2025-10-10. */
export const NINE = 21 * 60;
const flat = (minutes: readonly number[], price = 100): readonly Candle[] =>
  minutes.map((m) => candle(at(NINE + m), price));
export const asset = (code: string): Asset => code as Asset;

export const REPLY: Provenance = {
  address: 'https://api.kraken.com/0/public/OHLC?pair=SOLUSD',
  receivedAtMs: ASKED_AT + 1_250,
  sha256: 'ab'.repeat(32),
  reader: 'ccxt 4.5.84',
  body: Buffer.from('{"error":[],"result":{}}'),
};

/**
 * ATOM/USDT on binance. Its klines answer ten minutes at 100, the first with a low of 50, the fourth without a trade; the
 * archive answers the first five of them, its first low 75 and a trade in the fourth; the display klines answer eight, the
 * low of the first cut off at 98 and all alike otherwise, but for a volume. XRP is stored from one source.
 */
export async function recorded(): Promise<{ readonly db: FreshDatabase; readonly context: Context }> {
  const db = await freshDatabase('real');
  const rest = flat([0, 1, 2, 4, 5, 6, 7, 8, 9]).map((one) => (one.minute === at(NINE) ? { ...one, low: 50 } : one));
  const archive = flat([0, 1, 2, 3, 4]).map((one) => (one.minute === at(NINE) ? { ...one, low: 75 } : one));
  const ui = flat([0, 1, 2, 4, 5, 6, 7]).map((one) => ({
    ...one,
    ...(one.minute === at(NINE) ? { low: 98 } : {}),
    ...(one.minute === at(NINE + 5) ? { baseVolume: 11 } : {}),
  }));
  await ledgerOf(db).record([
    answer({ asked: range(NINE, NINE + 10), candles: rest }),
    answer({ source: 'archive', asked: range(NINE, NINE + 5), candles: archive }),
    answer({ source: 'ui', asked: range(NINE, NINE + 8), candles: ui }),
    answer({
      market: spot('okx', 'XRP', 'USDT'),
      asked: range(NINE, NINE + 3),
      candles: flat([0, 2], 2),
      quarantined: [
        { minute: at(NINE + 1), reason: 'low 0 is not above 0', raw: '[1760130060000,"2","2","0","2","10"]' },
      ],
    }),
  ]);
  await ledgerOf(db).record([
    answer({
      asked: range(NINE + 1, NINE + 2),
      candles: [candle(at(NINE + 1), 100, { low: 90 })],
      askedAtMs: ASKED_AT + 86_400_000,
    }),
    answer({
      market: spot('okx', 'XRP', 'USDT'),
      asked: range(NINE + 2, NINE + 3),
      candles: [],
      askedAtMs: ASKED_AT + 86_400_000,
    }),
  ]);
  // SOL: answered around midnight, with ten minutes never asked between; asked for and not answered before, and on the day after.
  const sol = spot('kraken', 'SOL', 'USD');
  const failed = { market: sol, source: 'rest', askedAtMs: ASKED_AT + 60_000 } as const;
  await ledgerOf(db).record([
    answer({ market: sol, asked: range(1_430, 1_440), candles: [candle(at(1_430), 200)] }),
    answer({ market: sol, asked: range(1_450, 1_460), candles: [], provenance: [REPLY] }),
  ]);
  await ledgerOf(db).attempted([
    { ...failed, asked: range(1_400, 1_435), outcome: 'not-served', cause: 'older than its 720 newest candles' },
    { ...failed, asked: range(2_870, 2_890), outcome: 'failed', cause: 'HTTP 503 five times' },
    { ...failed, asked: range(2_900, 2_901), outcome: 'refused', cause: 'HTTP 451' },
  ]);
  return { db, context: { database: db, simulated: false } };
}

/** Its revisions and differences, a hundred rows of each list at most unless said otherwise. */
export async function revisionsOf(context: Context, change: Partial<RevisionsAsked> = {}): Promise<RevisionsAnswer> {
  const outcome = await revisions(context, { limit: 100, ...change });
  if (!outcome.ok) throw new Error(outcome.message);
  return strictly(revisionsAnswer).parse(outcome.value);
}
