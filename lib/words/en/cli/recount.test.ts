import { expect, it } from 'vitest';
import { countingStored, recountText } from './recount';

const ATOM = { venue: 'binance', market: 'ATOM/USDT', kind: 'spot', source: 'rest' } as const;

it.each([
  ['recountText', recountText(1, []), '1 book counted; all counts were right\n'],
  [
    'recountText',
    recountText(1_200, [
      { ...ATOM, days: 1, book: false },
      { ...ATOM, days: 0, book: true },
      { ...ATOM, source: 'archive', days: 12, book: true },
    ]),
    'Binance ATOM/USDT (REST klines): 1 day corrected\n' +
      'Binance ATOM/USDT (REST klines): totals corrected\n' +
      'Binance ATOM/USDT (official archive): 12 days and totals corrected\n' +
      '1,200 books counted; 3 corrected\n',
  ],
  ['countingStored', countingStored(48, 480), 'counting stored candles, once after the update: 48 of 480 books'],
])('%s', (_, text, expected) => {
  expect(text).toBe(expected);
});
