import { describe, expect, it } from 'vitest';
import type { ComparedMarketAnswer, ComparisonAnswer, SpreadAnswer, SpreadAt } from '../../api/comparison';
import { comparedIn, comparedName, comparisonSentence, furthestOf } from './compare';

const market = (venue: string, over: Partial<ComparedMarketAnswer> = {}): ComparedMarketAnswer => ({
  venue,
  market: 'ATOM/USDT',
  kind: 'spot',
  isDisplay: false,
  source: 'rest',
  priced: 60,
  rate: null,
  ...over,
});
const at = (minute: string, a: number, b: number): SpreadAt => ({
  minute: `2025-10-10T${minute}Z`,
  ratio: a / b - 1,
  a,
  b,
});
const never = { below: null, above: null };
const spread = (over: Partial<SpreadAnswer> = {}): SpreadAnswer => ({
  place: 1,
  compared: 60,
  missing: 0,
  median: 0.001,
  low: never,
  high: never,
  close: never,
  ...over,
});
const answer = (spreads: readonly SpreadAnswer[], over: Partial<ComparisonAnswer> = {}): ComparisonAnswer => ({
  simulated: false,
  from: '2025-10-10T21:00Z',
  to: '2025-10-10T22:00Z',
  currency: 'USDT',
  isConverted: false,
  markets: [market('binance'), market('okx', { kind: 'perp' })],
  spreads,
  ...over,
});

describe('what a comparison finds', () => {
  it('is where closes were furthest apart, and lows where they were further, in the prices published', () => {
    const found = answer([
      spread({
        close: { below: at('21:20', 1.5, 2), above: at('21:30', 1.1, 1) },
        low: { below: at('21:21', 0.001, 1.25), above: null },
      }),
    ]);
    expect(comparisonSentence(found)).toBe(
      'Binance ATOM/USDT traded as low as 99.92 % below OKX ATOM/USDT perpetual’s low, on 2025-10-10 at 21:21 UTC: 0.001 against 1.25 USDT. Closes were at most 25.00 % apart, at 21:20 UTC: 1.5 against 2 USDT.',
    );
  });

  it('names the day and the market of the second figure where they are others', () => {
    const other = market('kraken', { market: 'ATOM/USD' });
    const on = (day: string, one: SpreadAt): SpreadAt => ({ ...one, minute: one.minute.replace('10-10', day) });
    const found = answer(
      [
        spread({ low: { below: at('21:21', 0.001, 1.25), above: null } }),
        spread({ place: 2, close: { below: on('10-12', at('21:20', 1.5, 2)), above: null } }),
      ],
      { markets: [market('binance'), market('okx', { kind: 'perp' }), other] },
    );
    expect(comparisonSentence(found)).toMatch(
      / Closes were at most 25\.00 % from Kraken ATOM\/USD’s, on 2025-10-12 at 21:20 UTC: 1\.5 against 2 USDT\.$/,
    );
  });

  it('begins with the closes where they were further', () => {
    const close = { below: null, above: at('21:20', 3, 2) };
    expect(comparisonSentence(answer([spread({ close, low: { below: at('21:20', 1, 2), above: null } })]))).toMatch(
      /^Binance ATOM\/USDT closed as far as 50\.00 % above OKX ATOM\/USDT perpetual, on 2025-10-10 at 21:20 UTC: 3 against 2 USDT\. Lows were at most 50\.00 % apart/,
    );
  });

  it('is none where no minute is had by both, and that closes were equal where they were', () => {
    expect(comparisonSentence(answer([spread({ compared: 0, missing: 60, median: null })]))).toBe(
      'Binance ATOM/USDT has no minute in common with OKX ATOM/USDT perpetual in this window.',
    );
    expect(comparisonSentence(answer([spread()]))).toBe(
      'Binance ATOM/USDT closed exactly at OKX ATOM/USDT perpetual in every minute that can be compared.',
    );
  });

  it('names the further side', () => {
    const [below, above] = [at('21:20', 1, 2), at('21:30', 1.4, 1)];
    expect(furthestOf({ below, above })).toBe(below);
    expect(furthestOf({ below: null, above })).toBe(above);
    expect(furthestOf(never)).toBeNull();
  });

  it('says in which currency, and whether anything is converted', () => {
    expect(comparedIn(answer([]))).toMatch(/^Both are quoted in USDT: prices as published, nothing converted\./);
    expect(comparedIn(answer([], { currency: 'USD', isConverted: true }))).toMatch(
      /^Quotes differ, so every price is converted to USD minute by minute/,
    );
  });

  it('tells display candles from candles', () => {
    expect(comparedName(market('binance', { isDisplay: true }))).toBe('Binance ATOM/USDT display candles');
  });
});
