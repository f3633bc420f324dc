import type { EChartsOption } from 'echarts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviationChart } from '../../charts/chart';
import { deviationOption, chartHeight } from '../../charts/deviationOption';
import { heroOption } from '../../charts/hero/option';
import { answerOf, at, chartOf, seriesOf, type Row } from '../../charts/testing/answer';
import { echartsSvg } from '../testing/echartsSvg';
import { apart, elementsIn, MET, type Seen } from '../testing/elements';
import { stillSvg } from './stillSvg';

const VENUES = ['binance', 'htx', 'kraken', 'mtgox'] as const;
const MISSING = ['no-trade', 'moved', 'not-fetched', 'set-aside', 'too-few-peers', 'no-rate', 'left-out'] as const;

/** Charts of every look: any window, width, theme and scale, with lines, episodes and a minute marked. */
const charts = fc
  .record({
    first: fc.integer({ min: Date.UTC(2017, 0) / 60_000, max: Date.UTC(2026, 0) / 60_000 }),
    size: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 90, max: 1_000 })),
    prices: fc.array(fc.oneof(fc.constantFrom(...MISSING), fc.double({ min: 0.001, max: 5, noNaN: true })), {
      minLength: 1,
      maxLength: 40,
    }),
    venues: fc.integer({ min: 0, max: VENUES.length }),
    look: fc.record({
      width: fc.integer({ min: 300, max: 1_600 }),
      compact: fc.boolean(),
      theme: fc.constantFrom('light', 'dark'),
      scale: fc.constantFrom('linear', 'log', 'auto'),
      lines: fc.subarray([...VENUES]),
    }),
    simulated: fc.boolean(),
    fontFamily: fc.constantFrom(undefined, 'inherit', 'Geist'),
  })
  .map(({ first, size, prices, venues, look, simulated, fontFamily }): DeviationChart => {
    const from = at('1970-01-01T00:00Z', first);
    const rows = (k: number): Row[] =>
      Array.from({ length: size }, (_, i): Row => {
        const one = prices[(i * 7 + k * 31) % prices.length] ?? 'no-trade';
        return typeof one === 'string'
          ? one
          : { open: one * 1.2, low: one, high: one * 1.3, close: one * 1.1, reference: 2.5 };
      });
    const series = VENUES.slice(0, venues).map((venue, k) => seriesOf(venue, from, rows(k), k === 1 ? 'mark' : 'spot'));
    const answer = { ...answerOf(from, series, episodesOf(from, size)), to: at(from, size), simulated };
    return {
      ...chartOf(answer, look),
      ...(fontFamily === undefined ? {} : { fontFamily }),
      height: chartHeight(chartOf(answer, look)),
      minute: at(from, size >> 1),
    };
  });

const episodesOf = (from: string, size: number): DeviationChart['answer']['episodes'] =>
  [size >> 2, size >> 1].map((start, i) => ({
    venue: VENUES[0],
    market: 'ATOM/USDT',
    kind: 'spot',
    side: i === 0 ? 'below' : 'above',
    start: at(from, start),
    end: at(from, Math.min(size, start + 3)),
    peak: i === 0 ? -0.4 : 0.3,
    peakMinute: at(from, start),
    peakPrice: 1.5,
    certainty: i === 0 ? 'certain' : 'within-rate',
    uncertaintyAtPeak: 0.0004,
  }));

const named = (seen: readonly Seen[]): readonly string[] => seen.map(({ what, paint }) => `${what} ${paint}`);

/** The same elements in the same order, each to a tenth of a pixel where ECharts has it. */
function expectAlike(option: EChartsOption, place: { width: number; height: number }): void {
  const [own, theirs] = [elementsIn(stillSvg(option, place)), elementsIn(echartsSvg(option, place))];
  expect(named(own)).toEqual(named(theirs));
  expect(apart(own, theirs)).toBeLessThanOrEqual(MET);
}

describe('a still drawing', () => {
  it('is element for element what ECharts draws from the same option', () => {
    fc.assert(
      fc.property(charts, ({ height = NaN, ...chart }) => {
        const place = { width: chart.width, height };
        expectAlike(deviationOption({ ...chart, height }), place);
        expectAlike(heroOption({ ...chart, height }), place);
      }),
      { numRuns: 12 },
    );
  });

  it('has the times that ECharts has, from minutes to a year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2017, 0) / 60_000, max: Date.UTC(2026, 0) / 60_000 }),
        fc.integer({ min: 4, max: 19 }),
        fc.integer({ min: 300, max: 1_600 }),
        (first, power, width) => {
          const from = at('1970-01-01T00:00Z', first);
          const to = at(from, Math.round(2 ** power));
          const chart = chartOf({ ...answerOf(from, []), to, resolutionMinutes: 1_440 }, { width });
          const place = { width, height: 760 };
          expectAlike(deviationOption(chart), place);
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each([
    ['2017-12-29T22:54Z', '2018-02-08T03:03Z', 1_442],
    ['2021-12-26T06:29Z', '2021-12-29T22:42Z', 847],
  ])('keeps times that only just stand clear of each other: %s to %s at %i pixels', (from, to, width) => {
    const chart = chartOf({ ...answerOf(from, []), to, resolutionMinutes: 1_440 }, { width });
    expectAlike(deviationOption(chart), { width, height: 760 });
  });

  it('refuses what it would leave out', () => {
    const option = deviationOption(chartOf(answerOf('2025-10-10T21:18Z', []), { still: false }));
    expect(() => stillSvg(option, { width: 600, height: 400 })).toThrow('a still chart has no dataZoom');
    expect(() => stillSvg({ ...option, dataZoom: undefined } as never, { width: 600, height: 400 })).toThrow(
      'dataZoom',
    );
  });
});
