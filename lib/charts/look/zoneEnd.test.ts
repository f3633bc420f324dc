import { describe, expect, it } from 'vitest';
import { chartSvg, linesSvg } from '../../evidence/chartSvg';
import { ganttSvg } from '../../evidence/ganttSvg';
import { heroSvg } from '../../evidence/heroSvg';
import { spreadSvg } from '../../evidence/spreadSvg';
import { minute, minuteRange } from '../../domain/minute';
import { answerOf, calm, chartOf, minuteOf, seriesOf } from '../testing/answer';
import { textWidth } from './textWidth';

/** From midnight on, where the first time is a date. */
const FROM = '2025-10-10T00:00Z';
const LENGTH = 240;
const answer = answerOf(FROM, [
  seriesOf(
    'binance',
    FROM,
    Array.from({ length: LENGTH }, () => calm(3)),
  ),
]);
const range = minuteRange(minute(minuteOf(FROM)), minute(minuteOf(FROM) + LENGTH));
const flat = new Float64Array(LENGTH);

const drawings = (width: number): Readonly<Record<string, string>> => {
  const chart = chartOf(answer, { width, compact: width < 600 });
  return {
    chart: chartSvg(chart),
    lines: linesSvg({ ...chart, height: 400 }),
    hero: heroSvg({ ...chart, height: 300 }, 'hero'),
    spread: spreadSvg(
      { ...range, lines: [{ name: 'OKX', low: flat, high: flat, close: flat }], width, simulated: false },
      'spread',
    ),
    gantt: ganttSvg(
      {
        ...range,
        width,
        episodes: [],
        paths: [{ name: 'BTC', isNamed: true, values: Array.from(flat) }],
        declared: undefined,
        levels: [],
        simulated: false,
        compact: width < 600,
      },
      'gantt',
    ),
  };
};

/** Where a text begins and ends; ECharts' own renderer places some by a matrix. */
function acrossOf(svg: string, text: string): { readonly left: number; readonly right: number } {
  const found = new RegExp(`<text([^>]*)>${text}</text>`).exec(svg)?.[1];
  if (found === undefined) throw new Error(`${text} is not written`);
  const x = [/translate\(([-\d.]+)/, / x="([-\d.]+)"/].reduce((sum, part) => {
    const written = part.exec(found)?.[1];
    return written === undefined ? sum : sum + Number(written);
  }, 0);
  const width = textWidth(text, 12);
  const before = { start: 0, middle: 0.5, end: 1 }[/text-anchor="(\w+)"/.exec(found)?.[1] ?? 'start'] as number;
  return { left: x - before * width, right: x + (1 - before) * width };
}

describe('the zone of a chart’s times', () => {
  it.each([358, 920].flatMap((width) => Object.entries(drawings(width)).map(([name, svg]) => ({ name, width, svg }))))(
    'stands clear of a first time that is a date, whole: $name of $width',
    ({ svg }) => {
      const [zone, first] = [acrossOf(svg, 'UTC'), acrossOf(svg, '2025-10-10')];
      expect(zone.left).toBeGreaterThanOrEqual(0);
      expect(first.left - zone.right).toBeGreaterThan(4);
    },
  );
});
