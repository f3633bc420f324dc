import { expect, it } from 'vitest';
import { candleCount } from './counts';

it.each([
  [0, '0 candles'],
  [1, '1 candle'],
  [34_560, '34,560 candles'],
])('%i candles read "%s"', (candles, text) => {
  expect(candleCount(candles)).toBe(text);
});
