import { expect, it } from 'vitest';
import { promised } from '../../domain/unit';
import { readComparison } from '../../permalink/compare';
import { exampleOf } from './choices';

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
])('an example of a comparison is %s', (_, stored, expected) => {
  const { markets } = promised(
    readComparison({ markets: stored.replaceAll(' ', ','), from: '2025-10-10T20:00Z', to: '2025-10-10T21:00Z' }),
  );
  expect(exampleOf(markets)).toBe(expected);
});
