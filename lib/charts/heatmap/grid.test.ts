import { describe, expect, it } from 'vitest';
import { heatGrid, shadeOf, type HeatCell } from './grid';

const cell = (asset: string, venue: string, peak: number): HeatCell => ({
  asset,
  name: asset,
  venue,
  peak,
  peakMinute: '2025-10-10T21:20Z',
  href: `/${asset}`,
});
const HELD: Readonly<Record<string, readonly string[]>> = {
  ATOM: ['binance', 'kraken', 'okx'],
  DOGE: ['binance', 'upbit'],
};

describe('the grid of assets and venues', () => {
  const grid = heatGrid(
    [cell('ATOM', 'binance', -0.99), cell('ATOM', 'okx', 0.04), cell('DOGE', 'upbit', -0.3)],
    (asset) => HELD[asset] ?? [],
  );

  it('has the venue of the deepest first, and those without an episode last', () => {
    expect(grid.venues).toEqual(['binance', 'upbit', 'okx', 'kraken']);
  });

  it('tells data without an episode from no data', () => {
    expect(
      grid.rows.map(({ asset, cells }) => [asset, cells.map((one) => (typeof one === 'string' ? one : one.peak))]),
    ).toEqual([
      ['ATOM', [-0.99, 'none', 0.04, 'held']],
      ['DOGE', ['held', -0.3, 'none', 'none']],
    ]);
  });

  it('is empty where nothing strayed', () => {
    expect(heatGrid([], () => [])).toEqual({ venues: [], rows: [] });
  });
});

describe('the shade of a cell', () => {
  it.each([
    [-0.02, 0],
    [-0.0999, 1],
    [0.1, 2],
    [-0.25, 3],
    [-0.9994, 4],
    [3, 4],
  ])('of %s is %i', (peak, shade) => {
    expect(shadeOf(peak)).toBe(shade);
  });
});
