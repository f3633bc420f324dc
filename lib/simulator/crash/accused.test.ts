import { describe, expect, it } from 'vitest';
import type { SimulatedMarket } from '../scenario';
import { fieldAt, medianOf, minuteAtIso, usdPer } from '../testing/quotes';
import { crash as crashScenario } from '../testing/crash';

const scenario = crashScenario();

const QUOTES = ['USD', 'USDT', 'KRW'];

/** What a market traded on the day of the crash, in units of the base. */
function tradedThatDay(market: SimulatedMarket): number {
  const { baseVolume } = scenario.candles(market);
  const [from, to] = [minuteAtIso('2025-10-10T00:00Z'), minuteAtIso('2025-10-11T00:00Z')];
  let sum = 0;
  for (let m = from; m < to; m += 1) {
    const volume = baseVolume[m - scenario.range.from];
    if (volume !== undefined && !Number.isNaN(volume)) sum += volume;
  }
  return sum;
}

/** Of each venue its largest book of the base in the quotes. */
function marketsOf(base: string, quotes: readonly string[] = QUOTES): readonly SimulatedMarket[] {
  const byVenue = new Map<string, SimulatedMarket>();
  for (const market of scenario.markets) {
    if ((market.base as string) !== base || !quotes.includes(market.quote)) continue;
    const known = byVenue.get(market.venue);
    if (known === undefined || tradedThatDay(market) > tradedThatDay(known)) byVenue.set(market.venue, market);
  }
  return [...byVenue.values()];
}

interface Stray {
  readonly venue: string;
  readonly side: 'below' | 'above';
  readonly deepest: number;
  readonly minute: string;
}

/** Which venues stray by `threshold` or more from the others' median, low against lows and high against highs, in `[from, to)`. */
function accused(base: string, threshold: number, from: number, to: number, quotes = QUOTES): readonly Stray[] {
  const markets = marketsOf(base, quotes);
  const found = new Map<string, Stray>();
  let measured = 0;
  for (let m = from; m < to; m += 1) {
    const rates = new Map(QUOTES.map((quote) => [quote, usdPer(scenario, quote, m)]));
    for (const [side, field] of [
      ['below', 'low'],
      ['above', 'high'],
    ] as const) {
      const prices = markets.map((market) => fieldAt(scenario, market, m, field) * (rates.get(market.quote) ?? NaN));
      for (const [i, market] of markets.entries()) {
        const others = prices.filter((price, j) => j !== i && !Number.isNaN(price));
        if (others.length < 3) continue;
        const d = (prices[i] ?? NaN) / medianOf(others) - 1;
        if (!Number.isNaN(d)) measured += 1;
        const strays = side === 'below' ? d <= -threshold : d >= threshold;
        const key = `${market.venue} ${side}`;
        const known = found.get(key);
        if (strays && (known === undefined || Math.abs(d) > Math.abs(known.deepest))) {
          found.set(key, {
            venue: market.venue,
            side,
            deepest: d,
            minute: new Date(m * 60_000).toISOString().slice(11, 16),
          });
        }
      }
    }
  }
  // Nobody is cleared by holes: nearly every venue, minute and side was measured.
  if (measured < 0.8 * 2 * markets.length * (to - from))
    throw new Error(`only ${String(measured)} deviations of ${base} could be measured`);
  return [...found.values()].sort((a, b) => Math.abs(b.deepest) - Math.abs(a.deepest));
}

const [dusk, midnight] = [minuteAtIso('2025-10-10T20:00Z'), minuteAtIso('2025-10-11T00:00Z')];
const names = (strays: readonly Stray[]): readonly string[] =>
  strays.map((stray) => `${stray.venue} ${stray.side}`).sort();

describe('who strays in the crash, by a computation of its own', () => {
  it.each(['ATOM', 'DOGE', 'XRP', 'SOL', 'ETH', 'BTC'])('%s is judged on all sixteen venues', (base) => {
    expect(marketsOf(base).length).toBe(16);
  });
  it('ATOM: Binance below, by far the deepest, at 21:20; the venues whose ATOM trades in dollars above', () => {
    const strays = accused('ATOM', 0.02, dusk, midnight);
    expect(names(strays)).toEqual([
      'binance below',
      'bitstamp above',
      'coinbase above',
      'gemini above',
      'kraken above',
    ]);
    const binance = strays.find((stray) => stray.side === 'below');
    expect(binance?.minute).toBe('21:20');
    // 0.001 against about 1.6: −99.94 %.
    expect(Math.round((binance?.deepest ?? NaN) * 10_000)).toBe(-9_994);
    // 3.55 against 2.05 a minute later, and Kraken seven percent below the other three.
    const above = strays.filter(({ side }) => side === 'above').map(({ deepest }) => deepest);
    expect(Math.max(...above)).toBeCloseTo(0.73, 1);
    expect(Math.min(...above)).toBeGreaterThan(0.55);
  });
  it('ATOM among the books in USDT: Binance alone, at 0.001', () => {
    expect(names(accused('ATOM', 0.02, dusk, midnight, ['USDT']))).toEqual(['binance below']);
  });
  it('ATOM among the books in USD: Kraken alone, which is published at 3.0 where Coinbase printed 3.56', () => {
    const strays = accused('ATOM', 0.02, dusk, midnight, ['USD']);
    expect(names(strays)).toEqual(['kraken below']);
    expect(strays[0]?.deepest).toBeCloseTo(3 / 3.54 - 1, 1);
  });
  it('DOGE: Binance below, 0.095 against about 0.15; Gemini above, which never traded below 0.1819', () => {
    const strays = accused('DOGE', 0.02, dusk, midnight);
    expect(names(strays)).toEqual(['binance below', 'gemini above']);
    expect(strays[0]?.deepest).toBeCloseTo(0.095 / 0.151 - 1, 1);
  });
  it('FIL: Binance and Gemini below, 0.320 and 1.0001 against about 1.75', () => {
    const strays = accused('FIL', 0.02, dusk, midnight);
    expect(names(strays)).toEqual(['binance below', 'gemini below']);
    expect(strays[0]?.deepest).toBeCloseTo(0.32 / 1.757 - 1, 1);
    expect(strays[1]?.deepest).toBeCloseTo(1.0001 / 1.757 - 1, 1);
  });
  it('POL: Binance alone, 0.1152 against about 0.20', () => {
    const strays = accused('POL', 0.02, dusk, midnight);
    expect(names(strays)).toEqual(['binance below']);
    expect(strays[0]?.deepest).toBeCloseTo(0.1152 / 0.2018 - 1, 1);
  });
  it('USDe: Binance and Bybit, and nobody else even at 1 %', () => {
    const strays = accused('USDE', 0.01, dusk, midnight);
    expect(names(strays).filter((name) => name.endsWith('below'))).toEqual(['binance below', 'bybit below']);
    expect(names(strays).filter((name) => name.endsWith('above'))).toEqual([]);
  });
  it.each(['BTC', 'ETH', 'SOL', 'XRP'])('%s: nobody', (base) => {
    expect(accused(base, 0.02, dusk, midnight)).toEqual([]);
  });
  it.each(['BTC', 'ETH', 'SOL', 'XRP', 'DOGE', 'ATOM', 'FIL', 'POL', 'USDE'])(
    '%s: nobody strays by one percent on a calm day of the baseline',
    (base) => {
      expect(accused(base, 0.01, minuteAtIso('2025-10-08T12:00Z'), minuteAtIso('2025-10-08T16:00Z'))).toEqual([]);
    },
  );
});
