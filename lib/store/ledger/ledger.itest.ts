import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Candle } from '../../domain/candle';
import { instant } from '../../domain/instant';
import type { Ledger, Quarantined } from '../../domain/observation';
import { candlesOf } from '../days/candles';
import { ledgerOf } from './ledger';
import { answer, ASKED_AT, at, ATOM, candle, range, spot } from '../testing/testAnswers';
import { emptied } from '../testing/emptied';
import { everything, storedCandles } from '../testing/stored';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';

const HOUR = 3_600_000;
const REST = [{ market: ATOM, source: 'rest' as const }];

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

describe('recording an answer', () => {
  it('keeps its candles, and knows no trade from never asked', async () => {
    const recorded = await ledger.record([answer({ asked: range(10, 13), candles: [candle(at(11), 3.5)] })]);
    expect(recorded).toEqual({ added: 1, unchanged: 0, revised: 0 });
    expect(await storedCandles(db, 9, 14)).toEqual({ closes: [NaN, NaN, 3.5, NaN, NaN], answered: [0, 1, 1, 1, 0] });
    expect(await ledger.answered(ATOM, 'rest', range(0, 100))).toEqual([range(10, 13)]);
    expect(await ledger.answered(ATOM, 'rest', range(11, 12))).toEqual([range(11, 12)]);
  });

  it('keeps every field as the source said it, and NaN where it does not say', async () => {
    const first: Candle = {
      minute: at(1_280),
      open: 1.863,
      high: 2.283,
      low: 0.001,
      close: 1.997,
      baseVolume: 98_726.74,
      quoteVolume: NaN,
      trades: 1_582,
    };
    await ledger.record([answer({ asked: range(1_280, 1_281), candles: [first] })]);
    const [columns] = await candlesOf(db, REST, range(1_280, 1_281));
    expect(columns).toMatchObject({
      open: Float64Array.of(1.863),
      high: Float64Array.of(2.283),
      low: Float64Array.of(0.001),
      close: Float64Array.of(1.997),
      baseVolume: Float64Array.of(98_726.74),
      quoteVolume: Float64Array.of(NaN),
      trades: Float64Array.of(1_582),
    });
  });

  it('runs over midnight into two days', async () => {
    await ledger.record([
      answer({ asked: range(1_435, 1_445), candles: [candle(at(1_439), 3), candle(at(1_440), 4)] }),
    ]);
    expect((await storedCandles(db, 1_438, 1_442)).closes).toEqual([NaN, 3, 4, NaN]);
    expect((await db.pool.query('SELECT day FROM market_day ORDER BY day')).rows).toEqual([
      { day: 20_371 },
      { day: 20_372 },
    ]);
  });

  it('keeps markets, kinds and sources apart', async () => {
    const perp = { ...ATOM, kind: 'perp' as const };
    await ledger.record([
      answer({ asked: range(0, 1), candles: [candle(at(0), 1)] }),
      answer({ asked: range(0, 1), candles: [candle(at(0), 2)], source: 'archive' }),
      answer({ asked: range(0, 1), candles: [candle(at(0), 3)], market: perp }),
      answer({ asked: range(0, 1), candles: [candle(at(0), 4)], market: spot('coinbase', 'ATOM', 'USD') }),
    ]);
    const wanted = [
      { market: spot('coinbase', 'ATOM', 'USD'), source: 'rest' as const },
      { market: ATOM, source: 'rest' as const },
      { market: spot('kraken', 'ATOM', 'USD'), source: 'rest' as const },
      { market: perp, source: 'rest' as const },
      { market: ATOM, source: 'archive' as const },
      { market: ATOM, source: 'trades' as const },
    ];
    const columns = await candlesOf(db, wanted, range(0, 1));
    expect(columns.map(({ close }) => close[0])).toEqual([4, 1, NaN, 3, 2, NaN]);
    expect(columns.map(({ answered }) => answered[0])).toEqual([1, 1, 0, 1, 1, 0]);
  });

  it('a second time changes nothing, not even a version', async () => {
    const first = answer({
      asked: range(0, 3_000),
      candles: [candle(at(1), 3), candle(at(2_000), 4)],
      quarantined: [{ minute: at(5), reason: 'low above open', raw: '[1]' }],
    });
    await ledger.record([first]);
    const before = await everything(db);
    expect(await ledger.record([first])).toEqual({ added: 0, unchanged: 2, revised: 0 });
    expect(await ledger.record([{ ...first, askedAtMs: ASKED_AT + HOUR }])).toEqual({
      added: 0,
      unchanged: 2,
      revised: 0,
    });
    expect(await everything(db)).toBe(before);
  });

  it('raises the version of a day whose answered minutes grew, though no candle came', async () => {
    const versions = async (): Promise<unknown[]> =>
      (await db.pool.query<{ version: number }>('SELECT version FROM market_day')).rows;
    await ledger.record([answer({ asked: range(0, 10) })]);
    expect(await versions()).toEqual([{ version: 1 }]);
    await ledger.record([answer({ asked: range(0, 20) })]);
    expect(await versions()).toEqual([{ version: 2 }]);
  });

  it('keeps when each minute was first answered, to the millisecond, though it was asked again', async () => {
    for (let page = 0; page < 5; page += 1)
      await ledger.record([answer({ asked: range(page * 100, page * 100 + 200), askedAtMs: ASKED_AT + page })]);
    const { rows } = await db.pool.query(
      "SELECT from_minute, to_minute, answered_at FROM answered('binance', 'ATOM/USDT', NULL, NULL)",
    );
    const row = (from: number, to: number, page: number): unknown => ({
      from_minute: new Date(at(from) * 60_000),
      to_minute: new Date(at(to) * 60_000),
      answered_at: new Date(ASKED_AT + page),
    });
    expect(rows).toEqual([row(0, 200, 0), row(200, 300, 1), row(300, 400, 2), row(400, 500, 3), row(500, 600, 4)]);
  });

  it('is all or nothing: one broken answer keeps the others out', async () => {
    const sound = answer({ asked: range(0, 2), candles: [candle(at(0), 3)] });
    const before = await everything(db);
    for (const broken of [
      answer({ asked: range(0, 2), candles: [candle(at(5), 3)] }),
      answer({ asked: range(0, 2), candles: [candle(at(1), 3), candle(at(0), 3)] }),
      answer({ asked: range(0, 2), candles: [candle(at(1), 3), candle(at(1), 3)] }),
      answer({ asked: range(0, 2), candles: [candle(at(1), 3, { low: 4 })] }),
    ]) {
      await expect(ledger.record([sound, broken])).rejects.toThrow(
        /^binance ATOM\/USDT from rest, 2025-10-10T00:00Z to 2025-10-10T00:02Z: /,
      );
    }
    await expect(ledger.record([sound, { ...sound, source: 'simulated' }])).rejects.toThrow('is_of_world');
    expect(await everything(db)).toBe(before);
  });
});

