import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Candle } from '../../domain/candle';
import type { Answer, Ledger, Quarantined } from '../../domain/observation';
import { candlesOf } from '../days/candles';
import { openDatabase } from '../connection/database';
import { ledgerOf } from './ledger';
import { answer, ASKED_AT, at, ATOM, candle, range, spot } from '../testing/testAnswers';
import { emptied } from '../testing/emptied';
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

/** Everything stored, as text, so that "changes nothing" can be said of the whole. */
async function everything(): Promise<string> {
  const tables = ['market', 'market_day', 'coverage', 'revision', 'quarantine', 'reply'];
  const dumps = await Promise.all(
    tables.map(async (table) => (await db.pool.query<{ t: string }>(`SELECT t::text FROM ${table} t ORDER BY 1`)).rows),
  );
  return JSON.stringify(dumps);
}

async function storedCandles(
  from: number,
  to: number,
): Promise<{ readonly closes: number[]; readonly answered: number[] }> {
  const [columns] = await candlesOf(db, REST, range(from, to));
  return { closes: Array.from(columns?.close ?? []), answered: Array.from(columns?.answered ?? []) };
}

const revisions = async (): Promise<Record<string, unknown>[]> =>
  (await db.pool.query<Record<string, unknown>>('SELECT * FROM revision ORDER BY id')).rows;

describe('recording an answer', () => {
  it('keeps its candles, and knows no trade from never asked', async () => {
    const recorded = await ledger.record([answer({ asked: range(10, 13), candles: [candle(at(11), 3.5)] })]);
    expect(recorded).toEqual({ added: 1, unchanged: 0, revised: 0 });
    expect(await storedCandles(9, 14)).toEqual({ closes: [NaN, NaN, 3.5, NaN, NaN], answered: [0, 1, 1, 1, 0] });
    expect(await ledger.answered(ATOM, 'rest', range(0, 100))).toEqual([range(10, 13)]);
    expect(await ledger.answered(ATOM, 'rest', range(11, 12))).toEqual([range(11, 12)]);
  });

  it('keeps every field as the source said it, and NaN where it does not say', async () => {
    const told: Candle = {
      minute: at(1_280),
      open: 1.863,
      high: 2.283,
      low: 0.001,
      close: 1.997,
      baseVolume: 98_726.74,
      quoteVolume: NaN,
      trades: 1_582,
    };
    await ledger.record([answer({ asked: range(1_280, 1_281), candles: [told] })]);
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
    expect((await storedCandles(1_438, 1_442)).closes).toEqual([NaN, 3, 4, NaN]);
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
    const told = answer({
      asked: range(0, 3_000),
      candles: [candle(at(1), 3), candle(at(2_000), 4)],
      quarantined: [{ minute: at(5), reason: 'low above open', raw: '[1]' }],
    });
    await ledger.record([told]);
    const before = await everything();
    expect(await ledger.record([told])).toEqual({ added: 0, unchanged: 2, revised: 0 });
    expect(await ledger.record([{ ...told, askedAtMs: ASKED_AT + HOUR }])).toEqual({
      added: 0,
      unchanged: 2,
      revised: 0,
    });
    expect(await everything()).toBe(before);
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
    const before = await everything();
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
    expect(await everything()).toBe(before);
  });
});

describe('an answer that differs from an earlier one', () => {
  const first = answer({ asked: range(0, 3), candles: [candle(at(0), 3), candle(at(1), 0.001)] });

  it('shows the newest candle and keeps the one before as a revision', async () => {
    await ledger.record([first]);
    const edited = answer({
      ...first,
      candles: [candle(at(0), 3), candle(at(1), 1.5, { trades: 7 })],
      askedAtMs: ASKED_AT + HOUR,
    });
    expect(await ledger.record([edited])).toEqual({ added: 0, unchanged: 1, revised: 1 });
    expect((await storedCandles(0, 3)).closes).toEqual([3, 1.5, NaN]);
    expect(await revisions()).toMatchObject([
      {
        source: 'rest',
        minute: at(1),
        first_seen: new Date(ASKED_AT),
        seen_again: new Date(ASKED_AT + HOUR),
        low_before: 0.001,
        low_after: 1.5,
        base_volume_before: 10,
        trades_before: null,
        trades_after: 7,
        quote_volume_after: null,
      },
    ]);
  });

  it('never silently drops a candle that vanished', async () => {
    await ledger.record([first]);
    expect(await ledger.record([answer({ asked: range(1, 3), askedAtMs: ASKED_AT + HOUR })])).toEqual({
      added: 0,
      unchanged: 0,
      revised: 1,
    });
    expect(await storedCandles(0, 3)).toEqual({ closes: [3, NaN, NaN], answered: [1, 1, 1] });
    expect(await revisions()).toMatchObject([
      { minute: at(1), close_before: 0.001, close_after: null, open_after: null },
    ]);
  });

  it('is a revision too where there was no trade before', async () => {
    await ledger.record([first]);
    expect(
      await ledger.record([answer({ asked: range(2, 3), candles: [candle(at(2), 9)], askedAtMs: ASKED_AT + HOUR })]),
    ).toEqual({ added: 0, unchanged: 0, revised: 1 });
    expect(await revisions()).toMatchObject([{ minute: at(2), close_before: null, close_after: 9 }]);
  });

  it('and back again is two revisions; the old answer once more is none', async () => {
    const second = answer({ asked: range(1, 2), candles: [candle(at(1), 5)], askedAtMs: ASKED_AT + HOUR });
    const third = answer({ asked: range(1, 2), candles: [candle(at(1), 0.001)], askedAtMs: ASKED_AT + 2 * HOUR });
    await ledger.record([first, second, third]);
    expect(await revisions()).toMatchObject([
      { close_before: 0.001, close_after: 5 },
      { first_seen: new Date(ASKED_AT + HOUR), close_before: 5, close_after: 0.001 },
    ]);
    const before = await everything();
    for (const old of [first, second, third]) expect((await ledger.record([old])).revised).toBe(0);
    expect(await everything()).toBe(before);
  });
});

