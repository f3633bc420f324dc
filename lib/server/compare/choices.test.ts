import { describe, expect, it } from 'vitest';
import { promised } from '../../domain/unit';
import { readComparison, writeComparedMarket } from '../../permalink/compare';
import { exampleOf, type ExamplePair, type StoredMarket } from './choices';

/** `okx:ATOM/USDT:perp` with the minutes answered: "okx:ATOM/USDT:perp=240"; without, all have as many. */
const stored = (text: string): readonly StoredMarket[] =>
  text.split(' ').map((one) => {
    const [market = '', minutes = '240'] = one.split('=');
    const { markets } = promised(
      readComparison({ markets: `${market},none:X/Y`, from: '2025-10-10T20:00Z', to: '2025-10-10T21:00Z' }),
    );
    return { ...(markets[0] as StoredMarket), minutes: Number(minutes) };
  });
const written = (pair: ExamplePair | undefined): string | undefined => pair?.markets.map(writeComparedMarket).join(',');

describe('where an episode is stored, an example is its market against the closest of another venue', () => {
  const DEEPEST = { venue: 'binance', market: 'ATOM/USDT', kind: 'spot' } as const;

  it.each([
    ['in the same quote', 'binance:ATOM/USDT kraken:ATOM/USD upbit:ATOM/USDT', 'upbit:ATOM/USDT'],
    ['of the same kind', 'binance:ATOM/USDT bybit:ATOM/USDT:perp okx:ATOM/USDT', 'okx:ATOM/USDT'],
    [
      'in the same quote before one of the same kind',
      'binance:ATOM/USDT bybit:ATOM/USDT:perp kraken:ATOM/USD',
      'bybit:ATOM/USDT:perp',
    ],
    ['with more minutes answered', 'binance:ATOM/USDT bitget:ATOM/USDT=100 okx:ATOM/USDT=240', 'okx:ATOM/USDT'],
    ['of a venue with more markets', 'binance:ATOM/USDT bitget:ATOM/USDT okx:ATOM/USDT okx:BTC/USDT', 'okx:ATOM/USDT'],
    [
      'by name, where nothing else tells them apart',
      'binance:ATOM/USDT okx:ATOM/USDT bitget:ATOM/USDT',
      'bitget:ATOM/USDT',
    ],
    [
      'in another quote where there is none in its own',
      'binance:ATOM/USDT okx:BTC/USDT kraken:ATOM/USD',
      'kraken:ATOM/USD',
    ],
  ])('%s', (_, all, other) => {
    const found = exampleOf(stored(all), DEEPEST);
    expect(found?.isDeepest).toBe(true);
    expect(written(found)).toBe(`binance:ATOM/USDT,${other}`);
  });

  it('and the usual pair where no other venue has its asset', () => {
    const found = exampleOf(stored('binance:ATOM/USDT okx:BTC/USDT bybit:BTC/USDT'), DEEPEST);
    expect(found?.isDeepest).toBe(false);
    expect(written(found)).toBe('okx:BTC/USDT,bybit:BTC/USDT');
  });
});

it.each([
  [
    'a venue’s spot book and its contract, whatever else is stored',
    'binance:ATOM/USD binance:ATOM/USDT okx:ATOM/USDT okx:ATOM/USDT:perp',
    'okx:ATOM/USDT,okx:ATOM/USDT:perp',
  ],
  [
    'a spot book and a contract of another venue, where no venue has both',
    'binance:ETH/USDT okx:ETH/USDT binance:ATOM/USDT okx:ATOM/USDT:perp',
    'binance:ATOM/USDT,okx:ATOM/USDT:perp',
  ],
  [
    'two books of what most venues trade, where there is no contract',
    'binance:ATOM/USDC okx:ATOM/USDC binance:ATOM/USDT bybit:ATOM/USDT okx:ATOM/USDT',
    'binance:ATOM/USDT,bybit:ATOM/USDT',
  ],
  ['none beside a mark price, for nobody trades at it', 'binance:ATOM/USDT binance:ATOM/USDT:mark', undefined],
  ['none where no two are of one asset and quote', 'binance:ATOM/USDT okx:ATOM/USD', undefined],
])('where no episode is stored, an example is %s', (_, all, expected) => {
  expect(written(exampleOf(stored(all), undefined))).toBe(expected);
});
