import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isComputed, type Kind, type Market, type Venue } from '../../domain/market';
import { minuteAt, minuteRange } from '../../domain/minute';
import { crash as crashScenario } from '../../simulator/testing/crash';
import { candleAt } from '../../simulator/scenario';
import { startSimulator, type Simulator } from '../../simulator/server';
import { connect } from '../venue/connect';
import { broughtIn } from '../testing/broughtIn';
import { candleRules } from './capability';
import { VENUES } from './table';

const scenario = crashScenario();
const derivatives = scenario.derivatives ?? [];
const window = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 20)), minuteAt(Date.UTC(2025, 9, 11)));
/** What the rows of a venue's contracts carry beside prices and base volume, by its documentation. */
const CARRIES: Readonly<Record<string, { quote: boolean; trades: boolean }>> = {
  binanceusdm: { quote: true, trades: true },
  binancecoinm: { quote: true, trades: true },
  okx: { quote: true, trades: false },
  bybit: { quote: true, trades: false },
  gate: { quote: true, trades: false },
  bitget: { quote: true, trades: false },
  kucoinfutures: { quote: false, trades: false },
};
const KINDS: readonly Kind[] = ['perp', 'mark', 'index'];
/** KuCoin serves mark and index prices from another host's path, which is not simulated: see below. */
const cases = Object.keys(CARRIES).flatMap((venue) =>
  KINDS.filter((kind) => venue !== 'kucoinfutures' || kind === 'perp').map((kind) => [venue as Venue, kind] as const),
);

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario });
});
afterAll(() => simulator.close());

/** The scenario's own candles over the window, by the other side's code. */
function served(market: Market): readonly ReturnType<typeof candleAt>[] {
  const simulated = derivatives.find(
    (one) =>
      one.venue === market.venue && one.base === market.base && one.quote === market.quote && one.kind === market.kind,
  );
  if (simulated === undefined) throw new Error('not simulated');
  const columns = scenario.candles(simulated);
  return Array.from({ length: window.to - window.from }, (_, i) =>
    candleAt(columns, window.from + i - columns.range.from),
  ).filter((candle) => candle !== undefined);
}

describe.each(cases)('%s %s candles through its own ccxt class', (venue, kind) => {
  it('are the served ones, volumes in base and quote, and no volume at all where nobody trades', async () => {
    const connection = await connect(venue, { now: Date.now, origin: simulator.origin, kinds: KINDS });
    const market = (await connection.markets()).find((one) => one.base === 'ATOM' && one.kind === kind);
    if (market === undefined) throw new Error(`${venue} lists no ${kind} of ATOM`);
    const { missing, ledger } = await broughtIn(connection, market, window);
    expect(missing).toEqual([]);
    const stored = [...ledger.book(market).candles.values()].sort((a, b) => a.minute - b.minute);
    const carries = CARRIES[venue];
    const said = isComputed(kind) ? stored : stored.filter((candle) => candle.baseVolume > 0 || candle.quoteVolume > 0);
    expect(said).toHaveLength(served(market).length);
    served(market).forEach((candle, i) => {
      if (candle === undefined) return;
      const mine = said[i];
      expect(mine).toMatchObject({
        minute: candle.minute,
        open: candle.open,
        high: candle.high,
        low: candle.low,
        close: candle.close,
      });
      if (isComputed(kind)) expect(mine).toMatchObject({ baseVolume: NaN, quoteVolume: NaN, trades: NaN });
      else {
        expect(mine?.baseVolume).toBeCloseTo(candle.baseVolume, 6);
        if (carries?.quote === true) expect(mine?.quoteVolume).toBeCloseTo(candle.quoteVolume, 4);
        else expect(mine?.quoteVolume).toBeNaN();
        expect(mine?.trades).toBe(carries?.trades === true ? candle.trades : NaN);
      }
    });
  });
});

describe('the markets of a venue, by kind', () => {
  it('are spot alone unless contracts are asked for, and one for each base and quote', async () => {
    const spot = await (await connect('okx' as Venue, { now: Date.now, origin: simulator.origin })).markets();
    expect(new Set(spot.map(({ kind }) => kind))).toEqual(new Set(['spot']));
    const all = await (
      await connect('okx' as Venue, { now: Date.now, origin: simulator.origin, kinds: ['spot', ...KINDS] })
    ).markets();
    expect(all.filter(({ kind }) => kind === 'spot')).toEqual(spot);
    for (const kind of KINDS)
      expect(all.some((market) => market.kind === kind && market.base === 'BTC' && market.quote === 'USDT')).toBe(true);
    expect(new Set(all.map(({ base, quote, kind }) => `${base}/${quote} ${kind}`)).size).toBe(all.length);
  });
});

it('KuCoin’s mark prices come from its unified endpoint: seconds, open, close, high, low', async () => {
  const answering: typeof fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!url.pathname.endsWith('/market/kline')) return fetch(input, init);
    expect(url.searchParams.get('symbol')).toMatch(/-mark-price$/);
    // The documentation's own row, in its shape.
    const row = [url.searchParams.get('startAt'), '104581.4', '104527.1', '104620.1', '104526.4', '0', '0'];
    return Promise.resolve(
      new Response(JSON.stringify({ code: '200000', data: { tradeType: 'FUTURES', symbol: 'XBTUSDTM', list: [row] } })),
    );
  };
  const connection = await connect('kucoinfutures' as Venue, {
    now: Date.now,
    origin: simulator.origin,
    kinds: KINDS,
    fetch: answering,
  });
  const market = (await connection.markets()).find((one) => one.base === 'BTC' && one.kind === 'mark');
  if (market === undefined) throw new Error('not listed');
  const page = await connection.page(market, window.from, 1);
  expect(page.candles).toEqual([
    {
      minute: window.from,
      open: 104_581.4,
      high: 104_620.1,
      low: 104_526.4,
      close: 104_527.1,
      baseVolume: NaN,
      quoteVolume: NaN,
      trades: NaN,
    },
  ]);
});

describe('the facts of a kind', () => {
  it('are the spot candles’ with the kind’s laid over, at the kind’s own cap', () => {
    const okx = VENUES.get('okx' as Venue);
    const kucoin = VENUES.get('kucoinfutures' as Venue);
    if (okx === undefined || kucoin === undefined) throw new Error('not served');
    expect(candleRules(okx, 'spot', false)).toMatchObject({ cap: 300, rowsAsked: 300, volume: 'base', params: {} });
    expect(candleRules(okx, 'mark', false)).toMatchObject({
      cap: 100,
      rowsAsked: 100,
      volume: 'none',
      params: { price: 'mark' },
    });
    expect(candleRules(kucoin, 'perp', true)).toMatchObject({ cap: 200, rowsAsked: 199, volume: 'contracts' });
  });
});
