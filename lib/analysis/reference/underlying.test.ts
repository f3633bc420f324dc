import { describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../../domain/market';
import { dayOf, minute, MINUTES_PER_DAY, startOf } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { analyse } from '../analyse';
import { bar, DEEPEST_MINUTE, flat, marketOf, questionOf, type Slot } from '../testing/markets';
import { MISSING, type Analysis, type MarketColumns, type VenueSeries } from '../types';

const today = startOf(dayOf(DEEPEST_MINUTE));
const from = minute(today - MINUTES_PER_DAY);

/** A market over the UTC day before the window's, whose last minutes are `before`, and the window's one minute. */
const market = (name: string, before: readonly Slot[], now: Slot): MarketColumns =>
  marketOf(
    name,
    [...times(MINUTES_PER_DAY - before.length, 'unasked'), ...before, ...times(DEEPEST_MINUTE - today, 'unasked'), now],
    { from },
  );

function times(minutes: number, slot: Slot): readonly Slot[] {
  return new Array<Slot>(minutes).fill(slot);
}

/** ETH on three venues: 3,990, 4,000 and 4,010 in every minute of the day before; in the window lows of 2,900, 3,000 and 3,100. */
const ETH = [
  ['coinbase', 3_990, 2_900],
  ['kraken', 4_000, 3_000],
  ['okx', 4_010, 3_100],
] as const;
const eth = ETH.map(([venue, before, low]) =>
  market(`${venue} ETH/USD`, times(MINUTES_PER_DAY, flat(before)), bar(low + 500, low + 600, low, low + 300)),
);

function wbeth(
  before: readonly Slot[],
  underlyingMarkets: readonly MarketColumns[] = eth,
  asked: Partial<Question> = {},
): Analysis {
  // The lowest that was paid for WBETH in the event.
  const own = market('binance WBETH/USD', before, bar(3_700, 3_800, 430.65, 3_500));
  return analyse({
    question: questionOf(1, { asset: 'WBETH' as Asset, reference: { kind: 'wrapped' }, ...asked }),
    markets: [own],
    rateMarkets: [],
    underlyingMarkets,
  });
}
const binanceOf = ({ series }: Analysis): VenueSeries | undefined => series[0];

describe('a wrapped asset against its underlying, by hand', () => {
  it("is compared with the underlying's low, high and close reference times the ratio of the day before", () => {
    // 4,320 ÷ 4,000 = 1.08 in every minute.
    const analysis = wbeth(times(100, flat(4_320)));
    expect(analysis.ratios.map(({ ratio, minutes }) => [ratio, minutes])).toStrictEqual([[1.08, 100]]);
    const binance = binanceOf(analysis);
    // Lows 2,900, 3,000, 3,100: 3,000 × 1.08 = 3,240. Highs, 600 higher: 3,600 × 1.08 = 3,888. Closes, 300 higher: 3,300 × 1.08 = 3,564.
    const references = [binance?.referenceLow[0], binance?.referenceHigh[0], binance?.referenceClose[0]];
    [3_240, 3_888, 3_564].forEach((expected, i) => {
      expect(references[i]).toBeCloseTo(expected, 9);
    });
    // 430.65 ÷ 3,240 − 1 = −0.867083…; 3,800 ÷ 3,888 − 1 = −0.022633…; 3,500 ÷ 3,564 − 1 = −0.017957…
    const strayed = [binance?.dLow[0], binance?.dHigh[0], binance?.dClose[0]];
    [-0.867083333, -0.022633745, -0.017957351].forEach((expected, i) => {
      expect(strayed[i]).toBeCloseTo(expected, 9);
    });
    expect(binance?.peers[0]).toBe(3);
    expect(binance?.outside[0]).toBeNaN();
  });

  it("takes the median of the minutes' ratios, not their mean", () => {
    // 51 minutes at 4,320 ÷ 4,000 = 1.08, 49 at 8,000 ÷ 4,000 = 2: the fiftieth and the fifty-first of a hundred are both 1.08.
    expect(wbeth([...times(49, flat(8_000)), ...times(51, flat(4_320))]).ratios[0]?.ratio).toBe(1.08);
    // 50 of each: (1.08 + 2) ÷ 2.
    expect(wbeth([...times(50, flat(8_000)), ...times(50, flat(4_320))]).ratios[0]?.ratio).toBe((1.08 + 2) / 2);
  });

  it('counts the minutes alone in which both traded: sixty make a ratio, fifty-nine none', () => {
    const silent = times(40, undefined);
    expect(
      wbeth([...times(60, flat(4_320)), ...silent]).ratios.map(({ ratio, minutes }) => [ratio, minutes]),
    ).toStrictEqual([[1.08, 60]]);
    const tooFew = wbeth([...times(59, flat(4_320)), ...silent]);
    expect(tooFew.ratios.map(({ ratio, minutes }) => [ratio, minutes])).toStrictEqual([[NaN, 59]]);
    expect(MISSING[binanceOf(tooFew)?.missing[0] ?? NaN]).toBe('too-few-peers');
    expect(binanceOf(tooFew)?.low[0]).toBe(430.65);
    expect(tooFew.episodes).toStrictEqual([]);
  });

  it('takes nothing of the window into the ratio', () => {
    // The window's own minute, in which both traded, would be the 1,441st.
    expect(wbeth(times(MINUTES_PER_DAY, flat(4_320))).ratios[0]?.minutes).toBe(MINUTES_PER_DAY);
  });

  it("leaves the venue's own book of the underlying out, and nobody for it where that book was silent", () => {
    const crashed = market('binance ETH/USD', times(MINUTES_PER_DAY, flat(1_000)), flat(10));
    const analysis = wbeth(times(100, flat(4_320)), [...eth, crashed]);
    expect(analysis.ratios[0]?.ratio).toBe(1.08);
    expect(binanceOf(analysis)?.referenceLow[0]).toBeCloseTo(3_240, 9);
    expect(binanceOf(analysis)?.peers[0]).toBe(3);
    const silent = wbeth(times(100, flat(4_320)), [
      ...eth,
      market('binance ETH/USD', times(MINUTES_PER_DAY, flat(1_000)), undefined),
    ]);
    expect([binanceOf(silent)?.peers[0], MISSING[binanceOf(silent)?.missing[0] ?? NaN]]).toStrictEqual([3, 'measured']);
  });

  it('is not measured where the underlying has too few venues, however many the asset itself has', () => {
    const analysis = wbeth(times(100, flat(4_320)), eth.slice(1));
    expect(MISSING[binanceOf(analysis)?.missing[0] ?? NaN]).toBe('too-few-peers');
    // Two where the reader asks for two: (3,000 + 3,100) ÷ 2 × 4,320 ÷ 4,005.
    expect(binanceOf(wbeth(times(100, flat(4_320)), eth.slice(1), { minPeers: 2 }))?.referenceLow[0]).toBeCloseTo(
      3_050 * (4_320 / 4_005),
      9,
    );
  });

  it('takes the underlying of every venue with data, whatever venues are asked for', () => {
    const asked = wbeth(times(100, flat(4_320)), eth, { venues: ['binance' as Venue] });
    expect(binanceOf(asked)?.peers[0]).toBe(3);
  });
});
