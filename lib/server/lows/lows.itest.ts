import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lowsAnswer, type LowsAnswer } from '../../api/lows';
import { instant } from '../../domain/instant';
import type { Lows } from '../../domain/lows';
import type { Asset } from '../../domain/market';
import { minuteRange, plus } from '../../domain/minute';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { lowsChoices } from './choices';
import { lows } from './lows';

const FROM = at('2025-10-10T21:00Z');
const WINDOW = minuteRange(FROM, plus(FROM, 10));
const ASKED: Lows = { range: WINDOW, assets: undefined, asOf: undefined };
const LATER = instant(ASKED_AT + 3_600_000);

let db: FreshDatabase;
let context: Context;

/** A venue's ten minutes at 4 USD, but for one low and one high; `minutes`: of how many it answered. */
function book(
  venue: string,
  asset: string,
  {
    low = 4,
    high = 4,
    minutes = 10,
    quote = 'USD',
  }: Partial<Record<'low' | 'high' | 'minutes', number>> & { quote?: string } = {},
) {
  return answer({
    market: spot(venue, asset, quote),
    asked: minuteRange(FROM, plus(FROM, minutes)),
    candles: Array.from({ length: minutes }, (_, i) =>
      candle(plus(FROM, i), 4, { ...(i === 3 ? { low } : {}), ...(i === 5 ? { high } : {}) }),
    ),
  });
}

beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  const ledger = ledgerOf(db);
  await ledger.record([
    // ATOM: 1 against 2 is −50 %; 8 against 5 is +60 %. Kraken was not asked about its last two minutes.
    book('binance', 'ATOM', { low: 1 }),
    book('coinbase', 'ATOM', { low: 2, high: 5 }),
    book('gate', 'ATOM', { low: 3 }),
    book('okx', 'ATOM', { low: 3.5, high: 8 }),
    book('kraken', 'ATOM', { low: 0.5, minutes: 8 }),
    // DOGE: two equally low, so none is lowest; okx highest, 4.5 against 4.
    book('binance', 'DOGE', { low: 2 }),
    book('coinbase', 'DOGE', { low: 2 }),
    book('gate', 'DOGE'),
    book('okx', 'DOGE', { high: 4.5 }),
    // SOL: three venues.
    book('binance', 'SOL', { low: 1 }),
    book('coinbase', 'SOL'),
    book('gate', 'SOL'),
    // XRP: one day later alone.
    answer({
      market: spot('okx', 'XRP', 'USD'),
      asked: minuteRange(plus(FROM, 1_440), plus(FROM, 1_441)),
      candles: [candle(plus(FROM, 1_440), 1)],
    }),
  ]);
});
afterAll(() => db.drop());

async function asked(change: Partial<Lows> = {}): Promise<LowsAnswer> {
  const shares: number[] = [];
  const found = await lows(context, { ...ASKED, ...change }, { onProgress: (share) => shares.push(share) });
  if (!found.ok) throw new Error(found.message);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  return lowsAnswer.parse(found.value);
}

