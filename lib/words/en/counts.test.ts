import { expect, it } from 'vitest';
import {
  assetCount,
  candleCount,
  characterCount,
  episodeCount,
  marketCount,
  minuteCount,
  rowCount,
  venueCount,
} from './counts';

it.each([
  [0, '0 candles'],
  [1, '1 candle'],
  [34_560, '34,560 candles'],
])('%i candles read "%s"', (candles, text) => {
  expect(candleCount(candles)).toBe(text);
});

it.each([
  [assetCount, 'asset'],
  [venueCount, 'venue'],
  [marketCount, 'market'],
  [episodeCount, 'episode'],
  [rowCount, 'row'],
  [minuteCount, 'minute'],
  [characterCount, 'character'],
] as const)('%#: one %s, and several', (counted, noun) => {
  expect([counted(1), counted(2)]).toStrictEqual([`1 ${noun}`, `2 ${noun}s`]);
});