describe('a quarantined row', () => {
  const bad: Quarantined = { minute: at(1), reason: 'low 5 is above open', raw: '[1,"\u0000"]' };

  it('is kept once, and its minute is not taken for no trade', async () => {
    const first = answer({
      asked: range(0, 3),
      quarantined: [bad, bad, { minute: undefined, reason: 'no time', raw: '{}' }],
    });
    await ledger.record([first]);
    await ledger.record([{ ...first, askedAtMs: ASKED_AT + HOUR }]);
    expect((await db.pool.query('SELECT minute, reason, seen_at FROM quarantine ORDER BY reason')).rows).toEqual([
      { minute: at(1), reason: 'low 5 is above open', seen_at: new Date(ASKED_AT) },
      { minute: null, reason: 'no time', seen_at: new Date(ASKED_AT) },
    ]);
    expect(await ledger.answered(ATOM, 'rest', range(0, 3))).toEqual([range(0, 1), range(2, 3)]);
  });

  it('sets its minute aside, until an answer comes for it', async () => {
    await ledger.record([answer({ asked: range(0, 3), candles: [candle(at(0), 4)], quarantined: [bad] })]);
    expect((await storedCandles(db, 0, 4)).answered).toEqual([1, 2, 1, 0]);
    await ledger.record([answer({ asked: range(1, 2), askedAtMs: ASKED_AT + HOUR })]);
    expect((await storedCandles(db, 0, 4)).answered).toEqual([1, 1, 1, 0]);
  });

  it('sets a minute aside that was answered as no trade before, and gives its day a new version', async () => {
    const version = async (): Promise<unknown> => (await db.pool.query('SELECT version FROM market_day')).rows;
    await ledger.record([answer({ asked: range(0, 3), candles: [candle(at(0), 4)] })]);
    const before = await version();
    const later = { askedAtMs: ASKED_AT + HOUR, quarantined: [bad] };
    await ledger.record([answer({ asked: range(1, 2), ...later })]);
    expect((await storedCandles(db, 0, 3)).answered).toEqual([1, 2, 1]);
    expect(await version()).not.toEqual(before);
    const [then] = await candlesOf(db, REST, range(0, 3), { asOf: instant(ASKED_AT) });
    expect(Array.from(then?.answered ?? [])).toEqual([1, 1, 1]);
  });

  it('of another source or market, or of no minute, sets nothing aside', async () => {
    const quarantined = [bad, { ...bad, minute: undefined }];
    await ledger.record([
      answer({ source: 'archive', asked: range(0, 3), quarantined }),
      answer({ market: spot('okx', 'ATOM', 'USDT'), asked: range(0, 3), quarantined }),
    ]);
    expect((await storedCandles(db, 0, 3)).answered).toEqual([0, 0, 0]);
  });

  it('sets its minute aside whatever fields are read', async () => {
    await ledger.record([answer({ asked: range(0, 3), candles: [candle(at(0), 4)], quarantined: [bad] })]);
    const [columns] = await candlesOf(db, REST, range(0, 3), { fields: ['close'], traded: true });
    expect(Array.from(columns?.answered ?? [])).toEqual([1, 2, 1]);
  });

  it('leaves the sound candle of its minute standing, whether it came before or with it', async () => {
    await ledger.record([answer({ asked: range(0, 3), candles: [candle(at(1), 4)] })]);
    expect(
      await ledger.record([answer({ asked: range(0, 3), quarantined: [bad], askedAtMs: ASKED_AT + HOUR })]),
    ).toEqual({ added: 0, unchanged: 0, revised: 0 });
    await ledger.record([
      answer({ asked: range(10, 12), candles: [candle(at(11), 6)], quarantined: [{ ...bad, minute: at(11) }] }),
    ]);
    expect((await storedCandles(db, 0, 3)).closes).toEqual([NaN, 4, NaN]);
    expect(await storedCandles(db, 10, 12)).toEqual({ closes: [NaN, 6], answered: [1, 1] });
  });
});