describe('a quarantined row', () => {
  const bad: Quarantined = { minute: at(1), reason: 'low 5 is above open', raw: '[1,"\u0000"]' };

  it('is kept once, and its minute is not taken for no trade', async () => {
    const told = answer({
      asked: range(0, 3),
      quarantined: [bad, bad, { minute: undefined, reason: 'no time', raw: '{}' }],
    });
    await ledger.record([told]);
    await ledger.record([{ ...told, askedAtMs: ASKED_AT + HOUR }]);
    expect((await db.pool.query('SELECT minute, reason, seen_at FROM quarantine ORDER BY reason')).rows).toEqual([
      { minute: at(1), reason: 'low 5 is above open', seen_at: new Date(ASKED_AT) },
      { minute: null, reason: 'no time', seen_at: new Date(ASKED_AT) },
    ]);
    expect(await ledger.answered(ATOM, 'rest', range(0, 3))).toEqual([range(0, 1), range(2, 3)]);
  });

  it('leaves the sound candle of its minute standing, whether it came before or with it', async () => {
    await ledger.record([answer({ asked: range(0, 3), candles: [candle(at(1), 4)] })]);
    expect(
      await ledger.record([answer({ asked: range(0, 3), quarantined: [bad], askedAtMs: ASKED_AT + HOUR })]),
    ).toEqual({ added: 0, unchanged: 0, revised: 0 });
    await ledger.record([
      answer({ asked: range(10, 12), candles: [candle(at(11), 6)], quarantined: [{ ...bad, minute: at(11) }] }),
    ]);
    expect((await storedCandles(0, 3)).closes).toEqual([NaN, 4, NaN]);
    expect(await storedCandles(10, 12)).toEqual({ closes: [NaN, 6], answered: [1, 1] });
  });
});

