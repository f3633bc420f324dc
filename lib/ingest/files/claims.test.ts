import { describe, expect, it } from 'vitest';
import { importing, marketIn, ms, type Change } from '../testing/importing';
import { contradictionIn } from './fileName';

const { imported, refusal } = importing();
const COINBASE = marketIn('coinbase', 'ATOM', 'USD');
const HEADER = 'timestamp,open,high,low,close,volume';
const rows = [HEADER, `${ms(0)},3,4,2,3.5,10`, `${ms(1)},3,4,2,3.5,10`];

describe('the name of a file', () => {
  it.each([
    ['Coinbase_ATOMUSD_minute.csv', COINBASE],
    ['Coinbase_ATOMUSD_1m.csv', COINBASE],
    ['ATOM-USD.csv', COINBASE],
    ['atom_usd-1m.json', COINBASE],
    ['my candles of friday.csv', COINBASE],
    ['2025-10-10.csv', COINBASE],
    ['03d-cdd.csv', COINBASE],
    ['ATOMUSD_1.csv', marketIn('kraken', 'ATOM', 'USD')],
    ['XBTUSD_1.csv', marketIn('kraken', 'BTC', 'USD')],
    ['bitstampUSD_1-min_data_2012-01-01_to_2021-03-31.csv', marketIn('bitstamp', 'BTC', 'USD')],
    ['okex-swap_trades_2025-10-10_BTC-USDT-SWAP.csv.gz', marketIn('okx', 'BTC', 'USDT', 'perp')],
    ['Binance_BTCUSDT_1m.csv', marketIn('binanceusdm', 'BTC', 'USDT', 'perp')],
    ['MATICUSDT_1m.csv', marketIn('binance', 'POL', 'USDT')],
  ])('%s may be imported as %o', (name, market) => {
    expect(contradictionIn(name, market, '1m', false)).toBeUndefined();
  });

  it.each([
    [
      'Coinbase_ETHUSD_1h.csv',
      COINBASE,
      '"Coinbase_ETHUSD_1h.csv" says ETHUSD, but the file is imported as Coinbase ATOM/USD; correct --market, or the name',
    ],
    ['ETH-USD.csv', COINBASE, '"ETH-USD.csv" says ETHUSD, but'],
    ['eth_usdt.csv', COINBASE, '"eth_usdt.csv" says ETHUSDT, but'],
    [
      'Kraken_ATOMUSD.csv',
      COINBASE,
      '"Kraken_ATOMUSD.csv" says Kraken, but the file is imported as Coinbase ATOM/USD; correct --venue, or the name',
    ],
    [
      'Coinbase_ATOMUSD_1h.csv',
      COINBASE,
      '"Coinbase_ATOMUSD_1h.csv" says 1h, not 1-minute candles; --read-as interval=1h stores them as 1h candles',
    ],
    ['Coinbase_ATOMUSD_d.csv', COINBASE, 'says 1d, not 1-minute candles; --read-as interval=1d'],
    ['Coinbase_ATOMUSD_PT5M.csv', COINBASE, 'says 5m, not 1-minute candles'],
    ['ATOM_USD-4h.json', COINBASE, 'says 4h, not 1-minute candles; import 1-minute candles'],
    ['ATOMUSD_60.csv', marketIn('kraken', 'ATOM', 'USD'), 'says 1h, not 1-minute candles'],
  ])('%s contradicts', (name, market, reason) => {
    expect(contradictionIn(name, market, '1m', false)).toContain(reason);
  });

  it('is compared with what the file is imported as, and so is a line before its header', async () => {
    expect(await refusal(rows, { name: 'Coinbase_ETHUSD.csv' })).toContain(
      'says ETHUSD, but the file is imported as Coinbase ATOM/USD',
    );
    expect(await refusal(['Kraken, ATOM/USD', ...rows])).toBe(
      'FILE, line 1: "Kraken, ATOM/USD" says Kraken, but the file is imported as Coinbase ATOM/USD; correct --venue, or the name',
    );
    expect((await imported(['Coinbase, ATOM/USD', ...rows])).candles).toHaveLength(2);
  });
});

describe('candles that are no minutes are refused, and their length is named', () => {
  const every = (step: number, count: number, more = ''): readonly string[] =>
    Array.from({ length: count }, (_, i) => `${ms(i * step)},3,4,2,3.5,10${more}`);
  const klines = (step: number): readonly string[] =>
    [0, 1].map((i) => `${ms(i * step)},3,4,2,3.5,10,${String(Number(ms(i * step + step)) - 1)},35,5,1,3,0`);

  it.each<[string, readonly string[], string, Change?]>([
    [
      'hourly, by their steps',
      [HEADER, ...every(60, 6)],
      'all its times are multiples of 1h apart, not 1-minute candles; --read-as interval=1h stores them as 1h candles',
    ],
    ['of three minutes through a month', [HEADER, ...every(3, 14_400)], 'all its times are multiples of 3m apart'],
    [
      'of two hours',
      [HEADER, ...every(120, 4)],
      'all its times are multiples of 2h apart, not 1-minute candles; import 1-minute candles, or say --read-as interval=1m',
    ],
    [
      'by their closing times',
      klines(60),
      'line 1: the candle closes 3600 s after it opens, not 1-minute candles; --read-as interval=1h',
    ],
    [
      'of three minutes by their closing times',
      klines(3),
      'line 1: the candle closes 180 s after it opens, not 1-minute candles; import 1-minute candles',
    ],
    [
      'by an interval column',
      [`${HEADER},interval`, ...every(5, 3, ',5m')],
      'line 2: the interval is 5m, not 1-minute candles; --read-as interval=5m',
    ],
    [
      'by an interval column in ISO 8601',
      [`${HEADER},interval`, ...every(60, 3, ',PT1H')],
      'line 2: the interval is PT1H, not 1-minute candles; --read-as interval=1h',
    ],
    [
      'by an interval column in words',
      [`${HEADER},interval`, ...every(1, 3, ',FiveMinutes')],
      'line 2: the interval is FiveMinutes, not 1-minute candles',
    ],
    ['by their name', [HEADER, ...every(1, 3)], '"x_1h.csv" says 1h, not 1-minute candles', { name: 'x_1h.csv' }],
    [
      'of seconds',
      [HEADER, ...Array.from({ length: 120 }, (_, i) => `${String(Number(ms(0)) + i * 1_000)},3,4,2,3.5,10`)],
      '118 of 120 rows do not start on a whole minute',
    ],
  ])('%s', async (_, lines, reason, change = {}) => {
    const market = lines[0]?.startsWith('timestamp') === true ? COINBASE : marketIn('binance', 'ATOM', 'USDT');
    expect(await refusal(lines, { market, ...change })).toContain(reason);
  });

  it('but minutes of a thin market are taken where the reader says so, or an interval column', async () => {
    expect((await imported([HEADER, ...every(60, 3)], { said: { readAs: ['interval=1m'] } })).report.candles).toBe(3);
    expect((await imported([`${HEADER},interval`, ...every(60, 3, ',1m')])).report.candles).toBe(3);
    // 60 may be seconds or minutes.
    expect(await refusal([`${HEADER},interval`, ...every(60, 3, ',60')])).toContain('multiples of 1h apart');
    expect((await imported([`${HEADER},interval`, ...every(1, 3, ',60')])).report.candles).toBe(3);
  });
});
