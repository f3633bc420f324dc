import { describe, expect, it } from 'vitest';
import type { Market } from '../../domain/market';
import { contradictionIn } from './fileName';

const market = { venue: 'coinbase', base: 'ATOM', quote: 'USD', kind: 'spot' } as Market;

describe("a file's name, compared with what it is imported as", () => {
  it.each([
    ['another length of candles', 'ATOM-USD-5m.csv', 'says 5m, not 1-minute candles'],
    ['another exchange', 'Bitfinex_ATOMUSD_minute.csv', 'says Bitfinex, but the file is imported as Coinbase ATOM/USD'],
    ['another market', 'ETHUSD_1.csv', 'says ETHUSD, but the file is imported as Coinbase ATOM/USD'],
  ])('%s is reported', (_, name, message) => {
    expect(contradictionIn(name, market, '1m', false)).toContain(message);
  });

  it.each(['ATOM-USD-1m-2025-10-10.csv', 'candles.csv', '03d-unix.csv', '2025-10-10T21h.csv'])(
    '%s says nothing else',
    (name) => {
      expect(contradictionIn(name, market, '1m', false)).toBeUndefined();
    },
  );
});
