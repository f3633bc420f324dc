import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ledger } from '../../domain/observation';
import { ledgerOf } from './ledger';
import { answer, ASKED_AT, at, candle, range } from '../testing/testAnswers';
import { emptied } from '../testing/emptied';
import { everything, revisions, storedCandles } from '../testing/stored';
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
    expect((await storedCandles(db, 0, 3)).closes).toEqual([3, 1.5, NaN]);
    expect(await revisions(db)).toMatchObject([
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
    expect(await storedCandles(db, 0, 3)).toEqual({ closes: [3, NaN, NaN], answered: [1, 1, 1] });
    expect(await revisions(db)).toMatchObject([
      { minute: at(1), close_before: 0.001, close_after: null, open_after: null },
    ]);
  });

  it('is a revision too where there was no trade before', async () => {
    await ledger.record([first]);
    expect(
      await ledger.record([answer({ asked: range(2, 3), candles: [candle(at(2), 9)], askedAtMs: ASKED_AT + HOUR })]),
    ).toEqual({ added: 0, unchanged: 0, revised: 1 });
    expect(await revisions(db)).toMatchObject([{ minute: at(2), close_before: null, close_after: 9 }]);
  });

  it('and back again is two revisions; the old answer once more is none', async () => {
    const second = answer({ asked: range(1, 2), candles: [candle(at(1), 5)], askedAtMs: ASKED_AT + HOUR });
    const third = answer({ asked: range(1, 2), candles: [candle(at(1), 0.001)], askedAtMs: ASKED_AT + 2 * HOUR });
    await ledger.record([first, second, third]);
    expect(await revisions(db)).toMatchObject([
      { close_before: 0.001, close_after: 5 },
      { first_seen: new Date(ASKED_AT + HOUR), close_before: 5, close_after: 0.001 },
    ]);
    const before = await everything(db);
    for (const old of [first, second, third]) expect((await ledger.record([old])).revised).toBe(0);
    expect(await everything(db)).toBe(before);
  });
});

describe('any sequence of answers', () => {
  const minutes = fc.uniqueArray(fc.nat(39), { maxLength: 12 }).map((all) => [...all].sort((a, b) => a - b));
  const anyAnswer = fc
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
      fc.asyncProperty(fc.array(anyAnswer, { minLength: 1, maxLength: 6 }), async (sequence) => {
        await emptied(db);
        // The model: a plain map from minute to its newest close, null for no trade, no entry for never answered.
        const model = new Map<number, number | null>();
        const states: Map<number, number | null>[] = [];
        // When each minute was first answered, and when something of it was last seen that was set aside: a row counts as first seen.
        const [answeredAt, rowsAside] = [
          new Map<number, number>(),
          new Map<string, readonly [minute: number, ms: number]>(),
        ];
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
            else continue;
            answeredAt.set(m, answeredAt.get(m) ?? now);
          }
          for (const row of quarantined) {
            const key = JSON.stringify(row);
            rowsAside.set(key, rowsAside.get(key) ?? [row.minute, now]);
          }
          states.push(new Map(model));
          times.push(now);
        }
        const { closes, answered } = await storedCandles(db, 1_420, 1_470);
        for (let i = 0; i < 50; i += 1) {
          const m = at(1_420 + i);
          const said = model.get(m);
          const aside = [...rowsAside.values()].some(
            ([minute, ms]) => minute === m && ms >= (answeredAt.get(m) ?? -Infinity),
          );
          const unsaid = aside ? 2 : said === undefined ? 0 : 1;
          expect([closes[i], answered[i]]).toEqual([said ?? NaN, typeof said === 'number' ? 1 : unsaid]);
        }
        const newestFirst = (await revisions(db)).reverse();
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
