import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartSvg } from '../evidence/chartSvg';
import { expectGolden } from '../evidence/testing/golden';
import type { DeviationChart } from './chart';
import { deviationOption } from './deviationOption';
import { placedLegend, legendOf, LEGEND_TEXT_AT } from './look/legend';
import { answerOf, at, calm, chartOf, ratesOf, seriesOf, type Row } from './testing/answer';
import { drawnBy } from './testing/drawn';
import { layoutOf } from './look/layout';
import { textWidth } from './look/textWidth';

const from = '2025-10-10T21:18Z';
const wick: Row = { open: 2.2, low: 0.001, high: 2.283, close: 1.997, reference: 3 };
const small = { width: 420, height: 430, compact: true } as const;

const expectDrawing = (name: string, chart: DeviationChart): void => {
  expectGolden(join(import.meta.dirname, 'golden'), name, chartSvg(chart));
};

/** Of the wick, the third of the minutes. */
const episode = {
  venue: 'binance',
  market: 'ATOM/USDT',
  kind: 'spot',
  side: 'below',
  start: at(from, 2),
  end: at(from, 3),
  peak: 0.001 / 3 - 1,
  peakMinute: at(from, 2),
  peakPrice: 0.001,
  certainty: 'certain',
  uncertaintyAtPeak: 0.0004,
} as const;

