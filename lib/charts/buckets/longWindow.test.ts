import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute, minuteRange, parseMinute } from '../../domain/minute';
import { bucketAt, bucketRows, furthestMinuteAt } from './bucket';
import type { SeriesColumns } from '../../domain/seriesColumns';
import type { DeviationChart } from '../chart';
import { columnsOf } from './columns';
import { descriptionOf } from '../description';
import { deviationOption } from '../deviationOption';
import { alignedEdges, slotEdges } from './extremes';
import { runsOf } from '../panes/stripRuns';
import { answerOf, at, calm, chartOf, minuteOf, seriesOf, type Row } from '../testing/answer';
import { tooltipOf } from '../pointing/tooltip';
import { drawnBy } from '../testing/drawn';
import { brokenPromise } from '../../domain/unit';

// Answers of long windows: of every bucket of `resolutionMinutes` only whole minutes that hold an extreme.

const from = '2025-10-01T00:00Z';
const RESOLUTION = 30;
const wick: Row = { low: 0.001, high: 2.283, close: 1.997, reference: 3 };

/** A series that speaks of some minutes after `from`, ascending. */
function keptOf(venue: string, rows: readonly (readonly [number, Row])[]): SeriesColumns {
  return {
    ...seriesOf(
      venue,
      from,
      rows.map(([, row]) => row),
    ),
    minutes: Int32Array.from(rows, ([minutes]) => minuteOf(from) + minutes),
  };
}

function longChart(
  series: readonly SeriesColumns[],
  minutes: number,
  look: Partial<DeviationChart> = {},
): DeviationChart {
  return chartOf({ ...answerOf(from, series), to: at(from, minutes), resolutionMinutes: RESOLUTION }, look);
}

const start = Date.parse('2025-10-01T00:00:00Z');
/** The line through the closes of the venue in front, as minutes since `from` and prices; NaN where it breaks. */
function drawnLine(chart: DeviationChart, minutes: number): readonly (readonly [number, number])[] {
  const { paths, x, y } = drawnBy(chart, 'range binance spot', { from: 0, to: minutes });
  const numbers = paths.find(({ form }) => form === 'line')?.numbers ?? [];
  const [left, wide, foot, tall] = [x(0), x(1) - x(0), y(3), y(4) - y(3)];
  return Array.from(
    { length: numbers.length / 2 },
    (_, i) => [((numbers[2 * i] ?? NaN) - left) / wide, 3 + ((numbers[2 * i + 1] ?? NaN) - foot) / tall] as const,
  );
}
const range = (minutes: number) => {
  const first = parseMinute(from);
  if (!first.ok) throw brokenPromise(first.error);
  return minuteRange(first.value, minute(first.value + minutes));
};

/** Of every bucket one to three ascending minutes, some of them holes; some buckets say nothing. */
const kept = fc
  .array(fc.array(fc.tuple(fc.nat(RESOLUTION - 1), fc.boolean()), { maxLength: 3 }), { minLength: 1, maxLength: 60 })
  .map((buckets) =>
    buckets.flatMap((rows, bucket) =>
      [...new Map(rows)]
        .sort(([a], [b]) => a - b)
        .map(([minutes, traded]): readonly [number, Row] => [
          bucket * RESOLUTION + minutes,
          traded ? calm(3) : 'no-trade',
        ]),
    ),
  );

