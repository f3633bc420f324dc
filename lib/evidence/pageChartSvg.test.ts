import { expect, it } from 'vitest';
import { answerOf, calm, seriesOf, type Row } from '../charts/testing/answer';
import { chartHeight, deviationOption } from '../charts/deviationOption';
import { layoutOf } from '../charts/look/layout';
import { textWidth } from '../charts/look/textWidth';
import { chartSvg } from './chartSvg';
import { pageChartSvg } from './pageChartSvg';
import { echartsSvg } from './testing/echartsSvg';

const from = '2025-10-10T21:18Z';
const rows: Row[] = [calm(3), { open: 3, low: 0.001, high: 3.2, close: 2.5, reference: 3 }, 'no-trade', calm(3.2)];
const chart = {
  answer: {
    ...answerOf(from, [
      seriesOf('binance', from, rows),
      seriesOf('okx', from, [calm(3), calm(2.6), 'not-fetched', calm(3)], 'mark'),
      seriesOf('mtgox', from, [calm(3), calm(3), calm(3), calm(3)]),
    ]),
    simulated: true,
  },
  width: 900,
  scale: 'auto',
  lines: ['mtgox'],
} as const;

const coloursOf = (svg: string): ReadonlySet<string> => new Set(svg.match(/#[0-9a-f]{6}\b|rgba\([\d.,]+\)/g));

it('a chart of a page has no colour of the light theme left that the dark one does not have', () => {
  const { svg, css } = pageChartSvg(chart, 'wide');
  const inTheDark = coloursOf(chartSvg({ ...chart, theme: 'dark' }));
  for (const colour of coloursOf(svg)) expect(inTheDark).toContain(colour);
  const darkCss = css.slice(css.indexOf('.dark'));
  for (const colour of inTheDark) expect(svg.includes(colour) || darkCss.includes(colour), colour).toBe(true);
});

it('is, in the light, the picture’s own chart, its names apart from those of another on the page', () => {
  const { svg, css } = pageChartSvg(chart, 'wide');
  const light = new Map(
    [...css.slice(0, css.indexOf('.dark')).matchAll(/(--wide-\d+):([^;}]+)/g)].map(([, a, b]) => [a, b]),
  );
  expect(svg.replace(/var\((--wide-\d+)\)/g, (_, name: string) => light.get(name) ?? '?')).toBe(
    chartSvg({ ...chart, theme: 'light' }),
  );
  expect(pageChartSvg(chart, 'narrow').svg).not.toContain('wide-');
});

it('has its brush where the live chart draws one, to a tenth of a pixel', () => {
  const live = { ...chart, theme: 'light' } as const;
  const theirs = echartsSvg(deviationOption(live), { width: live.width, height: chartHeight(live) });
  // ECharts turns the brush over: each part is said by where its foot is.
  const feet = (fill: string): readonly (readonly number[])[] =>
    [...theirs.matchAll(/transform="matrix\(\d+,0,0,-\d+,([\d.]+),([\d.]+)\)" fill="([^"]+)" ?([^>]*)/g)]
      .filter(([, , , colour, more]) => `${String(colour)} ${String(more)}`.startsWith(fill))
      .map(([, x, y]) => [Number(x), Number(y)]);
  const { svg } = pageChartSvg({ ...chart, brush: true }, 'wide');
  const rects = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((rect) =>
    rect.slice(1).map(Number),
  ) as [x: number, y: number, width: number, height: number][];
  const [filler] = feet('rgb(20,24,27) fill-opacity="0.055"');
  const handles = feet('#ffffff stroke="#5d666d"');
  expect([filler?.length, handles.length]).toEqual([2, 2]);
  const near = (a: number, b: number | undefined): boolean => Math.abs(a - (b ?? NaN)) < 0.11;
  const [fillerX, foot] = filler ?? [];
  expect(rects.filter(([x, y, , height]) => height === 26 && near(x, fillerX) && near(y + height, foot))).toHaveLength(
    1,
  );
  for (const [middle] of handles)
    expect(rects.filter(([x, y, width]) => y > (foot ?? NaN) - 26 && near(x + width / 2, middle))).toHaveLength(1);
  expect(chartSvg({ ...chart, theme: 'light' })).not.toContain('height="26"');
});

it('keeps the words at a peak within the pane on a phone, and cuts no caption short', () => {
  // The peak stands where neither side has room for the longer of them.
  const minutes = [calm(3), calm(3), calm(3), rows[1] as Row, calm(3), calm(3), calm(3)];
  const episode = {
    venue: 'binance',
    kind: 'spot',
    market: 'ATOM/USDT',
    side: 'below',
    start: '2025-10-10T21:21Z',
    end: '2025-10-10T21:22Z',
    peak: 0.001 / 3 - 1,
    peakMinute: '2025-10-10T21:21Z',
    peakPrice: 0.001,
    certainty: 'certain',
    uncertaintyAtPeak: 0.0004,
  } as const;
  const phone = {
    answer: { ...answerOf(from, [seriesOf('binance', from, minutes)], [episode]), reference: 'wrapped' },
    width: 358,
    compact: true,
    theme: 'light',
    scale: 'auto',
  } as const;
  const { price } = layoutOf(phone);
  const texts = [...chartSvg(phone).matchAll(/<text ([^>]*)>([^<]*)</g)].map(([, look = '', text = '']) => {
    const x = Number(/ x="([\d.]+)"/.exec(look)?.[1]);
    return { text, left: look.includes('"end"') ? x - textWidth(text, 12) : x };
  });
  const peak = texts.filter(({ text }) => text.startsWith('underlying × ratio '));
  expect(peak).toHaveLength(1);
  expect(peak[0]?.left).toBeGreaterThanOrEqual(price.left);
  expect(texts.map(({ text }) => text)).toContain('Deviation from underlying × ratio');
  expect(texts.filter(({ text }) => text.endsWith('…'))).toEqual([]);
});