describe('drawings', () => {
  it('a minute is a candle where it is wide enough: full where it fell, hollow where it rose, a tick where it ended as it began', () => {
    const traded = (open: number, close: number, low = Math.min(open, close) - 0.02): Row => ({
      open,
      close,
      low,
      high: Math.max(open, close) + 0.03,
      reference: 3,
    });
    const rows: Row[] = [
      traded(3, 3.1),
      traded(3.1, 2.9),
      'no-trade',
      traded(2.9, 2.9),
      traded(2.9, 3.05, 2.6),
      calm(3),
    ];
    const market = seriesOf(
      'kraken',
      from,
      rows.map(() => calm(3)),
    );
    const answer = answerOf(from, [seriesOf('binance', from, rows), market]);
    expectDrawing('candles', chartOf(answer, { ...small, focus: 'binance' }));
    expectDrawing('candles-dark', chartOf(answer, { ...small, focus: 'binance', theme: 'dark' }));
  });

  it('a missing minute is a gap, not a line', () => {
    const rows: Row[] = [calm(3), calm(3.1), 'no-trade', calm(3), calm(3.1)];
    expectDrawing('missing-minute', chartOf(answerOf(from, [seriesOf('kraken', from, rows)]), small));
  });

  it('a traded minute between two missing ones is a dot', () => {
    expectDrawing(
      'lone-minute',
      chartOf(answerOf(from, [seriesOf('kraken', from, ['no-trade', calm(3), 'no-trade'])]), small),
    );
  });

  it('a wick to 0.001 reaches the foot of the chart and is named', () => {
    const answer = answerOf(
      from,
      [
        seriesOf('binance', from, [calm(3), calm(3), wick, calm(3)]),
        seriesOf('coinbase', from, [calm(3), calm(3), calm(3), calm(3)]),
      ],
      [episode],
    );
    expectDrawing('wick-linear', chartOf(answer, small));
    expectDrawing('wick-log', chartOf(answer, { ...small, scale: 'log', theme: 'dark', minute: at(from, 2) }));
  });

  it('a peak is named beside its ring and never over it, where a phone has no room on either side, too', () => {
    const rows = [calm(3), calm(3), wick, calm(3), calm(3)];
    const others = seriesOf(
      'coinbase',
      from,
      rows.map(() => calm(3)),
    );
    const answer = answerOf(from, [seriesOf('binance', from, rows), others], [{ ...episode, certainty: 'weak' }]);
    for (const width of [280, 320, 390, 420]) {
      const svg = chartSvg(chartOf(answer, { ...small, width }));
      const rings = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="4"/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      const names = [...svg.matchAll(/text-anchor="(\w+)" x="([\d.]+)" y="([\d.]+)" font-size="13"[^>]*paint-order/g)];
      expect([rings.length, names.length], String(width)).toEqual([2, 3]);
      for (const [, anchor, x, y] of names)
        for (const [ringX = NaN, ringY = NaN] of rings) {
          const isBeside = anchor === 'start' ? Number(x) > ringX + 4 : Number(x) < ringX - 4;
          // Letters of 13 pixels, and a ring of 4 and its stroke.
          const isOff = Math.abs(Number(y) - ringY) > 6.5 + 5;
          expect(isBeside || isOff, `at ${String(width)} px, words at ${String(y)}, a ring at ${String(ringY)}`).toBe(
            true,
          );
        }
    }
  });

  it.each([
    ['SHIB', 0.000_012_35, /^0\.0₄12\d*$/],
    ['a coin of tenths of a trillionth', 3.3e-13, /^0\.0₁₂33?\d*$/],
  ])('prices of %s stand whole beside their axis', (_, price, written) => {
    const rows = [calm(price), calm(price * 1.01), calm(price * 0.99)];
    for (const size of [small, { width: 1_200, height: 700, compact: false }]) {
      const chart = chartOf(answerOf(from, [seriesOf('okx', from, rows)]), size);
      const svg = chartSvg(chart);
      const labels = [...svg.matchAll(/>(0\.0[₀-₉][^<]*)</g)].map(([, text = '']) => text);
      expect(labels).not.toEqual([]);
      for (const label of labels) {
        expect(label).toMatch(written);
        expect(textWidth(label, 12) + 8).toBeLessThanOrEqual(layoutOf(chart).price.left);
      }
    }
  });

  it('the seven ways to be missing look different', () => {
    const rows = (why: Row): Row[] => [calm(3), why, why, why, calm(3)];
    const reasons = ['no-trade', 'moved', 'not-fetched', 'set-aside', 'too-few-peers', 'no-rate', 'left-out'] as const;
    expectDrawing(
      'missing-reasons',
      chartOf(
        answerOf(
          from,
          reasons.map((why, i) =>
            seriesOf(['okx', 'bybit', 'gate', 'kucoin', 'mexc', 'htx', 'kraken'][i] ?? '', from, rows(why)),
          ),
        ),
        { ...small, height: 560 },
      ),
    );
  });

  it('a peak within the rate’s uncertainty says so, and so do the panes; assumed parity does, too', () => {
    const rows: Row[] = [calm(3), calm(3), { low: 2.98, high: 3.12, close: 3, reference: 3 }, calm(3)];
    const answer = answerOf(
      from,
      [
        { ...seriesOf('bybit', from, rows), ...ratesOf(rows.length, 'parity', 1, 0.13) },
        seriesOf('coinbase', from, [calm(3), calm(3), calm(3), calm(3)]),
      ],
      [
        {
          venue: 'bybit',
          market: 'ATOM/USDC',
          kind: 'spot',
          side: 'above',
          start: at(from, 2),
          end: at(from, 3),
          peak: 0.04,
          peakMinute: at(from, 2),
          peakPrice: 3.12,
          certainty: 'within-rate',
          uncertaintyAtPeak: 0.13,
        },
      ],
    );
    expectDrawing('within-rate', chartOf(answer, small));
    // ± 13 % is more than the pane shows of deviations up to 4 %: the hatch ends where the pane does.
    const chart = chartOf(answer, small);
    const { deviation } = layoutOf(chart);
    const heights = drawnBy(chart, 'uncertainty', { from: 0, to: rows.length }).places.map(([, y]) => y);
    expect(heights.length).toBeGreaterThan(100);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(deviation.top);
    expect(Math.max(...heights)).toBeLessThanOrEqual(deviation.top + deviation.height);
    expect(chartSvg(chartOf({ ...answer, episodes: [] }, small))).not.toContain('WITHIN');
  });

  it('a simulated chart says so everywhere', () => {
    expectDrawing(
      'simulated',
      chartOf({ ...answerOf(from, [seriesOf('okx', from, [calm(3), calm(3)])]), simulated: true }, small),
    );
  });

  it('no data is an empty chart, not a failure', () => {
    expectDrawing('nothing-held', chartOf(answerOf(from, []), small));
  });
});

