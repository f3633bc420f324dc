import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANDLE_FIELDS } from '../../domain/candle';
import { decodeDay, encodeDay } from '../codec/day';
import { decodeColumn } from '../codec/decode';
import { encodeColumn } from '../codec/encode';
import { encodeFirst } from '../codec/encodeFirst';
import { presentIn, toIntegers } from '../codec/integers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';

const DAY = 1_440;
/** 2025-10-10. */
const EVENT = 20_371;

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(async () => {
  await db.drop();
});

/** A column of 1,440 slots: a short pattern laid out from some slot on, holes elsewhere or the pattern again. */
const columns = (value: fc.Arbitrary<number>): fc.Arbitrary<Float64Array> =>
  fc
    .record({
      pattern: fc.array(value, { minLength: 1, maxLength: 40 }),
      full: fc.boolean(),
      at: fc.integer({ min: 0, max: DAY - 40 }),
    })
    .map(({ pattern, full, at }) => {
      const column = new Float64Array(DAY).fill(NaN);
      if (full) for (let i = 0; i < DAY; i += 1) column[i] = pattern[i % pattern.length] ?? NaN;
      else column.set(pattern, at);
      return column;
    });

const decimals = fc
  .tuple(fc.integer({ min: -(10 ** 6), max: 10 ** 12 }), fc.integer({ min: 0, max: 9 }))
  .map(([integer, scale]) => integer / 10 ** scale);
const extremes = fc.constantFrom(
  -0,
  0,
  Infinity,
  -Infinity,
  Number.MIN_VALUE,
  -Number.MIN_VALUE,
  2 ** -1022,
  2 ** -1023,
  Number.MAX_VALUE,
  2 ** 51,
  1 / 3,
);
const doubles = fc.oneof(fc.double(), extremes);

/** What Postgres prints is the shortest text that reads back as the same double; -0 and the infinities included. */
const inTypescript = (column: Float64Array): (number | null)[] =>
  Array.from(decodeColumn(encodeColumn(column), DAY), (value) => (Number.isNaN(value) ? null : value));

const prices = fc
  .tuple(fc.integer({ min: 1, max: 10 ** 6 }), fc.constantFrom(0, 2, 5))
  .map(([integer, scale]) => integer / 10 ** scale);
/** Days as venues print them, days of anything, and days in which a close, an open or a volume is missing here and there. */
const days = fc
  .constantFrom(prices, fc.oneof(prices, fc.constant(NaN)), fc.oneof(decimals, doubles, fc.constant(NaN)))
  .chain((value) => {
    const column = columns(value);
    return fc.record({
      open: column,
      high: column,
      low: column,
      close: column,
      baseVolume: column,
      quoteVolume: column,
      trades: column,
    });
  });

/** In the first format. */
const inFirst = (column: Float64Array): Uint8Array | null => {
  const present = presentIn(column);
  if (present === 0) return null;
  const integers = new Float64Array(DAY);
  return encodeFirst(column, present, toIntegers(column, integers), integers);
};

const bytesOf = (encoded: Uint8Array | null): Buffer | null => (encoded === null ? null : Buffer.from(encoded));

