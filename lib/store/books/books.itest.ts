import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Source } from '../../domain/market';
import { ledgerOf } from '../ledger/ledger';
import { longerLedgerOf } from '../longer/longerLedger';
import { emptied } from '../testing/emptied';
import { answer, ASKED_AT, at, ATOM, attempt, candle, range, spot } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { migrate } from '../connection/migrate';
import { recount } from './recount';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());
beforeEach(() => emptied(db));

const MARKETS = [ATOM, spot('kraken', 'ATOM', 'USD'), { ...ATOM, kind: 'mark' as const }];
const SOURCES: readonly Source[] = ['rest', 'archive'];

/** Something that is written, around the midnight between two days. */
const writes = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('answer' as const),
      market: fc.constantFrom(...MARKETS),
      source: fc.constantFrom(...SOURCES),
      from: fc.integer({ min: 1430, max: 1448 }),
      length: fc.integer({ min: 1, max: 8 }),
      said: fc.array(fc.constantFrom('none', 'traded', 'filler', 'moved', 'unsaid', 'aside'), {
        minLength: 8,
        maxLength: 8,
      }),
      price: fc.integer({ min: 9, max: 11 }),
      asked: fc.integer({ min: 0, max: 4 }),
      unnamed: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('attempt' as const),
      market: fc.constantFrom(...MARKETS),
      source: fc.constantFrom(...SOURCES),
      from: fc.integer({ min: 1430, max: 1448 }),
      length: fc.integer({ min: 1, max: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('longer' as const),
      market: fc.constantFrom(...MARKETS),
      source: fc.constantFrom(...SOURCES),
      aside: fc.constantFrom(1430, 1435, 1440, 1445),
      asked: fc.integer({ min: 0, max: 4 }),
    }),
  },
);
type Write = typeof writes extends fc.Arbitrary<infer W> ? W : never;

const whenAsked = (asked: number): number => ASKED_AT + asked * 60_000;

async function write(one: Write): Promise<void> {
  const { market, source } = one;
  if (one.what === 'attempt') {
    await ledgerOf(db).attempted([attempt({ market, source, asked: range(one.from, one.from + one.length) })]);
  } else if (one.what === 'longer') {
    await longerLedgerOf(db).record([
      {
        market,
        source,
        timeframe: '5m',
        asked: range(1430, 1450),
        candles: [],
        quarantined: [{ minute: at(one.aside), reason: 'low above high', raw: `[${String(one.asked)}]` }],
        askedAtMs: whenAsked(one.asked),
        provenance: [],
      },
    ]);
  } else {
    const said = Array.from({ length: one.length }, (_, i) => ({ minute: at(one.from + i), said: one.said[i] }));
    await ledgerOf(db).record([
      answer({
        market,
        source,
        asked: range(one.from, one.from + one.length),
        askedAtMs: whenAsked(one.asked),
        candles: said.flatMap(({ minute, said: what }) => {
          if (what === 'traded') return [candle(minute, one.price)];
          if (what === 'filler') return [candle(minute, one.price, { baseVolume: 0 })];
          if (what === 'moved') return [candle(minute, one.price, { baseVolume: 0, high: one.price + 1 })];
          if (what === 'unsaid') return [candle(minute, one.price, { baseVolume: NaN })];
          return [];
        }),
        quarantined: [
          ...said.flatMap(({ minute, said: what }) =>
            what === 'aside' ? [{ minute, reason: 'low above high', raw: `[${String(one.price)}]` }] : [],
          ),
          ...(one.unnamed ? [{ minute: undefined, reason: 'not a row', raw: `"${String(one.price)}"` }] : []),
        ],
      }),
    ]);
  }
}

