import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { expect, it } from 'vitest';
import type { ChartEpisode, DeviationChart } from '../chart';
import { deviationOption } from '../deviationOption';
import { ECHARTS_PARTS } from '../echartsParts';
import { answerOf, at, calm, chartOf, seriesOf, type Row } from '../testing/answer';

use([...ECHARTS_PARTS, SVGRenderer]);

const from = '2025-10-10T21:00Z';
const wick: Row = { low: 1, high: 3, close: 3, reference: 3 };
const rows: Row[] = Array.from({ length: 60 }, (_, minute) => (minute === 10 ? wick : calm(3)));
const episode: ChartEpisode = {
  venue: 'binance',
  market: 'ATOM/USDT',
  kind: 'spot',
  side: 'below',
  start: at(from, 10),
  end: at(from, 11),
  peakMinute: at(from, 10),
  peak: 1 / 3 - 1,
  peakPrice: 1,
  certainty: 'certain',
  uncertaintyAtPeak: 0.0004,
};
const live: DeviationChart = chartOf(
  answerOf(
    from,
    ['binance', 'kraken'].map((venue) => seriesOf(venue, from, venue === 'binance' ? rows : rows.map(() => calm(3)))),
    [episode],
  ),
  { focus: 'binance', still: false },
);

/** What is drawn after looking at some stretches one after another, in minutes since the window's first; names that ECharts counts up left out. */
function drawnAfter(...sights: readonly (readonly [number, number])[]): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 1_200, height: 760 });
  try {
    chart.setOption(deviationOption(live));
    for (const [first, last] of sights)
      chart.dispatchAction({
        type: 'dataZoom',
        startValue: Date.parse(at(from, first)),
        endValue: Date.parse(at(from, last)),
      });
    return chart.renderToSVGString().replaceAll(/zr\d+-[a-z]*-?\d+/g, '');
  } finally {
    chart.dispose();
  }
}

it('what goes out of sight is not left standing: a chart that was moved is the one that was looked at at once', () => {
  const elsewhere = drawnAfter([30, 50]);
  expect(drawnAfter([5, 25])).toContain('66.67');
  expect(elsewhere).not.toContain('66.67');
  expect(drawnAfter([5, 25], [30, 50])).toBe(elsewhere);
  expect(drawnAfter([30, 50], [5, 25])).toBe(drawnAfter([5, 25]));
});
