import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Asset } from '../../domain/market';
import type { Ledger } from '../../domain/observation';
import { openDatabase } from '../connection/database';
import { coverageOf } from './storedCoverage';
import { ledgerOf } from '../ledger/ledger';
import { answer, ASKED_AT, at, ATOM, attempt, candle, range, spot } from '../testing/testAnswers';
import { emptied } from '../testing/emptied';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';

const HOUR = 3_600_000;

let db: FreshDatabase;
let ledger: Ledger;
beforeAll(async () => {
  db = await freshDatabase('real');
  ledger = ledgerOf(db);
});
afterAll(async () => {
  await db.drop();
});
beforeEach(async () => {
  await emptied(db);
});

const unanswered = async (): Promise<unknown[]> =>
  (await coverageOf(db)).flatMap((stored) =>
    stored.unanswered.map(({ from, to, outcome }) => [
      stored.market.venue,
      stored.source,
      from - at(0),
      to - at(0),
      outcome,
    ]),
  );
const rowCount = async (): Promise<number> => (await db.pool.query('SELECT FROM coverage')).rows.length;

describe('what was asked for and not answered', () => {
  it('is kept with outcome, cause and time, of a market without other data', async () => {
    await ledger.attempted([
      attempt({ asked: range(0, 10), outcome: 'refused', cause: 'HTTP 451 \0 from here', askedAtMs: ASKED_AT + 5 }),
    ]);
    expect(await coverageOf(db)).toEqual([
      {
        market: ATOM,
        source: 'rest',
        answered: [],
        answeredMinutes: 0,
        candles: 0,
        traded: 0,
        noTrade: 0,
        moved: 0,
        setAside: 0,
        quarantined: 0,
        revised: 0,
        days: [],
        firstAskedAtMs: ASKED_AT + 5,
        lastAskedAtMs: ASKED_AT + 5,
        unanswered: [
          {
            ...range(0, 10),
            outcome: 'refused',
            cause: 'HTTP 451 \u2400 from here',
            firstAskedAtMs: ASKED_AT + 5,
            askedAtMs: ASKED_AT + 5,
          },
        ],
      },
    ]);
    expect(await ledger.answered(ATOM, 'rest', range(0, 10))).toEqual([]);
  });

  it('is taken away by an answer, whether that came later or before', async () => {
    await ledger.attempted([attempt({ asked: range(0, 100) })]);
    await ledger.record([answer({ asked: range(20, 30), askedAtMs: ASKED_AT + HOUR })]);
    expect(await unanswered()).toEqual([
      ['binance', 'rest', 0, 20, 'failed'],
      ['binance', 'rest', 30, 100, 'failed'],
    ]);
    await ledger.attempted([attempt({ asked: range(10, 40), outcome: 'refused', askedAtMs: ASKED_AT + 2 * HOUR })]);
    expect(await unanswered()).toEqual([
      ['binance', 'rest', 0, 10, 'failed'],
      ['binance', 'rest', 10, 20, 'refused'],
      ['binance', 'rest', 30, 40, 'refused'],
      ['binance', 'rest', 40, 100, 'failed'],
    ]);
    await ledger.record([answer({ asked: range(0, 100), askedAtMs: ASKED_AT + 3 * HOUR })]);
    expect(await unanswered()).toEqual([]);
    // The rows answered since go with the next word on the market.
    await ledger.attempted([attempt({ asked: range(2_000, 2_001) })]);
    expect(await rowCount()).toBe(1);
  });

  it('a second time changes nothing', async () => {
    const dump = async (): Promise<string> =>
      JSON.stringify((await db.pool.query('SELECT * FROM coverage ORDER BY market_id, source, from_minute')).rows);
    const attempts = [
      attempt({ asked: range(0, 10) }),
      attempt({ asked: range(5, 20), outcome: 'not-served' }),
      attempt({ asked: range(0, 3), source: 'archive' }),
    ];
    await ledger.attempted(attempts);
    const before = await dump();
    await ledger.attempted(attempts.slice(1));
    expect(await dump()).toBe(before);
  });

  it('keeps markets and sources apart', async () => {
    await ledger.attempted([
      attempt({ asked: range(0, 10) }),
      attempt({ asked: range(5, 20), source: 'ui', outcome: 'refused' }),
      attempt({ asked: range(7, 9), market: spot('kraken', 'ATOM', 'USD') }),
    ]);
    expect(await unanswered()).toEqual([
      ['binance', 'rest', 0, 10, 'failed'],
      ['binance', 'ui', 5, 20, 'refused'],
      ['kraken', 'rest', 7, 9, 'failed'],
    ]);
  });

  it('of a market asked every hour for months, answered now and then, is a handful of rows', async () => {
    for (let hour = 0; hour < 200; hour += 1) {
      await ledger.attempted([
        attempt({
          asked: range(hour * 60, hour * 60 + 60),
          cause: `nothing for hour ${String(hour)}`,
          askedAtMs: ASKED_AT + hour * HOUR,
        }),
      ]);
      if (hour % 10 === 0) await ledger.record([answer({ asked: range(hour * 60 + 10, hour * 60 + 20) })]);
    }
    expect(await rowCount()).toBeLessThanOrEqual(48);
    const [stored] = await coverageOf(db);
    expect(stored?.unanswered.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(200 * 60 - 20 * 10);
    expect(stored?.answeredMinutes).toBe(20 * 10);
  });

  it('by several writers at once loses no word', async () => {
    const others = [1, 2, 3].map(() => openDatabase(db.url));
    try {
      await Promise.all(
        [db, ...others].map(async (connection, w) => {
          const writer = ledgerOf(connection);
          for (let i = 0; i < 10; i += 1)
            await writer.attempted([attempt({ asked: range(100 * (4 * i + w), 100 * (4 * i + w) + 50) })]);
        }),
      );
    } finally {
      await Promise.all(others.map((connection) => connection.close()));
    }
    expect(await unanswered()).toEqual(
      Array.from({ length: 40 }, (_, i) => ['binance', 'rest', 100 * i, 100 * i + 50, 'failed']),
    );
  });
});

describe('the coverage, day by day', () => {
  it('counts answered, traded, no trade, quarantine, revisions and what was refused or failed', async () => {
    await ledger.record([
      answer({
        asked: range(0, 10),
        candles: [candle(at(0), 3), candle(at(1), 3, { baseVolume: 0 })],
        quarantined: [{ minute: at(9), reason: 'r', raw: '[]' }],
      }),
      answer({
        asked: range(1_435, 1_450),
        candles: [candle(at(1_439), 3), candle(at(1_440), 3), candle(at(1_441), 3)],
      }),
      answer({ asked: range(1_440, 1_441), candles: [candle(at(1_440), 4)], askedAtMs: ASKED_AT + 1 }),
    ]);
    await ledger.attempted([
      attempt({ asked: range(1_445, 1_460), outcome: 'refused' }),
      attempt({ asked: range(1_500, 1_600), outcome: 'not-served' }),
      attempt({ asked: range(4_310, 4_330) }),
      attempt({ asked: range(9_000, 9_010) }),
    ]);
    const [stored] = await coverageOf(db, { asset: 'ATOM' as Asset, days: range(1_000, 4_325) });
    expect(stored?.days).toEqual([
      {
        day: 20_371,
        answered: 14,
        traded: 2,
        noTrade: 12,
        moved: 0,
        setAside: 1,
        quarantined: 1,
        revised: 0,
        refusedOrFailed: 0,
      },
      {
        day: 20_372,
        answered: 10,
        traded: 2,
        noTrade: 8,
        moved: 0,
        setAside: 0,
        quarantined: 0,
        revised: 1,
        refusedOrFailed: 10,
      },
      {
        day: 20_373,
        answered: 0,
        traded: 0,
        noTrade: 0,
        moved: 0,
        setAside: 0,
        quarantined: 0,
        revised: 0,
        refusedOrFailed: 10,
      },
      {
        day: 20_374,
        answered: 0,
        traded: 0,
        noTrade: 0,
        moved: 0,
        setAside: 0,
        quarantined: 0,
        revised: 0,
        refusedOrFailed: 10,
      },
    ]);
    expect(stored).toMatchObject({
      answeredMinutes: 24,
      traded: 4,
      noTrade: 20,
      candles: 5,
      firstAskedAtMs: ASKED_AT,
      lastAskedAtMs: ASKED_AT,
    });
  });
});
