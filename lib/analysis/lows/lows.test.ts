import { describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../../domain/market';
import { minute } from '../../domain/minute';
import { lowestOfAll, lowsOf } from './lows';
import type { Extreme, VenueExtremes } from './windowExtremes';

const extreme = (venue: string, price: number, uncertainty = 0): Extreme => ({
  venue: venue as Venue,
  market: { venue: venue as Venue, base: 'ATOM' as Asset, quote: 'USDT', kind: 'spot' },
  minute: minute(29_335_520),
  price,
  rateRule: 'legs',
  uncertainty,
});
/** A venue of which every minute is known, and whose high is ten times its low, changed as given. */
const venue = (id: string, low: number, change: Partial<VenueExtremes> = {}, uncertainty = 0): VenueExtremes => ({
  venue: id as Venue,
  low: extreme(id, low, uncertainty),
  high: extreme(id, 10 * low, uncertainty),
  notFetched: 0,
  setAside: 0,
  leftOut: 0,
  ...change,
});
const four = [venue('binance', 0.8), venue('bybit', 1), venue('gate', 2), venue('okx', 4)];

describe('the lowest of all venues', () => {
  it('stands below the second-lowest by the gap: 0.8 to 1 is −20 %, 40 to 20 is +100 %', () => {
    const { lowest, highest, lows, highs } = lowsOf(four);
    expect([lowest?.first.venue, lowest?.second.venue, lowest?.isWide]).toEqual(['binance', 'bybit', true]);
    expect(lowest?.gap).toBeCloseTo(-0.2, 12);
    expect([highest?.first.venue, highest?.second.venue, highest?.gap, highest?.isWide]).toEqual([
      'okx',
      'gate',
      1,
      true,
    ]);
    expect(lows.map(({ price }) => price)).toEqual([0.8, 1, 2, 4]);
    expect(highs.map(({ price }) => price)).toEqual([40, 20, 10, 8]);
  });

  it('is nobody where two are equally low; who is highest is another matter', () => {
    const { lowest, highest, isRanked } = lowsOf([venue('kraken', 0.8), ...four]);
    expect([lowest, isRanked, highest?.first.venue]).toEqual([undefined, true, 'okx']);
  });

  it('has the first by name of equals next to it', () => {
    expect(lowsOf([...four, venue('bitget', 1)]).lowest?.second.venue).toBe('bitget');
  });

  it('is asked of at least four venues', () => {
    const few = lowsOf(four.slice(0, 3));
    expect([few.isRanked, few.lowest, few.highest, few.lows.length]).toEqual([false, undefined, undefined, 3]);
  });

  it('counts its gap as wide only where both uncertainties leave 10 % of it', () => {
    // −20 % less 6 % and 4 % leaves 10 %; less 6 % and 5 % leaves 9 %.
    const wide = (own: number, next: number): boolean | undefined =>
      lowsOf([venue('binance', 0.8, {}, own), venue('bybit', 1, {}, next), ...four.slice(2)]).lowest?.isWide;
    expect([wide(0, 0), wide(0.06, 0.039), wide(0.06, 0.05)]).toEqual([true, true, false]);
    expect([wide(NaN, 0), wide(0, NaN)]).toEqual([false, false]);
    // −50 % less 25 % and 15 % is 10 % to the bit: enough.
    const half = [venue('binance', 0.5, {}, 0.25), venue('bybit', 1, {}, 0.15), ...four.slice(2)];
    expect(0.5 - 0.25 - 0.15).toBe(0.1);
    expect(lowsOf(half).lowest?.isWide).toBe(true);
  });

  it('is never a venue of which a minute is not known, and that venue is named', () => {
    const { lowest, unranked, lows } = lowsOf([
      ...four,
      venue('kraken', 0.1, { notFetched: 2 }),
      venue('mexc', 0.2, { leftOut: 1_440 }),
      venue('upbit', 1, { low: undefined, high: undefined }),
      venue('htx', 0.3, { notFetched: 1, leftOut: 5 }),
      venue('bitfinex', 0.4, { setAside: 3 }),
    ]);
    expect(lowest?.first.venue).toBe('binance');
    expect(lows).toHaveLength(4);
    expect(unranked).toEqual([
      { venue: 'kraken', why: 'not-fetched', minutes: 2 },
      { venue: 'mexc', why: 'left-out', minutes: 1_440 },
      { venue: 'upbit', why: 'no-price', minutes: 0 },
      { venue: 'htx', why: 'not-fetched', minutes: 1 },
      { venue: 'bitfinex', why: 'set-aside', minutes: 3 },
    ]);
  });
});

describe('the venues over all assets', () => {
  it('are counted in the assets in which they were ranked', () => {
    const assets = [
      // binance lowest, wide; okx highest, wide.
      lowsOf(four),
      // bybit lowest by 5 %, not wide; binance is not ranked.
      lowsOf([
        venue('binance', 0.1, { notFetched: 1 }),
        venue('bybit', 0.95),
        venue('gate', 1),
        venue('okx', 1.2),
        venue('kraken', 1.1),
      ]),
      // A tie: nobody lowest; okx highest.
      lowsOf([venue('binance', 1), venue('bybit', 1), venue('gate', 2), venue('okx', 4)]),
      // Too few: counts for nobody.
      lowsOf(four.slice(0, 3)),
    ];
    expect(lowestOfAll(assets)).toEqual([
      {
        venue: 'binance',
        ranked: 2,
        lowest: { assets: 1, share: 0.5, wide: 1 },
        highest: { assets: 0, share: 0, wide: 0 },
      },
      {
        venue: 'bybit',
        ranked: 3,
        lowest: { assets: 1, share: 1 / 3, wide: 0 },
        highest: { assets: 0, share: 0, wide: 0 },
      },
      {
        venue: 'gate',
        ranked: 3,
        lowest: { assets: 0, share: 0, wide: 0 },
        highest: { assets: 0, share: 0, wide: 0 },
      },
      {
        venue: 'kraken',
        ranked: 1,
        lowest: { assets: 0, share: 0, wide: 0 },
        highest: { assets: 0, share: 0, wide: 0 },
      },
      {
        venue: 'okx',
        ranked: 3,
        lowest: { assets: 0, share: 0, wide: 0 },
        // 12 over 11 of the second asset is 9.1 %.
        highest: { assets: 3, share: 1, wide: 2 },
      },
    ]);
  });

  it('are none where no asset could be ranked', () => {
    expect(lowestOfAll([lowsOf(four.slice(0, 3))])).toEqual([]);
  });
});