describe('a long window', () => {
  it('draws a kept wick at its exact depth and minute, whatever the width', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(RESOLUTION - 1), fc.integer({ min: 300, max: 900 }), (bucket, minutes, width) => {
        const rows = Array.from({ length: 1_000 }, (_, i): readonly [number, Row] =>
          i === bucket ? [i * RESOLUTION + minutes, wick] : [i * RESOLUTION, calm(3)],
        );
        const chart = longChart([keptOf('binance', rows)], 1_000 * RESOLUTION, { width });
        const where = bucket * RESOLUTION + minutes;
        for (const [id, depth, slack] of [
          ['range binance spot', 0.001, 0.2],
          // An area is as wide as its bucket: less than two pixels, and a tenth that places are rounded to.
          ['below', 0.001 / 3 - 1, 2.1],
        ] as const) {
          const { places, x, y } = drawnBy(chart, id, { from: 0, to: 1_000 * RESOLUTION });
          const lowest = places.reduce((low, place) => (place[1] > low[1] ? place : low));
          expect(Math.abs(lowest[1] - y(depth))).toBeLessThan(0.11);
          expect(Math.abs(lowest[0] - x(where))).toBeLessThan(slack);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('joins successive rows, but never over a hole, nor over a bucket without a row, nor over more than two buckets', () => {
    fc.assert(
      fc.property(kept, fc.integer({ min: 300, max: 900 }), (rows, width) => {
        const minutes = 60 * RESOLUTION;
        const chart = longChart([keptOf('binance', rows)], minutes, { width });
        const spoken = new Set(rows.map(([when]) => Math.floor(when / RESOLUTION)));
        {
          const points = drawnLine(chart, minutes);
          points.slice(1).forEach(([to, y], i) => {
            const [begin, before] = points[i] ?? [NaN, NaN];
            // A tenth of a pixel, to which places are rounded, in minutes of the narrowest chart.
            const slack = 1.5;
            if (Number.isNaN(y) || Number.isNaN(before)) return;
            expect(to - begin).toBeLessThan(2 * RESOLUTION + slack);
            expect(
              rows.filter(([when, row]) => when > begin + slack && when < to - slack && row === 'no-trade'),
            ).toEqual([]);
            for (
              let bucket = Math.floor((begin + slack) / RESOLUTION);
              bucket <= (to - slack) / RESOLUTION;
              bucket += 1
            )
              expect(spoken.has(bucket)).toBe(true);
          });
        }
      }),
    );
  });

  it('joins rows in neighbouring buckets, however far apart in them', () => {
    const chart = longChart(
      [
        keptOf('binance', [
          [0, calm(3)],
          [59, calm(3.1)],
          [60, calm(3)],
        ]),
      ],
      90,
    );
    const line = drawnLine(chart, 90);
    expect(line.map(([minutes, price]) => [Math.round(minutes), Number(price.toFixed(1))])).toEqual([
      [0, 3],
      [59, 3.1],
      [60, 3],
    ]);
  });

  it('is marked bucket by bucket on the strip; one that nobody speaks of is not fetched', () => {
    const columns = columnsOf(
      keptOf('binance', [
        [5, calm(3)],
        [31, wick],
        [62, 'no-trade'],
      ]),
      range(120),
      RESOLUTION,
    );
    expect(
      runsOf(columns, alignedEdges(range(120), RESOLUTION, 1_000)).map(({ from: first, to, cell }) => [
        first,
        to,
        cell,
      ]),
    ).toEqual([
      [0, 30, { step: 0 }],
      [30, 60, { step: -6 }],
      [60, 90, { why: 'no-trade' }],
      [90, 120, { why: 'not-fetched' }],
    ]);
  });

  it('has buckets aligned since 1970, the first and the last cut to the window', () => {
    const ten = { from: minute(range(1).from + 10), to: minute(range(1).from + 75) };
    expect([...alignedEdges(ten, RESOLUTION, 1_000)]).toEqual([0, 20, 50, 65]);
    expect([...alignedEdges(ten, RESOLUTION, 1_000, { from: 21, to: 23 })]).toEqual([0, 20, 50, 65]);
  });

  it('has edges that cut no bucket in two and cover every minute once, whatever is looked at', () => {
    const part = fc.option(fc.tuple(fc.nat(9_000), fc.integer({ min: 1, max: 2_000 })), { nil: undefined });
    fc.assert(
      fc.property(
        fc.nat(5_000),
        fc.integer({ min: 1, max: 9_000 }),
        fc.integer({ min: 1, max: 900 }),
        part,
        (begin, size, pixels, looked) => {
          const window = minuteRange(minute(begin), minute(begin + size));
          const edges = [
            ...alignedEdges(window, RESOLUTION, pixels, looked && { from: looked[0], to: looked[0] + looked[1] }),
          ];
          expect([edges[0], edges.at(-1)]).toEqual([0, size]);
          edges.slice(1).forEach((edge, i) => {
            expect(edge).toBeGreaterThan(edges[i] ?? NaN);
          });
          edges.slice(1, -1).forEach((edge) => {
            expect((begin + edge) % RESOLUTION).toBe(0);
          });
        },
      ),
    );
  });

  it('finds the first slot at or after an edge', () => {
    expect([...slotEdges(Int32Array.of(3, 8, 30), Uint32Array.of(0, 8, 9, 40))]).toEqual([0, 1, 2, 3]);
  });
});

describe('pointing at a long window', () => {
  const binance = keptOf('binance', [
    [31, wick],
    [40, { low: 2.9, high: 9, close: 3, reference: 3 }],
    [70, 'no-trade'],
  ]);
  const okx = keptOf('okx', [[33, calm(3)]]);
  const chart = longChart([binance, okx], 90);

  it('tells each extreme with the minute it is of', () => {
    expect(bucketRows(binance, start + 30 * 60_000, start + 60 * 60_000)).toEqual({
      lowest: { value: 0.001, minute: minuteOf('2025-10-01T00:31Z') },
      highest: { value: 9, minute: minuteOf('2025-10-01T00:40Z') },
      below: { value: 0.001 / 3 - 1, minute: minuteOf('2025-10-01T00:31Z') },
      above: { value: 2, minute: minuteOf('2025-10-01T00:40Z') },
      why: undefined,
    });
    const { title, lines } = tooltipOf(chart, start + 45 * 60_000);
    expect(title).toBe('2025-10-01 00:30 UTC, extremes of 30 min');
    expect(lines[0]?.cells.map(({ text }) => text)).toEqual([
      ...[
        '0.001',
        '9',
        '−99.97\u00A0% ±\u00A00.04\u00A0%',
        '10-01 00:31',
        '200.00\u00A0% ±\u00A00.04\u00A0%',
        '10-01 00:40',
      ],
    ]);
  });

  it('says why a bucket has no deviation', () => {
    const whyAt = (minutes: number) => tooltipOf(chart, start + minutes * 60_000).lines[0]?.cells.at(-1);
    expect(whyAt(75)).toEqual({ text: 'no trade', columns: 4 });
    expect(whyAt(5)).toEqual({ text: 'not fetched', columns: 4 });
  });

  it('keeps to the window', () => {
    const answer = { from: '2025-10-01T00:10Z', to: '2025-10-01T00:50Z', resolutionMinutes: RESOLUTION };
    expect(bucketAt(answer, 0)).toEqual({ fromMs: start + 10 * 60_000, toMs: start + 30 * 60_000 });
    expect(bucketAt(answer, start + 86_400_000)).toEqual({ fromMs: start + 30 * 60_000, toMs: start + 50 * 60_000 });
  });

  it('opens the minute of the furthest deviation there', () => {
    expect(furthestMinuteAt(chart.answer, start + 45 * 60_000)).toBe(minuteOf('2025-10-01T00:40Z'));
    expect(furthestMinuteAt(chart.answer, start + 75 * 60_000)).toBeUndefined();
  });
});

it('a long window says what it is drawn from, in words and on the chart', () => {
  const chart = longChart([keptOf('binance', [[0, calm(3)]])], 90);
  const said = 'drawn from the extremes of every 30 minutes; no minute’s extreme is left out';
  expect(descriptionOf(chart)).toContain(said);
  expect(JSON.stringify(deviationOption(chart)['graphic'])).toContain(said);
});
