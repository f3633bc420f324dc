import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MeasuredDay } from '../../analysis/days/day';
import type { Candle } from '../../domain/candle';
import type { Asset, Market, Venue } from '../../domain/market';
import { dayOf, minute, minuteRange, MINUTES_PER_DAY, type Minute } from '../../domain/minute';
import { defaultQuestion, type Question } from '../../domain/question';
import { openDatabase, type Database } from '../../store/connection/database';
import { ThreadForTest } from '../../store/days/ahead/testing/threadForTest';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { analyseLong, type LongOptions } from './analyse';
import { daysTouched, decodeAheadOf, FEWEST_DAYS_AHEAD } from './daysAhead';
import { SparseRows } from './sparseRows';

/** Over 2025-09-21, where one piece ends and the next begins. */
const DAYS = 24;
const FIRST = at('2025-09-10T00:00Z');
const WHOLE = minuteRange(FIRST, minute(FIRST + DAYS * MINUTES_PER_DAY));
/** Begins and ends inside a day. */
const WINDOW = minuteRange(minute(FIRST + 425), minute(WHOLE.to - 333));

/** A candle about every third minute, each market in its own minutes; some without base volume, some flat fillers, some far off. */
function candlesOf(seed: number): readonly Candle[] {
  const out: Candle[] = [];
  for (let m = WHOLE.from + seed; m < WHOLE.to; m += 1 + ((m * seed) % 5)) {
    const i = m - WHOLE.from;
    const price = 4 + ((i * 7_919 * seed) % 211) / 10_000 - (i % 1_999 < 12 ? seed / 10 : 0);
    out.push(
      candle(minute(m), price, {
        low: price * 0.999,
        ...(i % 11 === 0
          ? { baseVolume: 0, quoteVolume: 0, trades: i % 2 }
          : i % 7 === 0
            ? { baseVolume: NaN, quoteVolume: 12 * price }
            : {}),
      }),
    );
  }
  return out;
}

const MARKETS: readonly Market[] = [
  ...['binance', 'okx', 'coinbase', 'kraken'].map((venue) => spot(venue, 'ATOM', 'USD')),
  spot('bybit', 'ATOM', 'USDT'),
];
/** Of two days in the middle the second venue says nothing. */
const SILENT = minuteRange(minute(FIRST + 7 * MINUTES_PER_DAY), minute(FIRST + 9 * MINUTES_PER_DAY));

let db: FreshDatabase;
/** The same database, asked over connections of its own: its windows are decoded ahead. */
let beside: Database;
let test: ThreadForTest;
beforeAll(async () => {
  db = await freshDatabase('real');
  for (const [i, market] of MARKETS.entries()) {
    const candles = candlesOf(i + 1);
    const parts = i === 1 ? [minuteRange(WHOLE.from, SILENT.from), minuteRange(SILENT.to, WHOLE.to)] : [WHOLE];
    for (const asked of parts)
      await ledgerOf(db).record([
        answer({ market, asked, candles: candles.filter(({ minute: m }) => m >= asked.from && m < asked.to) }),
      ]);
  }
  // Of minutes without a candle something was set aside, of one of them before it was answered.
  await ledgerOf(db).record(
    [-1, 1].map((later) => {
      const minutes = [...Array(40).keys()].map((i) => minute(FIRST + 12 * MINUTES_PER_DAY + 40 * later + i));
      return answer({
        market: MARKETS[0] as Market,
        asked: minuteRange(minutes[0] as Minute, minute((minutes.at(-1) as Minute) + 1)),
        quarantined: minutes.map((m) => ({ minute: m, reason: 'bad', raw: '?' })),
        askedAtMs: ASKED_AT + later,
      });
    }),
  );
});
afterAll(() => db.drop());

const open = (): void => {
  test = new ThreadForTest();
  beside = openDatabase(db.url);
  decodeAheadOf(beside, test.thread);
};
const asked = (change: Partial<Question> = {}): Question => ({
  ...defaultQuestion('ATOM' as Asset, WINDOW),
  ...change,
});

/** All that is said of a window, its rows in buckets among it. */
async function told(database: Database, question: Question, onDay: LongOptions['onDay'] = () => undefined) {
  const rows = new SparseRows(60, DAYS * MINUTES_PER_DAY);
  const found = await analyseLong({ database, simulated: false }, question, {
    onDay: async (day) => {
      rows.take(day);
      await onDay(day);
    },
  });
  if (!found.ok) return found;
  return { ...found.value, series: rows.seriesOf(found.value.analysis.rows) };
}

/** Node compares tens of thousands of figures in a fraction of the time that the test's runner takes, which is asked what differs. */
function expectSame(found: unknown, plain: unknown): void {
  if (!isDeepStrictEqual(found, plain)) expect(found).toStrictEqual(plain);
}