describe('candle_column in the database', () => {
  it.each([
    ['decimals', columns(decimals)],
    ['any doubles', columns(doubles)],
    ['both', columns(fc.oneof(decimals, doubles, fc.constant(NaN)))],
  ])('decodes columns of %s exactly as the TypeScript decoder does', async (_, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (column) => {
        const bytes = encodeColumn(column);
        const { rows } = await db.pool.query<{ c: (number | null)[] | null }>('SELECT candle_column($1) AS c', [
          bytes === null ? null : Buffer.from(bytes),
        ]);
        const said = rows[0]?.c ?? new Array<null>(DAY).fill(null);
        const wanted = inTypescript(column);
        expect(said).toHaveLength(DAY);
        expect(said.findIndex((value, slot) => !Object.is(value, wanted[slot]))).toBe(-1);
      }),
      { numRuns: 60 },
    );
  });

  it('decodes columns of the first format exactly as the TypeScript decoder does', async () => {
    await fc.assert(
      fc.asyncProperty(columns(fc.oneof(decimals, doubles, fc.constant(NaN))), async (column) => {
        const bytes = inFirst(column);
        const { rows } = await db.pool.query<{ c: (number | null)[] | null }>('SELECT candle_column($1) AS c', [
          bytesOf(bytes),
        ]);
        const said = rows[0]?.c ?? new Array<null>(DAY).fill(null);
        const wanted = Array.from(decodeColumn(bytes, DAY), (value) => (Number.isNaN(value) ? null : value));
        expect(said.findIndex((value, slot) => !Object.is(value, wanted[slot]))).toBe(-1);
      }),
      { numRuns: 30 },
    );
  });

  it('decodes the columns of a day beside those they rest on exactly as the TypeScript decoder does', async () => {
    await fc.assert(
      fc.asyncProperty(days, async (day) => {
        const encoded = encodeDay(day);
        const { rows } = await db.pool.query<Record<string, (number | null)[] | null>>(
          `WITH c AS (SELECT coalesce(candle_column($1), '{}') AS "close"),
                b AS (SELECT "close", coalesce(candle_column($2, "close"), '{}') AS "open", coalesce(candle_column($3, "close"), '{}') AS "baseVolume" FROM c)
           SELECT b.*, candle_column($4, "close", "open") AS "high", candle_column($5, "close", "open") AS "low",
                  candle_column($6, "close", NULL, "baseVolume") AS "quoteVolume", candle_column($7, "close") AS "trades" FROM b`,
          [
            bytesOf(encoded.close),
            bytesOf(encoded.open),
            bytesOf(encoded.baseVolume),
            bytesOf(encoded.high),
            bytesOf(encoded.low),
            bytesOf(encoded.quoteVolume),
            bytesOf(encoded.trades),
          ],
        );
        const column = (): Float64Array => new Float64Array(DAY);
        const read = {
          open: column(),
          high: column(),
          low: column(),
          close: column(),
          baseVolume: column(),
          quoteVolume: column(),
          trades: column(),
        };
        decodeDay((field) => encoded[field], read);
        for (const field of CANDLE_FIELDS) {
          const given = rows[0]?.[field] ?? [];
          const said = given.length === 0 ? new Array<null>(DAY).fill(null) : given;
          const wanted = Array.from(read[field], (value) => (Number.isNaN(value) ? null : value));
          expect([field, said.findIndex((value, slot) => !Object.is(value, wanted[slot]))]).toEqual([field, -1]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('asks for the columns that one rests on', async () => {
    const close = Float64Array.from({ length: DAY }, (_, i) => 100 + (i % 7));
    const { open } = encodeDay({
      open: close,
      high: close,
      low: close,
      close,
      baseVolume: close,
      quoteVolume: close,
      trades: close,
    });
    await expect(db.pool.query('SELECT candle_column($1)', [bytesOf(open)])).rejects.toThrow(
      'the columns it rests on are to be given with it',
    );
  });

  it('names the tag of bytes it cannot read', async () => {
    await expect(db.pool.query("SELECT candle_column('\\x63')")).rejects.toThrow('tag 99');
  });
});

describe('candles(venue, market, from, to)', () => {
  const field = (values: Readonly<Record<number, number>>): Buffer => {
    const column = new Float64Array(DAY).fill(NaN);
    for (const [slot, value] of Object.entries(values)) column[Number(slot)] = value;
    return Buffer.from(encodeColumn(column) ?? []);
  };
  const ask = async (
    venue: string | null,
    market: string | null,
    from: string | null,
    to: string | null,
  ): Promise<Record<string, unknown>[]> =>
    (await db.pool.query<Record<string, unknown>>('SELECT * FROM candles($1, $2, $3, $4)', [venue, market, from, to]))
      .rows;

  beforeAll(async () => {
    await db.pool.query(
      "INSERT INTO market (id, venue, base, quote, kind) VALUES (1, 'coinbase', 'ATOM', 'USD', 'spot'), (2, 'binance', 'ATOM', 'USDT', 'spot')",
    );
    const insert =
      'INSERT INTO market_day (market_id, source, day, version, open, high, low, close, base_volume, trades) VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9)';
    // 21:20 is slot 1,280. Coinbase and Binance as published; no quote volume said.
    await db.pool.query(insert, [
      1,
      'trades',
      EVENT,
      field({ 1280: 3.56 }),
      field({ 1280: 3.594 }),
      field({ 1280: 3.56 }),
      field({ 1280: 3.594 }),
      field({ 1280: 2425.45 }),
      null,
    ]);
    await db.pool.query(insert, [
      2,
      'rest',
      EVENT,
      field({ 0: 4, 1280: 1.863 }),
      field({ 0: 4, 1280: 2.283 }),
      field({ 0: 4, 1280: 0.001 }),
      field({ 0: 4, 1280: 1.997 }),
      field({ 0: 1, 1280: 98_726.74 }),
      field({ 0: 1, 1280: 1_582 }),
    ]);
    await db.pool.query(insert, [
      2,
      'rest',
      EVENT + 1,
      field({ 0: 3 }),
      field({ 0: 3 }),
      field({ 0: 3 }),
      field({ 0: 3 }),
      field({ 0: 1 }),
      field({ 0: 1 }),
    ]);
  });

  it('answers one row a candle, with NULL for what the source does not say', async () => {
    expect(await ask('coinbase', 'ATOM/USD', '2025-10-10T00:00Z', '2025-10-11T00:00Z')).toEqual([
      {
        venue: 'coinbase',
        market: 'ATOM/USD',
        kind: 'spot',
        source: 'trades',
        minute: new Date('2025-10-10T21:20Z'),
        open: 3.56,
        high: 3.594,
        low: 3.56,
        close: 3.594,
        base_volume: 2425.45,
        quote_volume: null,
        trades: null,
      },
    ]);
  });

  it('takes the first minute of the range and leaves the last', async () => {
    const minutes = async (from: string, to: string): Promise<unknown[]> =>
      (await ask('binance', 'ATOM/USDT', from, to)).map((row) => row['minute']);
    expect(await minutes('2025-10-10T21:20Z', '2025-10-11T00:00Z')).toEqual([new Date('2025-10-10T21:20Z')]);
    expect(await minutes('2025-10-10T21:20:01Z', '2025-10-11T00:00Z')).toEqual([]);
    expect(await minutes('2025-10-10T00:00Z', '2025-10-10T21:20Z')).toEqual([new Date('2025-10-10T00:00Z')]);
    expect(await minutes('2025-10-10T21:20Z', '2025-10-11T00:00:01Z')).toEqual([
      new Date('2025-10-10T21:20Z'),
      new Date('2025-10-11T00:00Z'),
    ]);
  });

  it('takes NULL and the infinities for everything', async () => {
    expect(await ask(null, null, null, null)).toHaveLength(4);
    expect(await ask(null, 'ATOM/USDT', '-infinity', 'infinity')).toHaveLength(3);
  });
});
