import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Asset, Market, Venue } from '../../domain/market';
import type { Ledger, Quarantined } from '../../domain/observation';
import { coverageOf, marketsSince, marketsWithData, stateOfDays } from './storedCoverage';
import { beginProgress, endProgress, readProgress, saveProgress, type VenueProgress } from '../ingestProgress';
import { ledgerOf } from '../ledger/ledger';
import { revisionsOf } from '../revisions/revisions';
import { answer, ASKED_AT, at, ATOM, attempt, candle, range, spot } from '../testing/testAnswers';
import { emptied } from '../testing/emptied';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';

const DOGE = spot('coinbase', 'DOGE', 'USD');

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

describe('the stored markets', () => {
  it('are named with their days, one asset or all', async () => {
    await ledger.record([
      answer({ asked: range(0, 1_441), candles: [candle(at(5), 3)] }),
      answer({ market: DOGE, source: 'file', asked: range(0, 1) }),
    ]);
    const atom = { market: ATOM, source: 'rest', firstDay: 20_371, lastDay: 20_372 };
    const doge = { market: DOGE, source: 'file', firstDay: 20_371, lastDay: 20_371 };
    expect(await marketsWithData(db)).toEqual([atom, doge]);
    expect(await marketsWithData(db, { asset: 'DOGE' as Asset })).toEqual([doge]);
    expect(await marketsWithData(db, { asset: "'; DROP TABLE market; --" as Asset })).toEqual([]);
  });

  it('are listed by code points, also where the database sorts as Danish does, in which AA comes last', async () => {
    const danish = await freshDatabase('real');
    for (const column of ['venue', 'base'])
      await danish.pool.query(`ALTER TABLE market ALTER COLUMN ${column} TYPE text COLLATE "da-x-icu"`);
    const listed = [spot('aax', 'AAVE', 'USD'), spot('kraken', 'AAVE', 'USD'), spot('aax', 'ZEC', 'USD')];
    for (const market of listed.toReversed())
      await ledgerOf(danish).record([answer({ market, asked: range(0, 1), candles: [candle(at(0), 3)] })]);
    const named = (all: readonly { readonly market: Market }[]): readonly Market[] => all.map(({ market }) => market);
    expect(named(await marketsWithData(danish))).toEqual(listed);
    expect(named(await marketsWithData(danish, { asset: 'AAVE' as Asset }))).toEqual(listed.slice(0, 2));
    expect(named(await marketsSince(danish))).toEqual(listed);
    expect(named(await coverageOf(danish))).toEqual(listed);
    await danish.drop();
  });

  it('are found whatever lies between them: several sources of a market, gaps of days, markets without a day', async () => {
    const asked = [range(0, 1), range(4_320, 4_321), range(10_080, 10_081)];
    for (const [market, source] of [
      [ATOM, 'rest'],
      [ATOM, 'archive'],
      [DOGE, 'trades'],
      [spot('coinbase', 'ATOM', 'USD'), 'rest'],
    ] as const) {
      await ledger.record(asked.map((one) => answer({ market, source, asked: one })));
    }
    // A market that was named and of which nothing was ever answered.
    await ledger.attempted([attempt({ market: spot('okx', 'ATOM', 'USDT'), asked: range(0, 1) })]);
    const days = { firstDay: 20_371, lastDay: 20_378 };
    expect(await marketsWithData(db)).toEqual([
      { market: ATOM, source: 'archive', ...days },
      { market: ATOM, source: 'rest', ...days },
      { market: spot('coinbase', 'ATOM', 'USD'), source: 'rest', ...days },
      { market: DOGE, source: 'trades', ...days },
    ]);
  });
});

describe('the state of what is stored', () => {
  it('is another with each change, and the same when nothing changes', async () => {
    const seen = [await stateOfDays(db)];
    for (const asked of [range(0, 10), range(0, 10), range(0, 20), range(1_440, 1_450)]) {
      await ledger.record([answer({ asked })]);
      seen.push(await stateOfDays(db));
    }
    await ledger.record([answer({ asked: range(0, 1), candles: [candle(at(0), 3)] })]);
    seen.push(await stateOfDays(db));
    await ledger.record([answer({ market: DOGE, asked: range(0, 1) })]);
    seen.push(await stateOfDays(db));
    expect(seen.map((state) => seen.indexOf(state))).toEqual([0, 1, 1, 3, 4, 5, 6]);
  });
});

