import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ganttSvg } from '../../evidence/ganttSvg';
import { expectGolden } from '../../evidence/testing/golden';
import { layoutOf } from './layout';
import { drawnOf, type GanttChart, type GanttEpisode } from './chart';

const FROM = Date.UTC(2025, 9, 10, 20) / 60_000;
const episode = (name: string, venue: string, start: number, minutes: number, peak: number): GanttEpisode => ({
  name,
  venue,
  from: FROM + start,
  to: FROM + start + minutes,
  peakMinute: FROM + start,
  peak,
  isBeyond: Math.abs(peak) > 0.1,
});
const chart: GanttChart = {
  from: FROM,
  to: FROM + 240,
  episodes: [
    episode('ATOM', 'binance', 80, 1, -0.9994),
    episode('WBETH', 'binance', 79, 84, -0.8958),
    episode('ATOM', 'coinbase', 74, 38, 0.7364),
    episode('USDe', 'bybit', 100, 41, -0.0793),
  ],
  paths: [
    {
      name: 'BTC',
      isNamed: true,
      values: Array.from({ length: 240 }, (_, i) => (i === 120 ? NaN : -Math.min(i, 80) / 800)),
    },
    { name: 'ETH', isNamed: false, values: Array.from({ length: 240 }, (_, i) => -Math.min(i, 80) / 500) },
  ],
  declared: { from: FROM + 96, to: FROM + 136, venue: 'binance' },
  levels: [0.03, 0.05, 0.1],
  simulated: false,
  width: 704,
  compact: false,
};
const textsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);

describe('episodes by venue and depth', () => {
  it('are drawn as they were accepted', () => {
    expectGolden(join(import.meta.dirname, '..', 'golden'), 'gantt', ganttSvg(chart, 'gantt'));
  });

  it('have whole captions on a phone, over the figures where they are wider than the panes', () => {
    const texts = textsOf(ganttSvg({ ...chart, width: 358, compact: true, simulated: true }, 'gantt'));
    expect(texts).toEqual(
      expect.arrayContaining(['Median close against the window’s first minute', 'declared by Binance']),
    );
    expect(texts.filter((text) => text.includes('…'))).toEqual([]);
  });

  it('name each venue once, the deepest first, each episode by asset and peak, and the deepest of all with its venue', () => {
    const texts = textsOf(ganttSvg(chart, 'gantt'));
    expect(texts.filter((text) => ['Binance', 'Coinbase', 'Bybit'].includes(text))).toEqual([
      'Binance',
      'Coinbase',
      'Bybit',
    ]);
    expect(texts).toEqual(
      expect.arrayContaining([
        'ATOM −99.94 %',
        'WBETH −89.58 %',
        'ATOM +73.64 %',
        'USDe −7.93 %',
        'ATOM, Binance −99.94 %',
        'declared by Binance',
      ]),
    );
  });

  it('say the rulebook’s outermost level where names of all would touch, and nothing of a rulebook nobody chose', () => {
    const levels = (svg: string) => textsOf(svg).filter((text) => /^[−+](3|5|10)\.00 %$/.test(text));
    expect(levels(ganttSvg(chart, 'gantt'))).toEqual(['−10.00 %', '+10.00 %']);
    expect(levels(ganttSvg({ ...chart, levels: [] }, 'gantt'))).toEqual([]);
  });

  it('are stamped from top to bottom where prices are simulated', () => {
    const stamps = (simulated: boolean) =>
      textsOf(ganttSvg({ ...chart, simulated }, 'gantt')).filter((text) => text === 'SIMULATED');
    expect(stamps(false)).toEqual([]);
    expect(stamps(true).length).toBeGreaterThanOrEqual(2);
  });

  it('are stamped behind the data where prices are simulated: a crop without the margins holds stamps of every pane', () => {
    const svg = ganttSvg({ ...chart, simulated: true }, 'gantt');
    const stamps = [...svg.matchAll(/<text[^>]*transform="matrix\(([^)]*)\)"[^>]*>SIMULATED<\/text>/g)].map(
      ([, matrix = '']) => matrix.split(',').map(Number),
    );
    const { left, width, path, depth, rowsTop, bottom } = layoutOf({ ...chart, simulated: true });
    const panes = [path, depth, { top: rowsTop, height: bottom - rowsTop }].filter((pane) => pane !== undefined);
    const isIn = (top: number, height: number) => (stamp: readonly number[]) => {
      const [x = NaN, y = NaN] = stamp.slice(4);
      return x > left && x < left + width && y > top && y < top + height;
    };
    for (const { top, height } of panes) expect(stamps.filter(isIn(top, height)).length).toBeGreaterThanOrEqual(2);
  });

  it('take the page’s colours, and no names of another chart on it', () => {
    const svg = ganttSvg(chart, 'gantt-wide');
    expect(svg).toContain('fill="var(--below)"');
    expect(svg).not.toMatch(/zr-|#[0-9a-f]{6}/i);
  });

  it('are as many as can be told apart, the deepest ones', () => {
    const many = Array.from({ length: 100 }, (_, i) => episode('A', 'binance', i, 1, -1 + i / 100));
    expect(drawnOf({ episodes: many, compact: false })).toEqual(many.slice(0, 60));
    expect(drawnOf({ episodes: many, compact: true })).toHaveLength(24);
  });
});
