import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Candle } from '../../domain/candle';
import type { Market, Venue } from '../../domain/market';
import { minuteAt, minuteRange } from '../../domain/minute';
import { crash as crashScenario } from '../../simulator/testing/crash';
import { candleAt } from '../../simulator/scenario';
import { startSimulator, type Simulator } from '../../simulator/server';
import { connect } from '../venue/connect';
import { broughtIn } from '../testing/broughtIn';
import { VENUES } from './table';

const scenario = crashScenario();
const window = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 20)), minuteAt(Date.UTC(2025, 9, 11)));
/** What a venue's rows carry beside prices and base volume, by its documentation. */
const CARRIES: Readonly<Record<string, { quote: boolean; trades: boolean }>> = {
  binance: { quote: true, trades: true },
  okx: { quote: true, trades: false },
  bybit: { quote: true, trades: false },
  coinbase: { quote: false, trades: false },
  kraken: { quote: false, trades: true },
  kucoin: { quote: true, trades: false },
  gate: { quote: true, trades: false },
  bitget: { quote: true, trades: false },
  htx: { quote: true, trades: true },
  mexc: { quote: true, trades: false },
  bitfinex: { quote: false, trades: false },
  bitstamp: { quote: false, trades: false },
  upbit: { quote: true, trades: false },
  cryptocom: { quote: false, trades: false },
  gemini: { quote: false, trades: false },
  bithumb: { quote: true, trades: false },
};

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario });
});
afterAll(() => simulator.close());

/** The scenario's own candles of a market, by the other side's code. */
function served(market: Market): readonly Candle[] {
  const simulated = scenario.markets.find(
    (one) => one.venue === market.venue && one.base === market.base && one.quote === market.quote,
  );
  if (simulated === undefined) throw new Error('not simulated');
  const columns = scenario.candles(simulated);
  const candles: Candle[] = [];
  for (let at = window.from; at < window.to; at++) {
    const candle = candleAt(columns, at - columns.range.from);
    if (candle !== undefined) candles.push(candle);
  }
  return candles;
}

describe.each([...VENUES.keys()].filter((venue) => CARRIES[venue] !== undefined))(
  '%s through its own ccxt class',
  (venue: Venue) => {
    it.each(['ATOM', 'BTC'])(
      'gives the traded candles of %s as they were served, in the right columns and units',
      async (base) => {
        const connection = await connect(venue, { now: Date.now, origin: simulator.origin });
        const market = (await connection.markets()).find(
          (one) => one.base === base && ['USDT', 'USD', 'KRW'].includes(one.quote),
        );
        if (market === undefined) throw new Error(`${venue} lists no ${base}`);
        const { missing, ledger } = await broughtIn(connection, market, window);
        expect(missing).toEqual([]);
        const stored = ledger.book(market);
        expect(stored.asked).toEqual([window]);
        const traded = [...stored.candles.values()]
          .filter((candle) => candle.baseVolume > 0)
          .sort((a, b) => a.minute - b.minute);
        const carries = CARRIES[venue];
        expect(traded).toEqual(
          served(market).map((candle) => ({
            ...candle,
            quoteVolume: carries?.quote === true ? candle.quoteVolume : NaN,
            trades: carries?.trades === true ? candle.trades : NaN,
          })),
        );
      },
    );

    it('asks with since and limit alone, never beyond the rows the venue gives', () => {
      const asked = simulator.requests.filter(
        (request) => request.venue === venue && /kline|candle|OHLC/i.test(request.path),
      );
      expect(asked.length).toBeGreaterThan(0);
      for (const { query } of asked) {
        const limit = query['limit'];
        if (limit !== undefined) expect(Number(limit)).toBeLessThanOrEqual(VENUES.get(venue)?.cap ?? NaN);
      }
    });

    it('needs at most two requests for its list of spot markets', () => {
      const lists = simulator.requests.filter(
        (request) => request.venue === venue && !/kline|candle|OHLC/i.test(request.path),
      );
      // Two connections were opened.
      expect(lists.length).toBeLessThanOrEqual(4);
    });
  },
);

describe("the history a venue's candle endpoint reaches", () => {
  it('is limited where the venue says so, or says nothing and an empty reply would pass for minutes without a trade', () => {
    const limited = [...VENUES]
      .filter(([, { depthMinutes }]) => depthMinutes !== undefined)
      .map(([venue, { depthMinutes }]) => [venue, depthMinutes]);
    expect(Object.fromEntries(limited)).toEqual({
      kraken: 720,
      gate: 10_000,
      mexc: 43_200,
      cryptocom: 43_200,
      gemini: 1_440,
    });
  });

  it('is asked of bithumb by the end of the range in Korean time, which ccxt does not send by itself', async () => {
    const connection = await connect('bithumb' as Venue, { now: Date.now, origin: simulator.origin });
    const market = (await connection.markets()).find((one) => one.base === 'ATOM');
    if (market === undefined) throw new Error('not listed');
    await connection.page(market, minuteAt(Date.UTC(2025, 9, 10, 21, 20)), 200);
    // 21:20 UTC and 200 minutes are 00:40 of the 11th, in Korea 09:40.
    expect(simulator.requests.at(-1)?.query).toMatchObject({
      market: 'KRW-ATOM',
      count: '200',
      to: '2025-10-11T09:40:00',
    });
  });
});

it.each([
  ['binance', 'interval=1m', 'interval=5m', /end 300 s after they open, where 60 s were asked for/],
  ['mexc', 'interval=1m', 'interval=5m', /end 300 s after they open, where 60 s were asked for/],
  ['okx', 'bar=1m', 'bar=5m', /look like candles of 5 min, not of 1/],
  ['coinbase', 'granularity=60', 'granularity=300', /look like candles of 5 min, not of 1/],
] as const)(
  '%s answering with candles of five minutes answers nothing: none of them is stored as a minute',
  async (name, minutes, fives, cause) => {
    const venue = name as Venue;
    const answering: typeof fetch = (input, init) =>
      fetch(String(input instanceof Request ? input.url : input).replace(minutes, fives), init);
    const connection = await connect(venue, { now: Date.now, origin: simulator.origin, fetch: answering });
    const market = (await connection.markets()).find((one) => one.base === 'BTC' && one.quote.startsWith('USD'));
    if (market === undefined) throw new Error(`${venue} lists no BTC`);
    const { missing, ledger } = await broughtIn(connection, market, window);
    expect(ledger.answers).toEqual([]);
    expect(missing.length).toBeGreaterThan(0);
    for (const one of missing) expect(one.cause).toMatch(cause);
  },
);
