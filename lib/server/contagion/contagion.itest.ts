import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contagionAnswer, type ContagionAnswer } from '../../api/contagion';
import type { Candle } from '../../domain/candle';
import { instant } from '../../domain/instant';
import type { Asset, Kind } from '../../domain/market';
import { parseRange, plus, type MinuteRange } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { contagionText } from '../../words/en/cli/contagion';
import { csvText } from '../forms/csv';
import { contagion } from './contagion';
import { contagionTable } from './table';
import { strictly } from '../../api/testing/strictly';

const WINDOW = promised(parseRange('2025-10-10T21:00Z', '2025-10-10T21:10Z'));
const ALL = { from: plus(WINDOW.from, -60), to: WINDOW.to };
/** Long enough for a day's verdict on namesakes: 240 minutes of common trades. */
const LONG = { from: plus(WINDOW.from, -240), to: WINDOW.to };

interface Shape {
  readonly price?: number;
  readonly without?: readonly number[];
  readonly asked?: MinuteRange;
}

/** A book at 4 whose low is another in some minutes, counted from the window's first; `without`: minutes without a row. */
function book(
  [venue, base, quote, kind = 'spot']: readonly [string, string, string, Kind?],
  lows: Readonly<Record<number, number>>,
  { price = 4, without = [], asked = ALL }: Shape = {},
) {
  const candles = Array.from({ length: asked.to - asked.from }, (_, i): Candle => {
    const low = lows[i + asked.from - WINDOW.from] ?? price;
    const volume = kind === 'mark' || kind === 'index' ? { baseVolume: NaN } : {};
    return candle(plus(asked.from, i), price, { low, close: low, ...volume });
  });
  return answer({
    market: { ...spot(venue, base, quote), kind },
    asked,
    candles: candles.filter(({ minute }) => !without.includes(minute - WINDOW.from)),
  });
}

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
  const until = (minutes: number): MinuteRange => ({ from: ALL.from, to: plus(WINDOW.from, minutes) });
  const since = (minutes: number): MinuteRange => ({ from: plus(WINDOW.from, minutes), to: WINDOW.to });
  await ledgerOf(db).record([
    book(['binance', 'ATOM', 'USDT'], { 3: 2 }),
    book(['binanceusdm', 'ATOM', 'USDT', 'perp'], { 3: 3, 5: 1 }),
    // 7 × 4 for a contract of another unit: what counts is its own level.
    book(['binanceusdm', 'ATOM', 'USDT', 'mark'], { 4: 21 }, { price: 28 }),
    book(['binanceusdm', 'ATOM', 'USDT', 'index'], {}),
    book(['coinbase', 'ATOM', 'USD'], { 6: 3 }, { without: [4, 5] }),
    book(['coinbase', 'ATOM', 'USDC'], { 6: 3 }),
    // Of minute 2 nothing is known.
    book(['kraken', 'ATOM', 'USD'], {}, { asked: until(2) }),
    book(['kraken', 'ATOM', 'USD'], { 7: 3 }, { asked: since(3) }),
    // Too few closes before the window.
    book(['okx', 'ATOM', 'USDT'], { 0: 1 }, { asked: since(-29) }),
    // Another coin under the same ticker, spot and perpetual, that fell in the first minute; and a book that a venue lists twice.
    ...['binance', 'kraken', 'okx', 'bybit'].map((venue) =>
      book([venue, 'SOL', 'USD'], { 5: 2 }, { asked: LONG, price: venue === 'okx' ? 3.989 : 4 }),
    ),
    book(['gate', 'SOL', 'USD'], { 0: 0.001 }, { asked: LONG, price: 0.004 }),
    book(['gatefutures', 'SOL', 'USD', 'perp'], { 0: 0.001 }, { asked: LONG, price: 0.004 }),
    book(['gatefutures', 'SOL', 'USD', 'index'], { 0: 0.001 }, { asked: LONG, price: 0.004 }),
    book(['bybit', 'SOL', 'USDC'], { 5: 2 }, { asked: LONG }),
    book(['binance', 'WBETH', 'USDT'], { 4: 1_000 }, { price: 4_000 }),
    book(['binanceusdm', 'WBETH', 'USDT', 'index'], { 4: 2_800 }, { price: 4_000 }),
  ]);
});
afterAll(() => db.drop());

async function asked(
  base: string,
  over: { readonly range?: MinuteRange; readonly asOf?: number } = {},
): Promise<ContagionAnswer> {
  const found = await contagion(
    { database: db, simulated: false },
    {
      asset: base as Asset,
      range: over.range ?? WINDOW,
      asOf: over.asOf === undefined ? undefined : instant(over.asOf),
    },
  );
  if (!found.ok) throw new Error(found.message);
  return strictly(contagionAnswer).parse(found.value);
}

