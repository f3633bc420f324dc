import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRICE_FIELDS } from '../../domain/candle';
import { minute } from '../../domain/minute';
import { analyse } from '../analyse';
import { anyInput } from '../testing/anyMarkets';
import { expectSame } from '../testing/same';
import { MISSING, type Analysis, type AnalysisInput, type MarketColumns, type VenueSeries } from '../types';

const RUNS = { numRuns: 150 };

const DEVIATIONS = ['dLow', 'dHigh', 'dClose', 'outside'] as const;
const REFERENCES = ['referenceLow', 'referenceHigh', 'referenceClose', 'dispersion'] as const;

/** Every price and quote volume times a factor. */
const multiplied = (columns: MarketColumns, factor: number): MarketColumns => ({
  ...columns,
  candles: {
    ...columns.candles,
    ...Object.fromEntries(
      [...PRICE_FIELDS, 'quoteVolume' as const].map((field) => [
        field,
        columns.candles[field].map((value) => value * factor),
      ]),
    ),
  },
});

/** Prices times a power of two change no ratio. */
function expectMultiplied(input: AnalysisInput, before: Analysis, factor: number): void {
  const after = analyse({ ...input, markets: input.markets.map((one) => multiplied(one, factor)) });
  const ratios = (series: VenueSeries): unknown => [
    series.venue,
    ...DEVIATIONS.map((name) => series[name]),
    series.missing,
    series.peers,
  ];
  expectSame(after.series.map(ratios), before.series.map(ratios));
  expect(after.episodes).toStrictEqual(
    before.episodes.map((episode) => ({
      ...episode,
      peakPrice: episode.peakPrice * factor,
      peakReference: episode.peakReference * factor,
      usdVolume: episode.usdVolume * factor,
      blocs:
        episode.blocs === undefined
          ? undefined
          : { usd: episode.blocs.usd * factor, usdt: episode.blocs.usdt * factor },
    })),
  );
  expect([after.market, after.falls]).toStrictEqual([before.market, before.falls]);
}

/** All of one venue's prices times a factor. */
function expectOwnReferenceUnmoved(input: AnalysisInput, before: Analysis, which: number, factor: number): void {
  const self = before.series[which % before.series.length];
  if (self === undefined) return;
  const after = analyse({
    ...input,
    markets: input.markets.map((one) => (one.market.venue === self.venue ? multiplied(one, factor) : one)),
  });
  const own = after.series.find(({ venue }) => venue === self.venue);
  for (const name of [...REFERENCES, 'peers'] as const) expectSame(own?.[name], self[name], name);
}

/** Episodes of one venue and side never overlap, lie in the window, and hold their peak. */
function expectEpisodesApart({ episodes, question }: Analysis): void {
  const last = new Map<string, number>();
  for (const { venue, side, start, end, peakMinute, peak } of [...episodes].sort((a, b) => a.start - b.start)) {
    const key = `${venue} ${side}`;
    expect(start).toBeGreaterThanOrEqual(last.get(key) ?? question.range.from);
    expect(end).toBeLessThanOrEqual(question.range.to);
    expect(peakMinute >= start && peakMinute < end).toBe(true);
    expect(side === 'below' ? -peak : peak).toBeGreaterThanOrEqual(question.enter);
    last.set(key, end);
  }
}

/** Ties by area, each with an id of its own. */
function expectDeepestFirst({ episodes }: Analysis): void {
  episodes.slice(1).forEach((episode, i) => {
    const deeper = episodes[i];
    if (deeper === undefined) return;
    const [now, before] = [Math.abs(episode.peak), Math.abs(deeper.peak)];
    expect(before > now || (before === now && deeper.areaPctMinutes >= episode.areaPctMinutes)).toBe(true);
  });
  expect(new Set(episodes.map(({ id }) => id)).size).toBe(episodes.length);
}