describe('who stood lowest of all', () => {
  it('is the venue whose low is lowest, with its minute and the gap to the next', async () => {
    const { assets } = await asked();
    expect(assets.map(({ asset }) => asset)).toEqual(['ATOM', 'DOGE', 'SOL']);
    const [atom] = assets;
    expect(atom).toMatchObject({
      ranked: true,
      lowest: { venue: 'binance', secondVenue: 'coinbase', gap: -0.5, uncertainty: 0, wide: true },
      highest: { venue: 'okx', secondVenue: 'coinbase', gap: 8 / 5 - 1, uncertainty: 0, wide: true },
      unranked: [{ venue: 'kraken', why: 'not-fetched', minutes: 2 }],
    });
    expect(atom?.lows.map(({ venue, price }) => [venue, price])).toEqual([
      ['binance', 1],
      ['coinbase', 2],
      ['gate', 3],
      ['okx', 3.5],
    ]);
    expect(atom?.lows[0]).toEqual({
      venue: 'binance',
      market: 'ATOM/USD',
      minute: '2025-10-10T21:03Z',
      price: 1,
      rateRule: 'usd',
      rateUncertainty: 0,
    });
    expect(atom?.digest).toMatch(/^sha256:/);
  });

  it('is nobody where nothing is stored, and no day is gone through for it', async () => {
    const shares: number[] = [];
    const range = minuteRange(at('1971-01-01T00:00Z'), at('1972-01-01T00:00Z'));
    const found = await lows(context, { ...ASKED, range }, { onProgress: (share) => shares.push(share) });
    expect(found.ok && found.value.assets).toEqual([]);
    expect(shares).toEqual([1]);
  });

  it('has none of assets that there is no data of, now or as known then', async () => {
    const found = (assets: readonly string[], asOf?: number) =>
      lows(context, { ...ASKED, assets: assets as Asset[], ...(asOf === undefined ? {} : { asOf: instant(asOf) }) });
    expect(await found(['IOTX'])).toMatchObject({
      ok: false,
      status: 404,
      code: 'not-held',
      message: expect.stringMatching(/^No data for IOTX; load some with /) as string,
    });
    expect(await found(['IOTX', 'DOGEE'])).toMatchObject({ status: 404, message: 'No data for IOTX and DOGEE.' });
    expect(await found(['DOGE'], 0)).toMatchObject({ status: 404, code: 'not-held' });
    // Stored, but not in the window.
    expect(await found(['XRP'])).toMatchObject({ ok: true, value: { assets: [] } });
  });

  it('names an asset that there is no data for; one that is stored on other days alone has some', async () => {
    const { assets, notes } = await asked({ assets: ['DOGE', 'XRP', 'IOTX'] as Asset[] });
    expect(assets.map(({ asset }) => asset)).toEqual(['DOGE']);
    expect(notes).toContain('No data for IOTX.');
    expect((await asked({ assets: ['DOGE', 'XRP'] as Asset[] })).notes.join(' ')).not.toContain('No data');
  });

  it('is nobody of equals, and of fewer than four venues', async () => {
    const { assets } = await asked();
    expect(assets.slice(1)).toMatchObject([
      { asset: 'DOGE', ranked: true, lowest: null, highest: { venue: 'okx', gap: 4.5 / 4 - 1, wide: true } },
      { asset: 'SOL', ranked: false, lowest: null, highest: null },
    ]);
  });

  it('is counted venue by venue in the assets in which each was ranked', async () => {
    const { venues, notes } = await asked();
    expect(venues.map(({ venue, ranked, lowest, highest }) => [venue, ranked, lowest, highest.assets])).toEqual([
      ['binance', 2, { assets: 1, share: 0.5, wide: 1 }, 0],
      ['coinbase', 2, { assets: 0, share: 0, wide: 0 }, 0],
      ['gate', 2, { assets: 0, share: 0, wide: 0 }, 0],
      ['okx', 2, { assets: 0, share: 0, wide: 0 }, 2],
    ]);
    expect(notes.at(-1)).toBe('1 of 3 assets: fewer than four venues are known in every minute, so none is ranked.');
  });

  it('is asked of some assets, and as of a moment', async () => {
    expect((await asked({ assets: ['DOGE' as Asset] })).assets.map(({ asset }) => asset)).toEqual(['DOGE']);
    await ledgerOf(db).record([{ ...book('bitstamp', 'ATOM', { low: 0.25 }), askedAtMs: LATER }]);
    expect((await asked()).assets[0]?.lowest?.venue).toBe('bitstamp');
    expect((await asked({ asOf: instant(ASKED_AT + 60_000) })).assets[0]?.lowest?.venue).toBe('binance');
  });

  it('is asked of no asset where the window holds no data', async () => {
    const before = minuteRange(at('2024-01-01T00:00Z'), at('2024-01-01T00:10Z'));
    expect(await asked({ range: before })).toMatchObject({
      assets: [],
      venues: [],
      notes: ['No data in this window, so nothing was ranked.'],
    });
  });

  it('stops where nobody waits any more', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(lows(context, ASKED, { signal: gone })).rejects.toThrow('gone');
  });
});

it('the page opens with the event where there is data of it', async () => {
  expect(await lowsChoices(context)).toMatchObject({
    window: { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' },
    assets: ['ATOM', 'DOGE', 'SOL', 'XRP'],
  });
});