/** What the tables say, without the numbers of transactions and versions. */
const counted = async (): Promise<unknown> => {
  const [books, days] = await Promise.all(
    ['stored_book', 'stored_day'].map(async (table) => {
      const { rows } = await db.pool.query<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(t) - 'version' - 'changed' - 'created' - 'whole_version' - 'whole_changed' AS row FROM ${table} t ORDER BY 1`,
      );
      return rows.map(({ row }) => row);
    }),
  );
  return { books, days };
};

describe('what is stored, counted as it is written', () => {
  it('is what a full count finds, whatever was written in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(writes, { minLength: 1, maxLength: 12 }), async (all) => {
        await emptied(db);
        for (const one of all) await write(one);
        const before = await counted();
        const { differing } = await recount(db);
        expect(differing).toEqual([]);
        expect(await counted()).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it('is what a full count finds after writers of one book wrote its days at once', async () => {
    const days = Array.from({ length: 8 }, (_, day) => day);
    const ledgers = [0, 1, 2, 3].map(() => ledgerOf(db));
    await Promise.all(
      ledgers.flatMap((ledger, i) =>
        days.map((day) =>
          ledger.record([
            answer({
              asked: range(day * 1440 + i * 10, day * 1440 + i * 10 + 10),
              candles: [candle(at(day * 1440 + i * 10), 10)],
              quarantined: [{ minute: at(day * 1440 + i * 10 + 1), reason: 'low above high', raw: '[]' }],
            }),
          ]),
        ),
      ),
    );
    const { rows } = await db.pool.query(
      'SELECT candles, answered_minutes, quarantined, set_aside, version FROM stored_book',
    );
    expect(rows).toEqual([{ candles: 32, answered_minutes: 32 * 9, quarantined: 32, set_aside: 32, version: 32 }]);
    expect((await recount(db)).differing).toEqual([]);
  });
});

describe('a database filled before there were counts', () => {
  it('has the same counts once its books, noted by the migration, are counted', async () => {
    for (const from of [1430, 1435, 1440, 4320]) {
      await ledgerOf(db).record([
        answer({
          asked: range(from, from + 12),
          candles: [candle(at(from), 10 + from), candle(at(from + 1), 10, { baseVolume: 0 })],
          quarantined: [{ minute: at(from + 7), reason: 'low above high', raw: '[]' }],
          askedAtMs: ASKED_AT + from,
        }),
      ]);
    }
    const expected = await counted();
    await db.pool.query(
      `DROP TABLE stored_book; DROP TABLE stored_day; CREATE TABLE day_leaf (); DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_stored_books';
       ALTER TABLE revision DROP CONSTRAINT revision_pkey, ADD CONSTRAINT revision_pkey PRIMARY KEY (id); DROP INDEX revision_id_idx;
       DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_spread'`,
    );
    expect(await migrate(db)).toEqual(['20261127100000_stored_books', '20261128190000_spread']);
    const seen: number[] = [];
    const { books } = await recount(db, { uncounted: true, onProgress: (done, of) => seen.push(done / of) });
    expect([books, seen]).toEqual([1, [1]]);
    expect(await counted()).toEqual(expected);
    expect(await recount(db, { uncounted: true })).toEqual({ books: 0, differing: [] });
  });
});

describe('a recount', () => {
  const wrongly = async (statement: string): Promise<void> => {
    await ledgerOf(db).record([
      answer({
        asked: range(1435, 1445),
        candles: [candle(at(1436), 10), candle(at(1440), 10, { baseVolume: 0 })],
        quarantined: [{ minute: at(1442), reason: 'low above high', raw: '[]' }],
      }),
    ]);
    await db.pool.query(statement);
  };

  it.each([
    ['a count of a day', 'UPDATE stored_day SET candles = candles + 1 WHERE candles > 0', 2, false],
    ['of which version of a day its counts are', 'UPDATE stored_day SET row_version = row_version + 1', 2, false],
    ['a hash', "UPDATE stored_day SET leaf = '\\x00'", 2, false],
    ['a day that is missing', 'DELETE FROM stored_day', 2, false],
    [
      'a day too many',
      'INSERT INTO stored_day SELECT market_id, source, 7, 1, changed, 0,0,0,0,0,0,0,0, NULL, NULL, layout, NULL, 0 FROM stored_day LIMIT 1',
      1,
      false,
    ],
    ['a count of a book', 'UPDATE stored_book SET moved = 7', 0, true],
    ['what a book answered', "UPDATE stored_book SET answered = '{}'", 0, true],
    ['a book that is missing', 'DELETE FROM stored_book', 0, true],
    ['a book stored before there were counts', 'UPDATE stored_book SET counted = false', 0, true],
  ])('finds %s and puts it right', async (_, statement, days, book) => {
    await wrongly('SELECT 1');
    const right = await counted();
    await emptied(db);
    await wrongly(statement);
    expect((await recount(db)).differing).toEqual([{ market: ATOM, source: 'rest', days, book }]);
    const strip = (all: unknown): unknown =>
      JSON.parse(JSON.stringify(all, (key, value: unknown) => (key === 'market_id' ? 0 : value)));
    expect(strip(await counted())).toEqual(strip(right));
    expect((await recount(db)).differing).toEqual([]);
  });

  it('counts only the books stored before there were counts, where it is asked for those', async () => {
    await wrongly('UPDATE stored_book SET candles = 99');
    expect(await recount(db, { uncounted: true })).toEqual({ books: 0, differing: [] });
    await db.pool.query('UPDATE stored_book SET counted = false');
    expect(await recount(db, { uncounted: true })).toMatchObject({ books: 1 });
  });
});
