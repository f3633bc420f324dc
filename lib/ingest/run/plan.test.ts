import { describe, expect, it } from 'vitest';
import { pairOf, type Asset, type Market, type Venue } from '../../domain/market';
import { formatMinute } from '../../domain/minute';
import { marketsFor } from './plan';
import { CRASH_2025_10_10, PRESETS } from '../run/presets';

const listed = (...pairs: readonly string[]): readonly Market[] =>
  pairs.map((pair) => {
    const [base = '', quote = ''] = pair.split('/');
    return { venue: 'kraken' as Venue, base: base as Asset, quote, kind: 'spot' };
  });

describe('the markets an analysis needs', () => {
  const ATOM = ['ATOM' as Asset];

  it('are the asset’s books in the main quotes, BTC and ETH in them, and each of them against USD', () => {
    const markets = marketsFor(
      ATOM,
      listed(
        'USDT/USD',
        'ETH/USDT',
        'BTC/USD',
        'ATOM/BTC',
        'ATOM/USD',
        'USDC/USDT',
        'ATOM/USDC',
        'ATOM/USDT',
        'USD/USDC',
        'DOGE/USD',
      ),
    );
    expect(markets.map(pairOf).sort()).toEqual([
      'ATOM/USD',
      'ATOM/USDC',
      'ATOM/USDT',
      'BTC/USD',
      'ETH/USDT',
      'USD/USDC',
      'USDT/USD',
    ]);
  });

  it('are the same in FDUSD and EUR, and the stablecoins against EUR: after all in the main quotes', () => {
    const further = ['ATOM/FDUSD', 'ATOM/EUR', 'BTC/FDUSD', 'BTC/EUR', 'ETH/FDUSD', 'ETH/EUR', 'EUR/USD'];
    const stables = ['USDT/EUR', 'USDC/EUR'];
    const markets = marketsFor(ATOM, listed(...further, ...stables, 'FDUSD/USDT', 'ETH/USD', 'DOGE/EUR'));
    expect(markets.map(pairOf)).toEqual(['ETH/USD', ...further, ...stables]);
  });

  it('are the books of an asset’s underlying too', () => {
    const listedHere = listed('BNSOL/USDT', 'SOL/USDT', 'SOL/EUR', 'XRP/USDT', 'BTC/USDT');
    expect(marketsFor(['BNSOL' as Asset], listedHere).map(pairOf)).toEqual([
      'BNSOL/USDT',
      'SOL/USDT',
      'BTC/USDT',
      'SOL/EUR',
    ]);
  });

  it('are each named once, and none where the venue lists none', () => {
    expect(marketsFor(['BTC' as Asset, 'BTC' as Asset], listed('BTC/USDT')).map(pairOf)).toEqual(['BTC/USDT']);
    expect(
      marketsFor(['EUR', 'USDT'] as unknown as readonly Asset[], listed('EUR/USD', 'USDT/EUR')).map(pairOf),
    ).toEqual(['EUR/USD', 'USDT/EUR']);
    expect(marketsFor(ATOM, listed('ATOM/BTC'))).toEqual([]);
  });

  it('are spot alone, unless other kinds are asked for', () => {
    const perps = listed('BTC/USDT').map((market): Market => ({ ...market, kind: 'perp' }));
    expect(marketsFor(['BTC' as Asset], perps)).toEqual([]);
    expect(marketsFor(['BTC' as Asset], perps, ['spot', 'perp'])).toEqual(perps);
  });

  it('are, of contracts, mark and index prices, those of the assets alone: no rate rests on them', () => {
    const all = (['spot', 'perp', 'mark', 'index'] as const).flatMap((kind) =>
      listed('ATOM/USDT', 'BTC/USDT').map((market): Market => ({ ...market, kind })),
    );
    expect(
      marketsFor(['ATOM' as Asset], all, ['perp', 'mark', 'index']).map((market) => `${pairOf(market)} ${market.kind}`),
    ).toEqual(['ATOM/USDT perp', 'ATOM/USDT mark', 'ATOM/USDT index']);
  });

  it('are, where a venue quotes in a currency of its own, the assets in it, BTC and ETH as its rate, and the stablecoins', () => {
    const krw = listed('ATOM/KRW', 'BTC/KRW', 'ETH/KRW', 'USDT/KRW', 'USDC/KRW', 'DOGE/KRW', 'ATOM/BTC', 'BTC/USDT');
    expect(marketsFor(ATOM, krw, ['spot'], ['KRW']).map(pairOf)).toEqual([
      'ATOM/KRW',
      'BTC/USDT',
      'BTC/KRW',
      'ETH/KRW',
      'USDT/KRW',
      'USDC/KRW',
    ]);
  });
});

it('the preset is the event of 10 October 2025: four hours first, then the seven days before', () => {
  expect(PRESETS.get('crash-2025-10-10')).toBe(CRASH_2025_10_10);
  expect(CRASH_2025_10_10.windows.map((window) => [formatMinute(window.from), formatMinute(window.to)])).toEqual([
    ['2025-10-10T20:00Z', '2025-10-11T00:00Z'],
    ['2025-10-03T20:00Z', '2025-10-10T20:00Z'],
  ]);
  expect(CRASH_2025_10_10.assets).toEqual([
    'ATOM',
    'WBETH',
    'BNSOL',
    'FIL',
    'POL',
    'USDE',
    'DOGE',
    'XRP',
    'SOL',
    'ETH',
    'BTC',
  ]);
  for (const venue of ['binance', 'bitget', 'bybit', 'coinbase', 'gate', 'kraken', 'kucoin', 'okx'])
    expect(CRASH_2025_10_10.venues).toContain(venue);
  expect(CRASH_2025_10_10.venues).not.toContain('binancecoinm');
});
