import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../domain/instant';
import type { Ledger } from '../../domain/observation';
import { candlesOf } from '../days/candles';
import { ledgerOf } from './ledger';
import { answer, ASKED_AT, at, ATOM, candle, range } from '../testing/testAnswers';
import { emptied } from '../testing/emptied';
import { everything, revisions } from '../testing/stored';
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

describe('an answer that says less', () => {
  const minutes = [0, 1, 2];
  const withQuote = minutes.map((i) => candle(at(i), 3 + i, { quoteVolume: 30 + i, trades: 7 }));
  const without = minutes.map((i) => candle(at(i), 3 + i));
  const kept = async (): Promise<unknown> => {
    const [columns] = await candlesOf(db, REST, range(0, 3));
    return [Array.from(columns?.quoteVolume ?? []), Array.from(columns?.trades ?? [])];
  };

  it('is no other answer: nothing is revised, and what was known stays', async () => {
    await ledger.record([answer({ asked: range(0, 3), candles: withQuote })]);
    const before = await everything(db);
    expect(await ledger.record([answer({ asked: range(0, 3), candles: without, askedAtMs: ASKED_AT + HOUR })])).toEqual(
      { added: 0, unchanged: 3, revised: 0 },
    );
    expect(await everything(db)).toBe(before);
  });

  it('before one that says more is revised by it, and was what was known until then', async () => {
    await ledger.record([answer({ asked: range(0, 3), candles: without })]);
    expect(
      await ledger.record([answer({ asked: range(0, 3), candles: withQuote, askedAtMs: ASKED_AT + HOUR })]),
    ).toEqual({ added: 0, unchanged: 0, revised: 3 });
    expect(await kept()).toEqual([
      [30, 31, 32],
      [7, 7, 7],
    ]);
    const [then] = await candlesOf(db, REST, range(0, 3), { asOf: instant(ASKED_AT) });
    expect(Array.from(then?.quoteVolume ?? [])).toEqual([NaN, NaN, NaN]);
  });

  it('and came late leaves what is known now', async () => {
    await ledger.record([answer({ asked: range(0, 3), candles: without, askedAtMs: ASKED_AT + HOUR })]);
    expect(await ledger.record([answer({ asked: range(0, 3), candles: withQuote })])).toEqual({
      added: 0,
      unchanged: 0,
      revised: 3,
    });
    expect(await kept()).toEqual([
      [30, 31, 32],
      [7, 7, 7],
    ]);
    expect(await revisions(db)).toEqual([]);
  });
});