describe('any sequence of answers', () => {
  const minutes = fc.uniqueArray(fc.nat(39), { maxLength: 12 }).map((all) => [...all].sort((a, b) => a - b));
  const told = fc
    .record({
      from: fc.nat(30),
      length: fc.integer({ min: 1, max: 20 }),
      minutes,
      price: fc.integer({ min: 1, max: 3 }),
      bad: fc.option(fc.nat(39)),
      later: fc.integer({ min: 1, max: HOUR }),
    })
    .map(({ from, length, minutes: all, price, bad, later }) => {
      const inside = (m: number): boolean => m >= from && m < from + length;
      const quarantined =
        bad === null || !inside(bad) ? [] : [{ minute: at(1_420 + bad), reason: 'bad', raw: String(price) }];
      return {
        asked: range(1_420 + from, 1_420 + from + length),
        candles: all.filter(inside).map((m) => candle(at(1_420 + m), price)),
        quarantined,
        later,
      };
    });

  it('leaves the newest answer of each minute standing, and undoing the revisions gives each earlier state', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 6 }), async (sequence) => {
        await emptied(db);
        // The model: a plain map from minute to its newest close, null for no trade, no entry for never answered.
        const model = new Map<number, number | null>();
        const states: Map<number, number | null>[] = [];
        const times: number[] = [];
        let now = ASKED_AT;
        for (const { asked, candles, quarantined, later } of sequence) {
          now += later;
          await ledger.record([answer({ asked, candles, quarantined, askedAtMs: now })]);
          const skipped = new Set(quarantined.map((row) => row.minute));
          const said = new Map(candles.map((row) => [row.minute, row.close]));
          for (let m = asked.from; m < asked.to; m = at(m - at(0) + 1)) {
            const close = said.get(m);
            if (close !== undefined) model.set(m, close);
            else if (!skipped.has(m)) model.set(m, null);
          }
          states.push(new Map(model));
          times.push(now);
        }
        const { closes, answered } = await storedCandles(1_420, 1_470);
        for (let i = 0; i < 50; i += 1) {
          const said = model.get(at(1_420 + i));
          expect([closes[i], answered[i]]).toEqual([said ?? NaN, said === undefined ? 0 : 1]);
        }
        const newestFirst = (await revisions()).reverse();
        states.forEach((state, i) => {
          const past = new Map(model);
          for (const row of newestFirst) {
            if ((row['seen_again'] as Date).getTime() > (times[i] ?? NaN))
              past.set(row['minute'] as number, row['close_before'] as number | null);
          }
          for (const [m, close] of state) expect(past.get(m)).toBe(close);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('several writers at once', () => {
  it('lose and double nothing, though they write the same days of the same markets', async () => {
    const venues = ['binance', 'coinbase', 'kraken'];
    const others = [1, 2, 3].map(() => openDatabase(db.url));
    const writers = [db, ...others].map((connection) => ledgerOf(connection));
    // Writer w brings every fourth page of 25 minutes, of every venue, over two days, in its own order.
    const pagesOf = (w: number): Answer[] =>
      venues.flatMap((venue) =>
        Array.from({ length: 29 }, (_, i) => 25 * (4 * i + w)).map((from) =>
          answer({
            market: spot(venue, 'ATOM', 'USDT'),
            asked: range(from, from + 25),
            candles: Array.from({ length: 24 }, (_, k) => candle(at(from + k), 1 + ((from + k) % 97))),
          }),
        ),
      );
    try {
      const added = await Promise.all(
        writers.map(async (writer, w) => {
          const pages = w % 2 === 0 ? pagesOf(w) : pagesOf(w).reverse();
          let count = 0;
          for (let i = 0; i < pages.length; i += 5) count += (await writer.record(pages.slice(i, i + 5))).added;
          return count;
        }),
      );
      expect(added).toEqual([0, 1, 2, 3].map(() => 3 * 29 * 24));
    } finally {
      await Promise.all(others.map((connection) => connection.close()));
    }
    for (const venue of venues) {
      const [columns] = await candlesOf(db, [{ market: spot(venue, 'ATOM', 'USDT'), source: 'rest' }], range(0, 2_900));
      for (let i = 0; i < 2_900; i += 1) {
        expect([columns?.close[i], columns?.answered[i]], `${venue} minute ${String(i)}`).toEqual([
          i % 25 === 24 ? NaN : 1 + (i % 97),
          1,
        ]);
      }
    }
    expect(await revisions()).toEqual([]);
  });

  it('that say different things of one minute leave one candle and the others as revisions', async () => {
    await ledger.record([answer({ asked: range(0, 1), candles: [candle(at(0), 100)] })]);
    await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        ledger.record([answer({ asked: range(0, 1), candles: [candle(at(0), i + 1)], askedAtMs: ASKED_AT + 1 })]),
      ),
    );
    const rows = await revisions();
    const told = [...rows.map((row) => row['close_before'] as number), (await storedCandles(0, 1)).closes[0] ?? NaN];
    expect([...told].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 100]);
    expect(rows.map((row) => row['close_after'])).toEqual(told.slice(1));
  });

  it('taking turns page by page on one day, each finds what the other wrote', async () => {
    const other = openDatabase(db.url);
    try {
      const writers = [ledger, ledgerOf(other)];
      for (let page = 0; page < 6; page += 1) {
        const asked = range(page * 10, page * 10 + 10);
        expect(await writers[page % 2]?.record([answer({ asked, candles: [candle(asked.from, page + 1)] })])).toEqual({
          added: 1,
          unchanged: 0,
          revised: 0,
        });
        expect(
          await writers[(page + 1) % 2]?.record([answer({ asked, candles: [candle(asked.from, page + 1)] })]),
        ).toEqual({ added: 0, unchanged: 1, revised: 0 });
      }
    } finally {
      await other.close();
    }
    expect((await storedCandles(0, 60)).closes.filter((close) => !Number.isNaN(close))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('do not bring back a day that somebody deleted meanwhile', async () => {
    await ledger.record([answer({ asked: range(0, 10), candles: [candle(at(0), 1)] })]);
    await db.pool.query('DELETE FROM market_day');
    await ledger.record([answer({ asked: range(10, 20), candles: [candle(at(10), 2)] })]);
    expect((await storedCandles(0, 20)).closes.filter((close) => !Number.isNaN(close))).toEqual([2]);
  });

  it('go on from what is stored after a recording that failed', async () => {
    await ledger.record([answer({ asked: range(0, 10), candles: [candle(at(0), 1)] })]);
    const lost = answer({ asked: range(10, 20), candles: [candle(at(10), 9)] });
    await expect(ledger.record([lost, { ...lost, source: 'simulated' }])).rejects.toThrow('is_of_world');
    expect(await ledger.record([answer({ asked: range(10, 20), candles: [candle(at(10), 2)] })])).toEqual({
      added: 1,
      unchanged: 0,
      revised: 0,
    });
    expect(await revisions()).toEqual([]);
    expect((await storedCandles(0, 20)).closes.filter((close) => !Number.isNaN(close))).toEqual([1, 2]);
  });
});
