import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MINUTES_PER_DAY, startOf, type Day } from '../../domain/minute';
import { answeredRuns } from './decode';
import { encodeAnswered } from './encode';
import { candlesOf } from '../days/candles';
import { encodeColumn } from '../codec/encode';
import { ledgerOf } from '../ledger/ledger';
import { migrate } from '../connection/migrate';
import { ASKED_AT, at, ATOM, range } from '../testing/testAnswers';
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { stampDataset } from '../dataset/dataset';

const OURS = path.join(import.meta.dirname, '..', '..', '..', 'prisma', 'migrations');
/** What the schema was made of before the column. */
const OLD = ['20261123000000_store', '20261123000001_candles_function'];

/** An answered row as it was kept in coverage. */
interface OldRow {
  readonly from: number;
  readonly to: number;
  readonly atMs: number;
}

describe('a database from before the column', () => {
  let db: FreshDatabase;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'migrations-'));
    for (const name of OLD) await cp(path.join(OURS, name), path.join(folder, name), { recursive: true });
    db = await emptyDatabase();
    await migrate(db, folder);
  });
  afterEach(async () => {
    await db.drop();
    await rm(folder, { recursive: true });
  });

  const fill = async (marketId: number, source: string, rows: readonly OldRow[]): Promise<void> => {
    for (const { from, to, atMs } of rows) {
      await db.pool.query(
        'INSERT INTO coverage (market_id, source, from_minute, to_minute, asked_at) VALUES ($1, $2, $3, $4, $5)',
        [marketId, source, at(from), at(to), new Date(atMs)],
      );
    }
  };

  it('says of every minute the same afterwards: when it was first answered, or that it was not', async () => {
    await db.pool.query(
      "INSERT INTO market (id, venue, base, quote, kind) VALUES (1, 'binance', 'ATOM', 'USDT', 'spot'), (2, 'kraken', 'ATOM', 'USD', 'spot')",
    );
    await db.pool.query("INSERT INTO world (id, name) VALUES (1, 'real')");
    await db.pool.query("ALTER TABLE market_day ADD CONSTRAINT market_day_is_of_world CHECK (source <> 'simulated')");
    // The first day has candles and the two after it have none, and so no row; rows overlap, join and leave gaps.
    const open = new Float64Array(MINUTES_PER_DAY).fill(NaN);
    open[20] = 3.5;
    const encoded = Buffer.from(encodeColumn(open) ?? []);
    await db.pool.query(
      'INSERT INTO market_day (market_id, source, day, version, open, high, low, close) VALUES (1, $1, 20371, 7, $2, $2, $2, $2)',
      ['rest', encoded],
    );
    const rows = [
      { from: 0, to: 100, atMs: ASKED_AT + 123 },
      { from: 50, to: 200, atMs: ASKED_AT },
      { from: 60, to: 70, atMs: ASKED_AT + 999 },
      { from: 300, to: 4_000, atMs: ASKED_AT + 5 },
      { from: 4_000, to: 4_001, atMs: ASKED_AT + 4 },
    ];
    await fill(1, 'rest', rows);
    await fill(1, 'archive', [{ from: 1_439, to: 1_441, atMs: ASKED_AT + 77 }]);
    expect(await migrate(db)).toContain('20261123000002_answered_at');
    await stampDataset(db, 'real');

    const first = new Map<number, number>();
    for (const { from, to, atMs } of rows)
      for (let m = from; m < to; m += 1) first.set(m, Math.min(first.get(m) ?? Infinity, atMs));
    const { rows: days } = await db.pool.query<{ day: Day; version: number; answered_at: Buffer; open: Buffer | null }>(
      "SELECT day, version, answered_at, open FROM market_day WHERE market_id = 1 AND source = 'rest' ORDER BY day",
    );
    expect(days.map(({ day, version }) => [day, version])).toEqual([
      [20_371, 8],
      [20_372, 1],
      [20_373, 1],
    ]);
    expect(days[0]?.open).toEqual(encoded);
    for (const { day, answered_at } of days) {
      for (const { from, to, atMs } of answeredRuns(answered_at)) {
        for (let slot = from; slot < to; slot += 1) expect(first.get(startOf(day) + slot - at(0))).toBe(atMs);
      }
    }
    const ledger = ledgerOf(db);
    expect(await ledger.answered(ATOM, 'rest', range(0, 10_000))).toEqual([range(0, 200), range(300, 4_001)]);
    expect(await ledger.answered(ATOM, 'archive', range(0, 10_000))).toEqual([range(1_439, 1_441)]);
    const [columns] = await candlesOf(db, [{ market: ATOM, source: 'rest' }], range(19, 22));
    expect([Array.from(columns?.close ?? []), Array.from(columns?.answered ?? [])]).toEqual([
      [NaN, 3.5, NaN],
      [1, 1, 1],
    ]);
    expect((await db.pool.query('SELECT * FROM coverage')).rows).toEqual([]);
  });

  it('is written byte for byte as the application writes it', async () => {
    await db.pool.query(
      "INSERT INTO market (id, venue, base, quote, kind) VALUES (1, 'binance', 'ATOM', 'USDT', 'spot')",
    );
    const day = new Float64Array(MINUTES_PER_DAY).fill(NaN);
    const rows = Array.from({ length: 60 }, (_, i) => ({
      from: i * 24 + (i % 3),
      to: i * 24 + 20,
      atMs: i % 2 === 0 ? ASKED_AT + i * 3_600_000 : i,
    }));
    for (const { from, to, atMs } of rows) day.fill(atMs, from, to);
    await fill(1, 'rest', rows);
    await migrate(db);
    const { rows: stored } = await db.pool.query<{ answered_at: Buffer }>('SELECT answered_at FROM market_day');
    expect(stored).toEqual([{ answered_at: Buffer.from(encodeAnswered(day) ?? []) }]);
  });
});

describe('answered_runs in the database', () => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase('real');
  });
  afterAll(async () => {
    await db.drop();
  });

  it('reads a column exactly as the TypeScript decoder does', async () => {
    const run = fc.record({
      length: fc.integer({ min: 1, max: 300 }),
      when: fc.option(fc.integer({ min: 0, max: Date.UTC(3000, 0, 1) - 1 }), { nil: NaN }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 20 }), async (runs) => {
        const day = new Float64Array(MINUTES_PER_DAY).fill(NaN);
        let from = 0;
        for (const { length, when } of runs) day.fill(when, from, (from += length));
        const bytes = encodeAnswered(day);
        fc.pre(bytes !== null);
        const { rows } = await db.pool.query<{ from_slot: number; to_slot: number; answered_at: Date | null }>(
          'SELECT * FROM answered_runs($1)',
          [Buffer.from(bytes)],
        );
        expect(rows.map((row) => ({ from: row.from_slot, to: row.to_slot, atMs: row.answered_at?.getTime() }))).toEqual(
          answeredRuns(bytes),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('names the tag of bytes it cannot read', async () => {
    await expect(db.pool.query("SELECT * FROM answered_runs('\\x63')")).rejects.toThrow('tag 99');
  });
});
