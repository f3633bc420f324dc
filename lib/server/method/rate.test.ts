import { describe, expect, it } from 'vitest';
import { DEEPEST_MINUTE, flat, marketOf } from '../../analysis/testing/markets';
import type { MarketColumns } from '../../analysis/types';
import { minute, plus } from '../../domain/minute';
import { rateExampleOf } from './rate';

const AT = plus(DEEPEST_MINUTE, 2);
/** Five minutes of one book, the middle one is AT. */
const book = (name: string, ...closes: readonly (number | undefined)[]): MarketColumns =>
  marketOf(
    name,
    closes.map((close) => (close === undefined ? undefined : flat(close))),
  );

const USD = [book('kraken BTC/USD', 100, 100, 101, 100, 100), book('coinbase BTC/USD', 100, 100, 103, 100, 100)];
const USDT = [book('okx BTC/USDT', 100, 100, 100, 100, 100), book('binance BTC/USDT', 100, 100, 104, 100, 100)];
const DIRECT = book('kraken USDT/USD', 0.98, 0.98, 0.97, 0.98, 0.98);

describe('a rate taken apart', () => {
  it('shows each leg’s closes, their medians and the cross of the minute, then the five minutes of the smoothing', () => {
    const {
      crosses: [btc, eth],
      around,
      rule,
      value,
      direct,
    } = rateExampleOf('USDT', AT, [...USD, ...USDT, DIRECT]);
    expect(btc).toEqual({
      base: 'BTC',
      usd: {
        pair: 'BTC/USD',
        closes: [
          { venue: 'kraken', close: 101 },
          { venue: 'coinbase', close: 103 },
        ],
        median: 102,
      },
      quoted: {
        pair: 'BTC/USDT',
        closes: [
          { venue: 'okx', close: 100 },
          { venue: 'binance', close: 104 },
        ],
        median: 102,
      },
      value: 1,
    });
    expect(eth).toMatchObject({ base: 'ETH', usd: { closes: [], median: null }, value: null });
    expect(around.map((one) => one.value)).toEqual([1, 1, 1, 1, 1]);
    expect([rule, value]).toEqual(['cross', 1]);
    expect(direct).toEqual({ pair: 'USDT/USD', closes: [{ venue: 'kraken', close: 0.97 }], median: 0.97 });
  });

  it('is the centred median of the crosses, of which a minute without one has none', () => {
    const skewed = [
      book('kraken BTC/USD', 98, undefined, 102, 104, 100),
      book('coinbase BTC/USD', 98, 101, 102, 104, 100),
    ];
    const flatTether = [
      book('okx BTC/USDT', 100, 100, 100, 100, 100),
      book('binance BTC/USDT', 100, 100, 100, 100, 100),
    ];
    const { around, value } = rateExampleOf('USDT', AT, [...skewed, ...flatTether]);
    expect(around.map((one) => [one.minute, one.value])).toEqual([
      ['2025-10-10T21:20Z', 0.98],
      ['2025-10-10T21:21Z', null],
      ['2025-10-10T21:22Z', 1.02],
      ['2025-10-10T21:23Z', 1.04],
      ['2025-10-10T21:24Z', 1],
    ]);
    // Of 0.98, 1, 1.02 and 1.04 the mean of the middle two.
    expect(value).toBeCloseTo(1.01, 12);
  });

  it('falls back to the direct pair where a leg has one venue, and says so', () => {
    const { crosses, rule, value } = rateExampleOf('USDT', AT, [...USD.slice(0, 1), ...USDT, DIRECT]);
    expect(crosses[0]).toMatchObject({ usd: { median: null }, value: null });
    expect([rule, value]).toEqual(['direct', 0.97]);
  });

  it('assumes parity for a USD stablecoin alone; a won without a market has no rate', () => {
    expect(rateExampleOf('USDT', AT, [])).toMatchObject({ rule: 'parity', value: 1 });
    expect(rateExampleOf('KRW', AT, [])).toMatchObject({ rule: 'none', value: null });
  });

  it('asks for no minute before 1970', () => {
    expect(rateExampleOf('USDT', minute(1), []).around.map((one) => one.minute)).toEqual([
      '1970-01-01T00:00Z',
      '1970-01-01T00:01Z',
      '1970-01-01T00:02Z',
      '1970-01-01T00:03Z',
    ]);
  });
});
