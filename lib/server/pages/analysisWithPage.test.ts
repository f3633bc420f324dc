import { expect, it } from 'vitest';
import { chartHeight } from '../../charts/deviationOption';
import { defaultQuestion } from '../../domain/question';
import type { Asset } from '../../domain/market';
import { chartAnswerOf } from '../deviations/deviationsAnswer';
import { answersOf, AROUND, book, HOUR, quiet } from '../pictures/testing/views';
import { drawnCharts } from './analysisWithPage';

const { view, window } = answersOf({
  question: defaultQuestion('ATOM' as Asset, HOUR),
  markets: ['binance', 'coinbase', 'kraken', 'okx'].map((venue, i) =>
    book([venue, 'ATOM/USD'], AROUND, (at) => (at === 20 && i === 0 ? 0.001 : quiet(3, at))),
  ),
  rateMarkets: [],
});
const answer = chartAnswerOf(window);

it('a page’s chart is drawn for a desk and for a telephone, each as high as the one that takes over', () => {
  const { wide, narrow } = drawnCharts(answer, view, 1_000);
  const height = (width: number, compact: boolean): number =>
    chartHeight({ answer, theme: 'light', scale: 'auto', width, compact });
  expect([wide.height, narrow.height]).toEqual([height(1_000, false), height(358, true)]);
  const svgOf = (key: string): string => globalThis.plumblineDrawn?.get(key)?.deref()?.svg ?? '';
  expect(svgOf(wide.key)).toMatch(/^<svg width="1000"/);
  expect(svgOf(narrow.key)).toMatch(/^<svg width="358"/);
  // To its foot: the brush is drawn as well.
  for (const { key, height } of [wide, narrow]) expect(svgOf(key)).toContain(` height="${String(height)}" xmlns`);
  // The wick is named, and the axis says what it is.
  for (const { key } of [wide, narrow])
    expect(svgOf(key)).toMatch(/Binance 0\.00[\s\S]*log scale|log scale[\s\S]*Binance 0\.00/);
});

it('the same chart has the same key, so that a page made twice is the same text', () => {
  expect(drawnCharts(answer, view, 1_000)).toEqual(drawnCharts(answer, view, 1_000));
});
