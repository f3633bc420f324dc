import { vi } from 'vitest';
import type { Candle } from '../../domain/candle';
import type { Asset, Market, Venue } from '../../domain/market';
import type { Question } from '../../domain/question';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, range, spot, type AnswerShape } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { appContext, type Context } from '../context';
import type { Outcome } from '../http/outcome';

/** Minutes are counted from 21:00 on 2025-10-10. */
export const NINE = 21 * 60;
const MINUTES = Array.from({ length: 12 }, (_, i) => i);
export const [WICK, SILENT, THREE_LEFT, UNASKED] = [1, 2, 3, 4] as const;
export const asset = (code: string): Asset => code as Asset;
export const venue = (id: string): Venue => id as Venue;

/** Flat candles of 10 ATOM at one price in the minutes given; the wick's low is its own. */
export const candles = (price: number, minutes: readonly number[], wickLow = price): readonly Candle[] =>
  minutes.map((m) => candle(at(NINE + m), price, m === WICK ? { low: wickLow } : {}));
export const simulated = (
  market: Market,
  from: number,
  to: number,
  stored: readonly Candle[],
  rest: Partial<AnswerShape> = {},
): ReturnType<typeof answer> =>
  answer({
    market,
    source: 'simulated',
    asked: range(NINE + from, NINE + to),
    candles: stored.filter(({ minute }) => minute >= at(NINE + from) && minute < at(NINE + to)),
    ...rest,
  });

/**
 * Four venues in USD: coinbase and kraken at 100, okx at 104, binance at 100 with one low of 50. Binance has a minute without
 * a trade and one that was never asked; kraken has one without a trade.
 */
function stored(): readonly ReturnType<typeof answer>[] {
  const usd = (id: string): Market => spot(id, 'ATOM', 'USD');
  const binance = candles(
    100,
    MINUTES.filter((m) => m !== SILENT && m !== UNASKED),
    50,
  );
  const later = candle(at(NINE + 11), 100, { baseVolume: 20 });
  return [
    simulated(usd('binance'), 0, UNASKED, binance),
    simulated(usd('binance'), UNASKED + 1, 12, binance),
    simulated(usd('coinbase'), 0, 12, candles(100, MINUTES)),
    simulated(usd('coinbase'), 11, 12, [later], { askedAtMs: Date.UTC(2026, 0, 2) }),
    simulated(
      usd('kraken'),
      0,
      12,
      candles(
        100,
        MINUTES.filter((m) => m !== THREE_LEFT),
      ),
    ),
    simulated(usd('okx'), 0, 12, candles(104, MINUTES)),
    simulated(spot('upbit', 'DOGE', 'KRW'), 0, 3, candles(340, [0, 1, 2])),
    simulated(spot('gate', 'DOGE', 'USDT'), 0, 3, candles(0.25, [0, 2]), {
      quarantined: [{ minute: at(NINE + 1), reason: 'low 0 is not above 0', raw: '[]' }],
    }),
    answer({
      market: spot('okx', 'XRP', 'USD'),
      source: 'simulated',
      asked: { from: at('2025-09-01T00:00Z'), to: at('2025-09-03T12:00Z') },
      candles: [candle(at('2025-09-02T00:00Z'), 2.8)],
    }),
  ];
}

/** A rehearsal's database with these candles, and the app over it. */
export interface FourVenues {
  readonly db: FreshDatabase;
  readonly context: Context;
  readonly drop: () => Promise<void>;
}

export async function fourVenues(): Promise<FourVenues> {
  const db = await freshDatabase('rehearsal');
  for (const one of stored()) await ledgerOf(db).record([one]);
  vi.stubEnv('DATABASE_URL', db.url);
  const context = await appContext();
  vi.unstubAllEnvs();
  return {
    db,
    context,
    drop: async () => {
      await context.database.close();
      globalThis.plumblineContext = undefined;
      await db.drop();
    },
  };
}

/** Of ATOM over the twelve minutes, against the others, in USD, unless said otherwise. */
export const question = (change: Partial<Question> = {}): Question => ({
  asset: asset('ATOM'),
  range: range(NINE, NINE + 12),
  venues: undefined,
  markets: [],
  reference: { kind: 'others' },
  bloc: 'all',
  rate: 'usd',
  minPeers: 3,
  enter: 0.02,
  asOf: undefined,
  ...change,
});

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}