/** Minutes measured without a traded candle, and other numbers where there is none to have. */
function numbersOfHoles(input: AnalysisInput, analysis: Analysis): readonly string[] {
  const wrong: string[] = [];
  for (const series of analysis.series) {
    const own = input.markets.find(
      ({ market, source }) => market === series.market && source === series.source,
    )?.candles;
    series.missing.forEach((missing, i) => {
      const slot = own === undefined ? NaN : input.question.range.from + i - own.range.from;
      const amounts = [own?.baseVolume[slot], own?.quoteVolume[slot], own?.trades[slot]].map(Number);
      const isPriced = !Number.isNaN(Number(own?.close[slot]));
      const traded = amounts.some((amount) => amount > 0) || (isPriced && amounts.every(Number.isNaN));
      const shown = traded || MISSING[missing] === 'moved';
      const where = `${series.venue}, minute ${String(i)}`;
      if (missing === 0 && !traded) wrong.push(`${where}: measured without a trade`);
      for (const name of DEVIATIONS)
        if (Number.isNaN(series[name][i]) !== (missing !== 0)) wrong.push(`${where}: ${name}`);
      for (const name of ['rawLow', 'rawHigh', 'rawOpen', 'rawClose'] as const)
        if (Number.isNaN(series[name][i]) !== !shown) wrong.push(`${where}: ${name}`);
      for (const name of ['low', 'open', 'usdVolume'] as const)
        if (!traded && !Number.isNaN(series[name][i])) wrong.push(`${where}: ${name}`);
    });
  }
  return wrong;
}

const anyReordered = anyInput.chain((input) =>
  fc
    .tuple(
      fc.shuffledSubarray([...input.markets], { minLength: input.markets.length }),
      fc.shuffledSubarray([...input.rateMarkets], { minLength: input.rateMarkets.length }),
    )
    .map(([markets, rateMarkets]) => ({ input, other: { ...input, markets, rateMarkets } })),
);

/** The same minutes on another day give the same numbers. */
function expectMoved(input: AnalysisInput, before: Analysis, away: number): void {
  const moved = (one: MarketColumns): MarketColumns => ({
    ...one,
    candles: { ...one.candles, range: shifted(one.candles.range, away) },
  });
  const after = analyse({
    question: { ...input.question, range: shifted(input.question.range, away) },
    markets: input.markets.map(moved),
    rateMarkets: input.rateMarkets.map(moved),
  });
  const numbers = ({ series, market, falls }: Analysis): unknown => [
    series.map((one) => [...DEVIATIONS, 'rate', 'uncertainty', 'missing'].map((name) => one[name as 'rate'])),
    market,
    falls,
  ];
  expectSame(numbers(after), numbers(before));
  expect(after.episodes.map(({ start, end, peak }) => [start - away, end - away, peak])).toStrictEqual(
    before.episodes.map(({ start, end, peak }) => [start, end, peak]),
  );
}

describe('whatever the markets', () => {
  it('no venue affects its own reference; episodes of a venue and side never overlap, hold their peak and come deepest first; no hole became a number', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(), fc.double({ min: 0.001, max: 1_000, noNaN: true }), (input, which, factor) => {
        const analysis = analyse(input);
        expectEpisodesApart(analysis);
        expectDeepestFirst(analysis);
        expect(numbersOfHoles(input, analysis)).toStrictEqual([]);
        expectOwnReferenceUnmoved(input, analysis, which, factor);
      }),
      RUNS,
    );
  });

  it('neither prices times a power of two, nor another order of markets, nor another day change a deviation, a hole or an episode, to the bit', () => {
    const powers = fc.integer({ min: -40, max: 40 });
    const days = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(anyReordered, powers, days, ({ input, other }, power, away) => {
        const before = analyse(input);
        expectMultiplied(input, before, 2 ** power);
        expectSame(analyse(other), before);
        expectMoved(input, before, away * 1_440);
      }),
      RUNS,
    );
  });
});

const shifted = (range: MarketColumns['candles']['range'], by: number): MarketColumns['candles']['range'] => ({
  from: minute(range.from + by),
  to: minute(range.to + by),
});
