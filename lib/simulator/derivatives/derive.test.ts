import { describe, expect, it } from 'vitest';
import { flawOf } from '../../domain/candle';
import { crashScenario } from '../crash/scenario';
import { crash } from '../testing/crash';
import { candleAt, type ContractMarket } from '../scenario';
import { minuteAtIso } from '../testing/quotes';

const scenario = crash();
const all = scenario.derivatives ?? [];

function contract(venue: string, kind: string, base: string): ContractMarket {
  const market = all.find(
    (one) => one.venue === (venue as typeof one.venue) && one.kind === kind && (one.base as string) === base,
  );
  if (market === undefined) throw new Error(`no ${venue} ${base} ${kind}`);
  return market;
}

const at = (market: ContractMarket, iso: string) =>
  candleAt(scenario.candles(market), minuteAtIso(iso) - scenario.range.from);

/** The lowest price of the 10th (UTC). */
function dayLow(market: ContractMarket): number {
  let low = Infinity;
  for (let m = minuteAtIso('2025-10-10T00:00Z'); m < minuteAtIso('2025-10-11T00:00Z'); m += 1) {
    low = Math.min(low, candleAt(scenario.candles(market), m - scenario.range.from)?.low ?? Infinity);
  }
  return low;
}

describe('contracts pass through the published figures', () => {
  it('ATOM on Binance USD-M at 21:20 is 1.777 / 1.827 / 1.46 / 1.642, its mark low 1.50447', () => {
    expect(at(contract('binanceusdm', 'perp', 'ATOM'), '2025-10-10T21:20Z')).toMatchObject({
      open: 1.777,
      high: 1.827,
      low: 1.46,
      close: 1.642,
    });
    expect(at(contract('binanceusdm', 'mark', 'ATOM'), '2025-10-10T21:20Z')?.low).toBe(1.50447);
  });
  it.each([
    ['ATOM', 1.055],
    ['DOGE', 0.0841],
    ['FIL', 0.32],
  ])('the day low of %s on Binance COIN-M is %d', (base, low) => {
    expect(dayLow(contract('binancecoinm', 'perp', base))).toBe(low);
  });
});

describe('contracts derived from spot', () => {
  it('hold no candle that breaks the invariant, and whole contracts alone', () => {
    const flaws: string[] = [];
    let traded = 0;
    for (const market of all) {
      const columns = scenario.candles(market);
      for (let slot = 0; slot < columns.open.length; slot += 1) {
        const candle = candleAt(columns, slot);
        if (candle === undefined) continue;
        const flaw = flawOf(candle);
        if (flaw !== undefined) flaws.push(`${market.venue} ${market.base} ${market.kind}: ${flaw.kind}`);
        if (market.kind !== 'perp') continue;
        traded += 1;
        const contracts =
          (market.contract.of === 'quote' ? candle.quoteVolume : candle.baseVolume) / market.contract.size;
        if (!(contracts >= 1) || Math.abs(contracts - Math.round(contracts)) > 1e-3)
          flaws.push(`${market.venue} ${market.base}: ${String(contracts)} contracts`);
      }
    }
    expect(flaws).toEqual([]);
    expect(traded).toBeGreaterThan(300_000);
  });
  it('stand within a thousandth of their spot on a calm day', () => {
    for (const kind of ['perp', 'mark', 'index']) {
      const market = contract('bybit', kind, 'BTC');
      const spot = scenario.markets.find(
        (one) => one.venue === market.venue && (one.base as string) === 'BTC' && one.quote === 'USDT',
      );
      if (spot === undefined) throw new Error('bybit lists no BTC/USDT');
      for (let m = minuteAtIso('2025-10-08T00:00Z'); m < minuteAtIso('2025-10-09T00:00Z'); m += 1) {
        const [mine, theirs] = [market, spot].map(
          (one) => candleAt(scenario.candles(one), m - scenario.range.from)?.close ?? NaN,
        );
        if (Number.isNaN(theirs)) continue;
        expect(Math.abs((mine ?? NaN) / (theirs ?? NaN) - 1)).toBeLessThan(0.001);
      }
    }
  });
  it('compute a mark and an index price in every minute, without a volume', () => {
    for (const kind of ['mark', 'index']) {
      const columns = scenario.candles(contract('gate', kind, 'ATOM'));
      const first = columns.open.findIndex((open) => !Number.isNaN(open));
      expect(first).toBeLessThan(10);
      expect(columns.open.slice(first).every((open) => open > 0)).toBe(true);
      expect(columns.baseVolume.every((volume) => Number.isNaN(volume))).toBe(true);
    }
  });
  it('leave the spot markets alone: contracts are a list of their own', () => {
    expect(scenario.markets.every((market) => market.kind === 'spot')).toBe(true);
    expect(all.every((market) => market.kind !== 'spot')).toBe(true);
  });
  it('are the same from the same seed and others from another', () => {
    const market = contract('okx', 'perp', 'SOL');
    expect(crashScenario().candles(market)).not.toBe(scenario.candles(market));
    const again = crashScenario();
    const mine = again.derivatives?.find(
      (one) => one.venue === market.venue && one.base === market.base && one.kind === 'perp',
    );
    if (mine === undefined) throw new Error('okx lists no SOL contract');
    expect(again.candles(mine).close).toEqual(scenario.candles(market).close);
  });
});