const sized = (width: number, height: number, venues: number, rare: readonly Row[] = []): DeviationChart => {
  const names = [
    'binance',
    'binancecoinm',
    'okx',
    'bybit',
    'coinbase',
    'kraken',
    'kucoin',
    'gate',
    'bitget',
    'cryptocom',
    'bitfinex',
    'bitstamp',
  ];
  const rows: Row[] = Array.from({ length: 240 }, (_, i) => rare[i] ?? (i === 80 ? wick : calm(3.3)));
  return chartOf(
    answerOf(
      '2025-10-10T20:00Z',
      names.slice(0, venues).map((venue) => seriesOf(venue, '2025-10-10T20:00Z', rows)),
    ),
    { width, height, compact: width < 600 },
  );
};

const RARE: readonly Row[] = ['moved', 'set-aside'];

interface Label {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The upright labels of a drawing, by their places; widths as the face measures them. */
function labelsOf(svg: string): readonly Label[] {
  const texts = [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => ({
    attributes,
    text,
  }));
  return texts
    .filter(({ attributes }) => !attributes.includes('rotate'))
    .map(({ attributes, text }) => {
      const [x, y, size] = ['x', 'y', 'font-size'].map((name) =>
        Number(new RegExp(`\\b${name}="([-\\d.]+)"`).exec(attributes)?.[1]),
      ) as [number, number, number];
      const width = textWidth(text, size);
      const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1];
      const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
      return { text, left, right: left + width, y };
    });
}

describe.each([
  [1200, 760, 8, []],
  [390, 900, 8, []],
  [390, 1100, 12, []],
  // As wide as charts are on telephones 390 and 320 pixels wide.
  [358, 1100, 12, RARE],
  [288, 1100, 12, []],
  [1552, 900, 12, []],
  [1200, 800, 8, RARE],
  [720, 860, 8, RARE],
  [390, 900, 8, RARE],
])('labels at %i × %i with %i venues, and the rare ways to be missing %j', (width, height, venues, rare) => {
  const labels = labelsOf(chartSvg(sized(width, height, venues, rare)));

  it('are all found', () => {
    expect(labels.length).toBeGreaterThan(venues * 2 + 15);
    labels.forEach((label) => {
      expect([label.left, label.y].every(Number.isFinite), label.text).toBe(true);
    });
  });

  it('do not overlap', () => {
    labels.forEach((a, i) => {
      labels.slice(i + 1).forEach((b) => {
        const apart = a.right <= b.left || b.right <= a.left || Math.abs(a.y - b.y) >= 10;
        expect(apart, `"${a.text}" and "${b.text}"`).toBe(true);
      });
    });
  });

  it('are not clipped', () => {
    labels.forEach(({ text, left, right, y }) => {
      expect(left >= 0 && right <= width && y >= 5 && y <= height - 5, text).toBe(true);
    });
  });
});

describe('a legend', () => {
  it('wraps long lists and cuts what is wider than a row', () => {
    const entries = legendOf(sized(390, 900, 12)).map((entry) => ({ ...entry, label: entry.label.repeat(6) }));
    placedLegend(entries, 10, 200).entries.forEach(({ x, label }) => {
      expect(x + LEGEND_TEXT_AT + textWidth(label, 12)).toBeLessThanOrEqual(211);
    });
  });
});