describe('which book fell first', () => {
  it('is told of every kind of book, by its own level, with ties, holes and silences', async () => {
    const { books, orders, leftOut } = await asked('ATOM');
    const of20 = books.map(({ venue, kind, level, falls }) => {
      const { state, seen, earliest, behindLeast, behindMost } = falls[2] ?? {};
      const clock = (iso: string | null | undefined) => iso?.slice(11, 16) ?? null;
      return [venue, kind, level, state, clock(earliest), clock(seen), behindLeast, behindMost];
    });
    expect(of20).toEqual([
      ['binance', 'spot', 4, 'fell', '21:03', '21:03', 0, 0],
      ['binanceusdm', 'index', 4, 'held', null, null, null, null],
      ['binanceusdm', 'mark', 28, 'fell', '21:04', '21:04', 1, 1],
      ['binanceusdm', 'perp', 4, 'fell', '21:03', '21:03', 0, 0],
      ['coinbase', 'spot', 4, 'fell', '21:04', '21:06', 1, 3],
      ['kraken', 'spot', 4, 'fell', '21:02', '21:07', -1, 4],
      ['okx', 'spot', null, 'no-level', null, null, null, null],
    ]);
    expect(orders.map(({ level, first, firsts, maybe }) => [level, first, firsts, maybe])).toEqual([
      [0.05, '2025-10-10T21:03Z', [0, 3], [5]],
      [0.1, '2025-10-10T21:03Z', [0, 3], [5]],
      [0.2, '2025-10-10T21:03Z', [0, 3], [5]],
      // Of Kraken's minute it is not known either how low it was.
      [0.5, '2025-10-10T21:03Z', [0], [5]],
    ]);
    expect(books[5]).toMatchObject({ silent: 0, unknown: 1, closes: 60, falls: [{}, {}, {}, { state: 'unknown' }] });
    expect(books[4]).toMatchObject({
      silent: 2,
      unknown: 0,
      lowest: { minute: '2025-10-10T21:06Z', low: 3, ratio: -0.25 },
    });
    expect(leftOut).toMatchObject([
      { venue: 'coinbase', market: 'ATOM/USDC', why: 'alias', aliasOf: 'ATOM/USD', days: ['2025-10-10'] },
    ]);
  });

  it('is told of no namesake and of no book twice: they are named apart, with the reason', async () => {
    const { books, orders, leftOut } = await asked('SOL');
    expect(books.map(({ venue, kind }) => `${venue} ${kind}`)).toEqual([
      ...['binance', 'bybit', 'kraken', 'okx'].map((venue) => `${venue} spot`),
    ]);
    expect(orders[2]).toMatchObject({ first: '2025-10-10T21:05Z', firsts: [0, 1, 2, 3] });
    expect(leftOut.map(({ venue, market, kind, why, aliasOf }) => [venue, market, kind, why, aliasOf])).toEqual([
      ['bybit', 'SOL/USDC', 'spot', 'suspected alias', 'SOL/USD'],
      ['gate', 'SOL/USD', 'spot', 'suspected namesake', null],
      ['gatefutures', 'SOL/USD', 'index', 'suspected namesake', null],
      ['gatefutures', 'SOL/USD', 'perp', 'suspected namesake', null],
    ]);
    for (const { why, factor } of leftOut) if (why === 'suspected namesake') expect(factor).toBeCloseTo(0.001, 6);
    expect(contagionText(await asked('SOL'))).toContain(
      'Left out: Gate SOL/USD (suspected to be another coin or unit: 0.001 times the other venues’ median, on 2025-10-10).',
    );
  });

  it('has half of an index’s move explained by 20 % of its own spot, and no figure where no weight was published', async () => {
    const { ownShares } = await asked('WBETH');
    expect(ownShares).toHaveLength(1);
    expect(ownShares[0]).toMatchObject({ venue: 'binance', weight: 0.2, at: { minute: '2025-10-10T21:04Z' } });
    expect(ownShares[0]?.at?.share).toBeCloseTo(0.5, 12);
    expect((await asked('ATOM')).ownShares).toEqual([]);
    const later = promised(parseRange('2025-10-11T00:00Z', '2025-10-11T01:00Z'));
    expect((await asked('WBETH', { range: later })).ownShares).toEqual([]);
  });

  it('is nothing as of a moment before anything was answered, and where minutes begin', async () => {
    const before = await contagion(
      { database: db, simulated: false },
      { asset: 'ATOM' as Asset, range: WINDOW, asOf: instant(ASKED_AT - 1) },
    );
    expect(before.ok).toBe(false);
    const { books } = await asked('ATOM', { range: promised(parseRange('1970-01-01T00:00Z', '1970-01-01T00:10Z')) });
    expect(books.every(({ level }) => level === null)).toBe(true);
  });

  it('is the same in the text and in the rows of CSV', async () => {
    const found = await asked('ATOM');
    expect(contagionText(found)).toContain(
      'ATOM: Binance ATOM/USDT and Binance USD-M ATOM/USDT perpetual were first, in the same minute, to be 20 % below their own level, at 21:03 UTC on 2025-10-10. 2 more followed, the last seen after 3 min. 1 more may have been as early: not all of their minutes are known.',
    );
    expect(contagionText(found)).toContain('20 % not known between 21:02 and 21:07 UTC (−1 to 4 min behind)');
    const rows = csvText(contagionTable(found)).trim().split('\n');
    expect(rows).toHaveLength(1 + 7 * 4);
    expect(rows[3]).toBe(
      'ATOM,binance,ATOM/USDT,spot,rest,0.2,fell,2025-10-10T21:03Z,2025-10-10T21:03Z,2,-0.5,0,0,4,60,0,0,false',
    );
  });
});
