import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flawOf, type Candle } from '../../domain/candle';
import { minute, type Minute } from '../../domain/minute';
import { crash as crashScenario } from '../testing/crash';
import { candleAt, type SimulatedMarket } from '../scenario';
import { listed, minuteAtIso } from '../testing/quotes';
import { tradesOf } from './made';
import { leastTrades, planOf } from './plan';

/** The decimal text as a whole number of 10⁻¹⁶: exact, so that sums are. */
const whole = (text: string, decimals: number): bigint => {
  const [units = '', fraction = ''] = text.split('.');
  return BigInt(units + fraction.padEnd(decimals, '0'));
};

/** A builder of its own: first, highest, lowest, last, and exact sums. */
function built(trades: ReturnType<typeof tradesOf>): { candle: Omit<Candle, 'minute'>; exactQuote: bigint } {
  const ordered = [...trades].sort((a, b) => a.timeUs - b.timeUs);
  const prices = ordered.map((trade) => Number(trade.priceText));
  const base = ordered.reduce((sum, trade) => sum + whole(trade.amountText, 8), 0n);
  const quote = ordered.reduce((sum, trade) => sum + whole(trade.amountText, 8) * whole(trade.priceText, 8), 0n);
  return {
    exactQuote: quote,
    candle: {
      open: prices[0] ?? NaN,
      high: Math.max(...prices),
      low: Math.min(...prices),
      close: prices.at(-1) ?? NaN,
      baseVolume: Number(base) / 1e8,
      quoteVolume: Number(quote) / 1e16,
      trades: trades.length,
    },
  };
}

const market = (priceDecimals: number, volumeDecimals: number): SimulatedMarket => ({
  ...listed(crashScenario(), 'kraken', 'ATOM/USD'),
  priceDecimals,
  volumeDecimals,
});

/** Candles of whole ticks, from flat ones to wide ones, of 1 to 2,000 trades. */
const candles = fc
  .record({
    priceDecimals: fc.integer({ min: 0, max: 5 }),
    volumeDecimals: fc.integer({ min: 0, max: 8 }),
    low: fc.integer({ min: 1, max: 100_000 }),
    up: fc.tuple(fc.integer({ min: 0, max: 40 }), fc.nat(), fc.nat()),
    units: fc.integer({ min: 1, max: 10_000_000 }),
    trades: fc.integer({ min: 1, max: 2_000 }),
    mean: fc.double({ min: 0, max: 1, noNaN: true }),
    at: fc.integer({ min: 1, max: 30_000_000 }),
  })
  .map(({ priceDecimals, volumeDecimals, low, up: [span, a, b], units, trades, mean, at }) => {
    const scale = 10 ** priceDecimals;
    const price = (ticks: number): number => ticks / scale;
    const baseVolume = units / 10 ** volumeDecimals;
    const candle: Candle = {
      minute: minute(at),
      low: price(low),
      high: price(low + span),
      open: price(low + (a % (span + 1))),
      close: price(low + (b % (span + 1))),
      baseVolume,
      quoteVolume: baseVolume * price(low + mean * span),
      trades,
    };
    return { market: market(priceDecimals, volumeDecimals), candle };
  })
  .filter(({ candle }) => candle.baseVolume * 1e8 >= Math.max(candle.trades, 4));

describe('the trades of a made-up minute', () => {
  it('make its candle: open, high, low, close and base volume exactly, as many as it says or as its prices need', () => {
    fc.assert(
      fc.property(candles, ({ market: one, candle }) => {
        expect(flawOf(candle)).toBeUndefined();
        const trades = tradesOf(candle, one, candle.trades);
        const { open, high, low, close, baseVolume } = built(trades).candle;
        expect({ open, high, low, close, baseVolume }).toEqual({
          open: candle.open,
          high: candle.high,
          low: candle.low,
          close: candle.close,
          baseVolume: candle.baseVolume,
        });
        expect(trades.length).toBe(Math.max(candle.trades, leastTrades(candle)));
      }),
      { numRuns: 300 },
    );
  });
  it('are of more than nothing each, at times of their own inside the minute, in order', () => {
    fc.assert(
      fc.property(candles, ({ market: one, candle }) => {
        const trades = tradesOf(candle, one, candle.trades);
        const start = candle.minute * 60_000_000;
        // One assertion a candle: one a trade took most of this file's time.
        const wrong = trades.filter((trade, i) => {
          const isWritten = trade.price === Number(trade.priceText) && trade.amount === Number(trade.amountText);
          const isLater = trade.timeUs > (i === 0 ? start : (trades[i - 1]?.timeUs ?? NaN));
          return !(trade.amount > 0 && isWritten && isLater && trade.timeUs < start + 60_000_000);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
  it('turn over what the plan says, and turn over the same again when the candle says so', () => {
    fc.assert(
      fc.property(candles, ({ market: one, candle }) => {
        const { quoteVolume, turnover, priceDecimals, amountDecimals } = planOf(candle, one, candle.trades);
        const said = { ...candle, quoteVolume };
        expect(built(tradesOf(candle, one, candle.trades)).exactQuote).toBe(
          BigInt(turnover) * 10n ** BigInt(16 - priceDecimals - amountDecimals),
        );
        expect(planOf(said, one, said.trades).quoteVolume).toBe(quoteVolume);
      }),
      { numRuns: 200 },
    );
  });
});

describe('every candle of the crash', () => {
  const scenario = crashScenario();
  it.each([
    ['binance', 'ATOM/USDT'],
    ['kraken', 'ATOM/USD'],
    ['kraken', 'BTC/USD'],
    ['coinbase', 'DOGE/USD'],
    ['gate', 'WBETH/USDT'],
  ])('is what the trades of %s %s make, in all seven fields', (venue, pair) => {
    const one = listed(scenario, venue, pair);
    const columns = scenario.candles(one);
    let made = 0;
    for (let m = minuteAtIso('2025-10-10T21:00Z'); m < minuteAtIso('2025-10-10T22:00Z'); m += 1) {
      const candle = candleAt(columns, m - scenario.range.from);
      if (candle === undefined) continue;
      const { candle: from } = built(tradesOf(candle, one, candle.trades));
      expect({ minute: m as Minute, ...from, quoteVolume: NaN }).toEqual({ ...candle, quoteVolume: NaN });
      expect(from.quoteVolume / candle.quoteVolume).toBeCloseTo(1, 12);
      made += 1;
    }
    expect(made).toBeGreaterThan(10);
  });
});