describe.each([
  ['SHIB', 0.0000124],
  ['a billionth', 1.24e-9],
  ['less than any price list', 3.3e-13],
])('prices of %s', (_, price) => {
  it.each(['linear', 'log'] as const)('are read whole beside a %s axis', (scale) => {
    const rows: Row[] = Array.from({ length: 240 }, (_row, i) =>
      i === 80 ? { low: price / 3, high: price * 1.1, close: price, reference: price } : calm(price),
    );
    for (const width of [390, 1200]) {
      const look = { width, height: 900, scale, compact: width < 600 };
      const answer = answerOf('2025-10-10T20:00Z', [seriesOf('okx', '2025-10-10T20:00Z', rows)]);
      const labels = labelsOf(chartSvg(chartOf(answer, look)));
      const prices = labels.filter(({ text }) => /^0\.0[₀-₉]+\d/.test(text));
      expect(prices.length).toBeGreaterThan(1);
      labels.forEach(({ text, left, right }) => {
        expect(left >= 0 && right <= width, text).toBe(true);
      });
      // Of one axis no two ticks read alike.
      expect(new Set(prices.map(({ text }) => text)).size).toBe(prices.length);
    }
  });
});

describe('the option', () => {
  it('draws the true minimum lowest and the true maximum highest, at every zoom and width', () => {
    const venues = ['binance', 'okx', 'kraken'] as const;
    const price = fc.oneof(
      fc.constant('no-trade' as const),
      fc.tuple(fc.double({ min: 0.001, max: 5, noNaN: true }), fc.double({ min: 1, max: 1.5, noNaN: true })),
    );
    const minutes = fc.integer({ min: 2, max: 700 });
    const look = fc.record({
      width: fc.integer({ min: 300, max: 1_600 }),
      scale: fc.constantFrom('linear', 'log', 'auto'),
      focus: fc.constantFrom(...venues),
    });
    fc.assert(
      fc.property(
        minutes,
        fc.array(price, { minLength: 3, maxLength: 400 }),
        look,
        fc.nat(),
        fc.nat(),
        (size, prices, chosen, a, b) => {
          const rows = (k: number): Row[] =>
            Array.from({ length: size }, (_, i): Row => {
              const one = prices[(i * 7 + k * 31) % prices.length] ?? 'no-trade';
              return one === 'no-trade'
                ? one
                : { open: one[0] * one[1], low: one[0], high: one[0] * one[1], close: one[0], reference: 3 };
            });
          const all = venues.map((venue, k) => ({ venue, rows: rows(k) }));
          const series = all.map((one) => seriesOf(one.venue, from, one.rows));
          const chart = chartOf(answerOf(from, series), chosen);
          const first = a % size;
          const sight = { from: first, to: first + 1 + (b % (size - first)) };
          const inSight = (venue: string): Exclude<Row, string>[] =>
            (all.find((one) => one.venue === venue)?.rows ?? [])
              .slice(sight.from, sight.to)
              .filter((row): row is Exclude<Row, string> => typeof row !== 'string');
          const own = inSight(chosen.focus);
          const others = venues.filter((venue) => venue !== chosen.focus).flatMap(inSight);
          const step = (sight.to - sight.from) / 2;
          for (const [id, traded] of [
            [`range ${chosen.focus} spot`, own],
            ['market', others],
          ] as const) {
            const { places, paths, x, y } = drawnBy(chart, id, sight);
            // Buckets at the edges reach out of sight by less than their own width.
            const seen = places.filter(([at]) => at >= x(sight.from - 0.5) - 1 && at <= x(sight.to - 0.5) + 1);
            if (traded.length === 0 || step === 0) continue;
            const heights = seen.map(([, at]) => at);
            expect(Math.max(...heights)).toBeGreaterThanOrEqual(y(Math.min(...traded.map(({ low }) => low))) - 0.11);
            expect(Math.min(...heights)).toBeLessThanOrEqual(y(Math.max(...traded.map(({ high }) => high))) + 0.11);
            // A candle's body never reaches beyond its wick: here from open to close, which are high and low.
            const bodies = paths.filter(({ form }) => form === 'boxes').flatMap(({ numbers }) => numbers);
            const edges = bodies.filter((_, i) => i % 2 === 1);
            if (id === 'market' || x(1) - x(0) < 3) continue;
            const drawn = new Set([...heights, ...edges].map((at) => Math.round(at)));
            for (const { low } of traded) expect(drawn).toContain(Math.round(Number(y(low).toFixed(1))));
          }
          const whole = { from: 0, to: size };
          const drawn = ['market', `range ${chosen.focus} spot`].flatMap((id) => drawnBy(chart, id, whole).places);
          const every = all.flatMap((one) => one.rows).filter((row) => typeof row !== 'string');
          if (every.length === 0) return;
          const { y } = drawnBy(chart, 'market', whole);
          expect(Math.max(...drawn.map(([, at]) => at))).toBeCloseTo(y(Math.min(...every.map(({ low }) => low))), 0);
          expect(Math.min(...drawn.map(([, at]) => at))).toBeCloseTo(y(Math.max(...every.map(({ high }) => high))), 0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps a planted wick anywhere in a window of many more minutes than pixels', () => {
    fc.assert(
      fc.property(fc.nat(2_999), fc.integer({ min: 300, max: 900 }), (slot, width) => {
        const rows: Row[] = Array.from({ length: 3_000 }, (_, i) => (i === slot ? wick : calm(3)));
        const chart = chartOf(answerOf(from, [seriesOf('binance', from, rows)]), { width });
        for (const [id, depth] of [
          ['range binance spot', 0.001],
          ['below', 0.001 / 3 - 1],
        ] as const) {
          const { places, x, y } = drawnBy(chart, id, { from: 0, to: 3_000 });
          const lowest = places.reduce((low, place) => (place[1] > low[1] ? place : low));
          expect(Math.abs(lowest[1] - y(depth))).toBeLessThan(0.11);
          expect(Math.abs(lowest[0] - x(slot))).toBeLessThan(2);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('breaks band, reference and line where a minute is missing', () => {
    // So many that a minute is too narrow for a candle.
    const rows: Row[] = Array.from({ length: 400 }, (_, i): Row => (i === 200 ? 'no-trade' : calm(3)));
    const answer = answerOf(from, [seriesOf('binance', from, rows), seriesOf('okx', from, rows)]);
    const chart = chartOf(answer, { focus: 'binance', width: 900 });
    for (const id of ['market', 'reference', 'range binance spot']) {
      const { paths, x } = drawnBy(chart, id, { from: 0, to: 400 });
      const [outline] = paths.filter(({ form }) => form === 'line' || form === 'polygon');
      const parts =
        outline?.numbers
          .map(String)
          .join(' ')
          .split('NaN')
          .map((part) => part.trim()) ?? [];
      const ends = (outline?.numbers ?? []).filter((_, i, all) => i % 2 === 0 && !Number.isNaN(all[i + 1]));
      expect(parts.filter((part) => part.split(' ').length > 1).length, id).toBe(2);
      expect(
        ends.some((at) => at > x(199.5) + 0.1 && at < x(200.5) - 0.1),
        id,
      ).toBe(false);
    }
  });

  it('shades the episodes of the venue in front alone', () => {
    const chart = sized(1200, 760, 3);
    const episode = {
      venue: 'okx',
      market: 'ATOM/USDT',
      kind: 'spot',
      side: 'below',
      start: at(chart.answer.from, 80),
      end: at(chart.answer.from, 81),
      peak: -0.9,
      peakMinute: at(chart.answer.from, 80),
      peakPrice: 0.3,
      certainty: 'certain',
      uncertaintyAtPeak: 0.0004,
    } as const;
    const shaded = (focus: string): number =>
      drawnBy({ ...chart, focus, answer: { ...chart.answer, episodes: [episode] } }, 'episode-spans 0', {
        from: 0,
        to: 240,
      }).paths.length;
    expect([shaded('okx'), shaded('binance')]).toEqual([1, 0]);
  });

  it('is logarithmic by itself where the highest price is more than four times the lowest, unless the address says otherwise', () => {
    const ends = (low: number, scale: DeviationChart['scale']): boolean => {
      const rows: Row[] = [calm(3), { low, high: 3, close: 3, reference: 3 }];
      return chartSvg(chartOf(answerOf(from, [seriesOf('okx', from, rows)]), { scale })).includes('log scale');
    };
    expect([ends(0.7, 'auto'), ends(0.8, 'auto'), ends(0.7, 'linear'), ends(2.9, 'log')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('draws the medians of both blocs, and not their common one, where they part', () => {
    const book = (venue: string, market: string, price: number) => ({
      ...seriesOf(venue, from, [calm(price), calm(price)]),
      market,
    });
    const svg = (usdt: number): string =>
      chartSvg(
        chartOf(
          answerOf(from, [
            book('binance', 'ATOM/USDT', 3),
            book('coinbase', 'ATOM/USD', 3),
            book('okx', 'ATOM/USDT', usdt),
          ]),
          { focus: 'binance' },
        ),
      );
    expect(['USD median', 'USDT median'].map((name) => svg(2.97).includes(`>${name}<`))).toEqual([true, true]);
    expect(svg(2.999)).not.toContain('USDT median');
    // At its name the second is dashed, as its line is: one line and one sample.
    expect(svg(2.97).match(/stroke-dasharray="5,3"/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('depends on its argument alone', () => {
    expect(JSON.stringify(deviationOption(sized(1200, 760, 4)))).toBe(
      JSON.stringify(deviationOption(sized(1200, 760, 4))),
    );
  });

  it('refuses a window that is none', () => {
    const chart = sized(1200, 760, 1);
    expect(() => deviationOption({ ...chart, answer: { ...chart.answer, to: '2025-02-30T00:00Z' } })).toThrow(
      'impossible-time',
    );
  });
});

describe('the times under the panes', () => {
  const night = '2025-11-02T04:30Z';
  const rows: Row[] = Array.from({ length: 180 }, () => calm(3));
  const answer = answerOf(night, [seriesOf('kraken', night, rows)]);
  /** Each text with the pixel it stands at. */
  const texts = (chart: DeviationChart): readonly (readonly [string, number])[] =>
    [...chartSvg(chart).matchAll(/<text[^>]*?(?:translate\(| x=")([\d.]+)[^>]*>([^<]*)</g)].map(([, x, text = '']) => [
      text,
      Number(x),
    ]);

  // New York's clocks went back on 2 November 2025 at 06:00 UTC.
  it('are those of the reader’s zone, which is named beside them, each at its minute', () => {
    const chart = chartOf(answer, { width: 900, zone: 'new-york' });
    const { left, width } = layoutOf(chart).strip;
    const times = texts(chart).filter(([text]) => /^\d\d:\d\d$/.test(text));
    expect(times.map(([text]) => text)).toEqual(['01:00', '01:30', '01:00', '01:30', '02:00']);
    times.forEach(([, x], i) => {
      expect(x).toBeCloseTo(left + ((30 * (i + 1) + 0.5) / 180) * width, 0);
    });
    expect(texts(chart).map(([text]) => text)).toContain('New York');
  });

  it('are UTC and named so, drawn alike for a reader on UTC and in a picture for everybody', () => {
    const chart = chartOf(answer, { width: 900 });
    expect(texts(chart).map(([text]) => text)).toEqual(expect.arrayContaining(['05:00', '06:00', '07:00', 'UTC']));
    expect(chartSvg({ ...chart, zone: 'utc' })).toBe(chartSvg(chart));
  });
});
