import ccxt, { type Exchange } from 'ccxt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crash as crashScenario } from '../testing/crash';
import { candleAt, type ContractMarket } from '../scenario';
import { startSimulator, type Simulator } from '../server';
import { pointed } from '../testing/pointed';
import { minuteAtIso } from '../testing/quotes';

const scenario = crashScenario();
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario });
});
afterAll(async () => {
  await simulator.close();
});

const CLASSES = {
  binanceusdm: 'binanceusdm',
  binancecoinm: 'binancecoinm',
  bybit: 'bybit',
  okx: 'okx',
  gate: 'gate',
  bitget: 'bitget',
  kucoinfutures: 'kucoinfutures',
} as const;
const VENUES = Object.keys(CLASSES) as readonly (keyof typeof CLASSES)[];
const client = (venue: keyof typeof CLASSES, nowMs?: number): Exchange =>
  pointed(new ccxt[CLASSES[venue]]({ enableRateLimit: false }), venue, simulator.origin, nowMs);

const contracts = (venue: string): readonly ContractMarket[] =>
  (scenario.derivatives ?? []).filter((market) => market.venue === (venue as typeof market.venue));
const symbolOf = (market: ContractMarket): string => `${market.base}/${market.quote}:${market.contract.settle}`;
const [from, to] = [minuteAtIso('2025-10-10T21:00Z'), minuteAtIso('2025-10-10T22:30Z')];

/** The scenario's candles of the window in ccxt's columns; computed prices without the volume. */
function wanted(market: ContractMarket): number[][] {
  const rows: number[][] = [];
  for (let m = from; m < to; m += 1) {
    const candle = candleAt(scenario.candles(market), m - scenario.range.from);
    if (candle === undefined) continue;
    // Gate's and KuCoin's rows count contracts; ccxt hands them on as they are.
    const inContracts =
      market.venue === ('gate' as typeof market.venue) || market.venue === ('kucoinfutures' as typeof market.venue);
    const volume = inContracts ? Math.round(candle.baseVolume / market.contract.size) : candle.baseVolume;
    rows.push([
      m * 60_000,
      candle.open,
      candle.high,
      candle.low,
      candle.close,
      ...(market.kind === 'perp' ? [volume] : []),
    ]);
  }
  return rows;
}

describe.each(VENUES)('the contracts of %s, as ccxt reads them', (venue) => {
  it('are listed, with what one of them is worth', async () => {
    const markets = await client(venue).loadMarkets();
    const swaps = Object.values(markets).filter((market) => market?.swap === true);
    const perps = contracts(venue).filter((market) => market.kind === 'perp');
    expect(swaps.map((market) => market?.symbol).sort()).toEqual(perps.map(symbolOf).sort());
    for (const perp of perps) {
      const swap = markets[symbolOf(perp)];
      expect(swap?.active).toBe(true);
      expect(swap?.inverse).toBe(perp.contract.of === 'quote');
      if (['binancecoinm', 'okx', 'gate', 'kucoinfutures'].includes(venue))
        expect(swap?.contractSize).toBe(perp.contract.size);
    }
  });
  it.each([
    ['perp', undefined],
    ['mark', { price: 'mark' }],
    ['index', { price: 'index' }],
  ] as const)('give the %s candles of the scenario', async (kind, params) => {
    const of = contracts(venue).filter((market) => market.kind === kind && ['ATOM', 'BTC'].includes(market.base));
    expect(of.length > 0 || venue === 'kucoinfutures').toBe(true);
    for (const market of of) {
      const rows = await client(venue).fetchOHLCV(symbolOf(market), '1m', from * 60_000, to - from, params);
      const traded = rows
        .filter((row) => kind !== 'perp' || (row[5] ?? NaN) > 0)
        .filter((row) => Number(row[0]) < to * 60_000);
      expect(traded.map((row) => (kind === 'perp' ? row : row.slice(0, 5)))).toEqual(wanted(market));
    }
  });
});

describe('the interfaces of contracts', () => {
  const rowsAt = async (address: string): Promise<readonly (readonly unknown[])[]> =>
    (await fetch(`${simulator.origin}/${address}`)).json() as Promise<readonly (readonly unknown[])[]>;
  const start = String(minuteAtIso('2025-10-05T00:00Z') * 60_000);

  it('binance USD-M gives 1,500 rows at most, the oldest of the range; COIN-M the newest', async () => {
    const end = String(minuteAtIso('2025-10-07T00:00Z') * 60_000);
    const usdm = await rowsAt(
      `binanceusdm/fapi.binance.com/fapi/v1/klines?symbol=BTCUSDT&interval=1m&limit=5000&startTime=${start}&endTime=${end}`,
    );
    expect([usdm.length, usdm[0]?.[0]]).toEqual([1_500, Number(start)]);
    const coinm = await rowsAt(
      `binancecoinm/dapi.binance.com/dapi/v1/klines?symbol=BTCUSD_PERP&interval=1m&limit=5000&startTime=${start}&endTime=${end}`,
    );
    expect([coinm.length, coinm.at(-1)?.[0]]).toEqual([1_500, Number(end)]);
  });
  it('binance COIN-M refuses a range of more than 200 days', async () => {
    const late = String(Number(start) + 201 * 86_400_000);
    const response = await fetch(
      `${simulator.origin}/binancecoinm/dapi.binance.com/dapi/v1/klines?symbol=BTCUSD_PERP&interval=1m&startTime=${start}&endTime=${late}`,
    );
    expect(response.status).toBe(400);
  });
  it('binance COIN-M writes contracts of 10 USD in the sixth column and base in the eighth', async () => {
    const [row] = await rowsAt(
      `binancecoinm/dapi.binance.com/dapi/v1/klines?symbol=ATOMUSD_PERP&interval=1m&limit=1&startTime=${start}&endTime=${start}`,
    );
    const [contractCount, base] = [Number(row?.[5]), Number(row?.[7])];
    expect(Number.isInteger(contractCount)).toBe(true);
    const mean = (Number(row?.[1]) + Number(row?.[4])) / 2;
    expect(base).toBeCloseTo((contractCount * 10) / mean, 6);
  });
  it('okx gives 100 rows of mark and index prices at most, six columns each', async () => {
    for (const [path, id] of [
      ['history-mark-price-candles', 'BTC-USDT-SWAP'],
      ['history-index-candles', 'BTC-USDT'],
    ] as const) {
      const body = (await (
        await fetch(`${simulator.origin}/okx/www.okx.com/api/v5/market/${path}?instId=${id}&bar=1m&limit=300`)
      ).json()) as { data: string[][] };
      expect([body.data.length, body.data[0]?.length]).toEqual([100, 6]);
    }
  });
});

describe("Binance's display klines", () => {
  const at = (path: string): Promise<string[][]> =>
    fetch(
      `${simulator.origin}/binance/api.binance.com/api/v3/${path}?symbol=ATOMUSDT&interval=1m&startTime=${String(from * 60_000)}&limit=60`,
    ).then((reply) => reply.json() as Promise<string[][]>);
  it('have the shape of klines and differ in the corrected minute alone', async () => {
    const [klines, display] = [await at('klines'), await at('uiKlines')];
    const differing = klines.flatMap((row, i) => (JSON.stringify(row) === JSON.stringify(display[i]) ? [] : [i]));
    expect(differing).toEqual([20]);
    expect([klines[20]?.[3], display[20]?.[3]]).toEqual(['0.00100000', '1.50000000']);
    expect(display[20]?.length).toBe(12);
  });
});