/** Waits until the day after this one is decoded: it cannot be measured before. */
const slowly = async ({ range }: Pick<MeasuredDay, 'range'>): Promise<void> => {
  const next = dayOf(range.from) - dayOf(FIRST) + 1;
  if (next < DAYS) await test.settled(next);
};

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'answered',
    (failure: unknown) => (failure instanceof Error ? `${failure.name}: ${failure.message}` : failure),
  );

describe('a long window whose days are decoded ahead', () => {
  afterEach(async () => {
    await test.end();
    await beside.close();
  });

  it.each<readonly [Partial<Question>, rows: number]>([
    [{}, 5],
    [{ enter: 0.001 }, 5],
    [{ venues: ['okx' as Venue, 'kraken' as Venue] }, 2],
    [{ reference: { kind: 'all' } }, 5],
    [{ rate: 'none' }, 4],
  ])('is answered to the bit as one decoded in its turn: %o', async (change, rows) => {
    open();
    const plain = await told(db, asked(change));
    expectSame(await told(beside, asked(change), slowly), plain);
    // The first day may be measured before the thread has begun.
    expect(test.decoded).toBeGreaterThanOrEqual(DAYS - 1);
    expect(plain).toHaveProperty('analysis.rows.length', rows);
  });

  it('is answered all the same when the thread dies half-way, and the next window has another thread', async () => {
    open();
    const plain = await told(db, asked());
    const half = await told(beside, asked(), async (day) => {
      if (dayOf(day.range.from) - dayOf(FIRST) < 10) await slowly(day);
      else await test.end();
    });
    expectSame(half, plain);
    expect(test.said).toHaveLength(1);
    expect(test.decoded).toBeLessThan(DAYS - 5);
    expectSame(await told(beside, asked()), plain);
    expect(test.workers).toHaveLength(2);
  });

  it('holds up no other when its reader went away', async () => {
    open();
    const reader = new AbortController();
    const work = analyseLong({ database: beside, simulated: false }, asked(), {
      signal: reader.signal,
      onDay: async (day) => {
        await slowly(day);
        if (dayOf(day.range.from) - dayOf(FIRST) === 3) reader.abort(new Error('nobody waits'));
      },
    });
    await expect(work).rejects.toThrow('nobody waits');
    const before = test.handed;
    await told(beside, asked(), async ({ range }) => {
      const next = dayOf(range.from) - dayOf(FIRST) + 1;
      if (next < DAYS) await test.settled(before + next);
    });
    expect(test.decoded).toBeGreaterThanOrEqual(DAYS - 1);
  });

  it('is decoded in its turn where it is short, or as of an instant', async () => {
    open();
    const short = minuteRange(FIRST, minute(FIRST + (FEWEST_DAYS_AHEAD - 1) * MINUTES_PER_DAY));
    await told(beside, asked({ range: short }));
    await told(beside, asked({ asOf: (ASKED_AT + 5) as Question['asOf'] }));
    expect(test.workers).toEqual([]);
  });

  it.each([
    ['close', 'ColumnUnreadable'],
    ['answered_at', 'AnsweredUnreadable'],
    ['quote_volume', 'ColumnUnreadable'],
  ])('with a damaged %s fails as one decoded in its turn', async (column, name) => {
    open();
    const { rows } = await db.pool.query<{ bytes: Buffer; market_id: number; day: number }>(
      `SELECT ${column} AS bytes, market_id, day FROM market_day WHERE ${column} IS NOT NULL AND day = $1 ORDER BY market_id LIMIT 1`,
      [dayOf(FIRST) + 14],
    );
    const [damaged] = rows;
    const write = (bytes: Buffer | undefined): Promise<unknown> =>
      db.pool.query(`UPDATE market_day SET ${column} = $1 WHERE market_id = $2 AND day = $3`, [
        bytes,
        damaged?.market_id,
        damaged?.day,
      ]);
    await write(Buffer.of(200, 1, 2));
    try {
      const plain = await failureOf(told(db, asked()));
      expect(plain).toContain(name);
      expect(await failureOf(told(beside, asked(), slowly))).toBe(plain);
      expect(test.decoded).toBeGreaterThan(10);
    } finally {
      await write(damaged?.bytes);
    }
  });
});

describe('the days that a range touches', () => {
  it('are those of its first minute, of its last, and between', () => {
    expect(daysTouched(WINDOW)).toEqual({ first: dayOf(FIRST), days: DAYS });
    expect(daysTouched(minuteRange(minute(0), minute(MINUTES_PER_DAY)))).toEqual({ first: 0, days: 1 });
    expect(daysTouched(minuteRange(minute(MINUTES_PER_DAY - 1), minute(MINUTES_PER_DAY + 1)))).toEqual({
      first: 0,
      days: 2,
    });
  });
});