describe('the coverage', () => {
  it('counts candles, traded minutes, minutes without a trade, quarantine and revisions', async () => {
    await ledger.record([
      answer({
        asked: range(0, 10),
        candles: [
          candle(at(0), 3),
          candle(at(1), 3, { baseVolume: 0 }),
          candle(at(2), 3, { baseVolume: NaN, trades: 4 }),
        ],
        quarantined: [{ minute: at(9), reason: 'low above open', raw: '[]' }],
      }),
      answer({ asked: range(1_440, 1_450), candles: [candle(at(1_441), 3)] }),
    ]);
    await ledger.record([answer({ asked: range(0, 1), candles: [candle(at(0), 4)], askedAtMs: ASKED_AT + 1 })]);
    await ledger.record([answer({ asked: range(0, 1), candles: [candle(at(0), 5)], askedAtMs: ASKED_AT + 2 })]);
    expect(await coverageOf(db, { asset: 'ATOM' as Asset })).toEqual([
      {
        market: ATOM,
        source: 'rest',
        answered: [range(0, 9), range(1_440, 1_450)],
        answeredMinutes: 19,
        unanswered: [],
        candles: 4,
        traded: 3,
        noTrade: 16,
        moved: 0,
        setAside: 1,
        quarantined: 1,
        revised: 1,
        firstAskedAtMs: ASKED_AT,
        lastAskedAtMs: ASKED_AT,
        days: [],
      },
    ]);
    expect(await coverageOf(db, { asset: 'DOGE' as Asset })).toEqual([]);
  });

  it('tells no trade, volume 0 with moved prices, an unknown volume and what was set aside apart', async () => {
    const bad = (minute: number): Quarantined => ({ minute: at(minute), reason: 'low above open', raw: '[]' });
    await ledger.record([
      answer({
        asked: range(0, 6),
        candles: [
          candle(at(0), 3, { baseVolume: 0 }),
          candle(at(1), 3, { baseVolume: 0, low: 0.9 }),
          candle(at(2), 3, { baseVolume: NaN }),
          candle(at(3), 3),
        ],
        quarantined: [bad(1), bad(5)],
      }),
    ]);
    // Seen after minute 4 was answered as no trade; twice, and counted as one minute.
    await ledger.record([
      answer({
        asked: range(4, 5),
        quarantined: [bad(4), { ...bad(4), raw: '[1]' }],
        askedAtMs: ASKED_AT + 1,
      }),
    ]);
    const found = await coverageOf(db, { days: range(0, 1_440) });
    const counts = { traded: 2, noTrade: 1, moved: 1, setAside: 2, quarantined: 4 };
    expect(found).toMatchObject([{ answeredMinutes: 5, candles: 4, ...counts }]);
    expect(found[0]?.days).toMatchObject([{ answered: 5, ...counts }]);
  });

  it('names a market of which everything went into quarantine', async () => {
    await ledger.record([answer({ asked: range(0, 1), quarantined: [{ minute: at(0), reason: 'r', raw: 'x' }] })]);
    expect(await coverageOf(db)).toMatchObject([
      { market: ATOM, answered: [], candles: 0, noTrade: 0, setAside: 1, quarantined: 1 },
    ]);
  });
});

describe('the revisions', () => {
  it('are listed with both answers, by asset and range', async () => {
    await ledger.record([answer({ asked: range(0, 2), candles: [candle(at(0), 3), candle(at(1), 3)] })]);
    await ledger.record([answer({ asked: range(0, 2), candles: [candle(at(1), 4)], askedAtMs: ASKED_AT + 5 })]);
    expect(await revisionsOf(db)).toMatchObject([
      {
        market: ATOM,
        source: 'rest',
        minute: at(0),
        firstSeenMs: ASKED_AT,
        seenAgainMs: ASKED_AT + 5,
        before: { close: 3 },
        after: undefined,
      },
      { minute: at(1), before: { close: 3, trades: NaN }, after: { close: 4 } },
    ]);
    expect(await revisionsOf(db, { asset: 'ATOM' as Asset, range: range(1, 2) })).toHaveLength(1);
    expect(await revisionsOf(db, { limit: 1 })).toMatchObject([{ minute: at(1) }]);
    expect(await revisionsOf(db, { asset: 'DOGE' as Asset })).toEqual([]);
  });
});

describe('the progress of an ingest', () => {
  const venue = (name: string, doneMinutes: number): VenueProgress => ({
    venue: name as Venue,
    state: 'working',
    doneMinutes,
    totalMinutes: 100,
    candles: 7,
    note: '',
  });

  it('is what its venues said last, and over when it ends', async () => {
    expect(await readProgress(db, ASKED_AT)).toBeUndefined();
    await beginProgress(db, ASKED_AT);
    await saveProgress(db, [venue('kraken', 1), venue('binance', 2)], ASKED_AT + 1);
    await saveProgress(db, [venue('kraken', 50)], ASKED_AT + 2);
    expect(await readProgress(db, ASKED_AT + 3)).toEqual({
      running: true,
      startedAtMs: ASKED_AT,
      heartbeatAtMs: ASKED_AT + 2,
      endedAtMs: undefined,
      venues: [venue('binance', 2), venue('kraken', 50)],
    });
    await endProgress(db, ASKED_AT + 4);
    expect(await readProgress(db, ASKED_AT + 5)).toMatchObject({ running: false, endedAtMs: ASKED_AT + 4 });
    await beginProgress(db, ASKED_AT + 6);
    expect(await readProgress(db, ASKED_AT + 7)).toEqual({
      running: true,
      startedAtMs: ASKED_AT + 6,
      heartbeatAtMs: ASKED_AT + 6,
      endedAtMs: undefined,
      venues: [],
    });
  });

  it('is not running any more when it has been silent for long, for it was killed', async () => {
    await beginProgress(db, ASKED_AT);
    await saveProgress(db, [], ASKED_AT + 10_000);
    expect((await readProgress(db, ASKED_AT + 24_000))?.running).toBe(true);
    expect((await readProgress(db, ASKED_AT + 26_000))?.running).toBe(false);
  });
});
