import { shadeOf, type HeatGrid } from '../charts/heatmap/grid';
import { fitted } from '../charts/look/textWidth';
import { inkOf } from '../charts/look/theme';
import { heatmap } from '../words/heatmap';
import { venueName } from '../words/venues';
import { line, rule } from './sheet/blocks';
import type { PlotRoom } from './sheet/frames';
import { widthOf } from './wrap';

const SIZE = 12;
/** Of a row: the most, and the least in which its letters stand clear. */
const ROW = { most: 26, least: 16 } as const;
const HEAD = 24;
const GAP = 8;
/** Of a cell: the least in which a figure stands clear. */
const LEAST_CELL = 60;
const BOLDER = 1.06;
/** How strongly a side's colour covers a cell, by its shade: words in the ink are read on each of them. */
const COVER: readonly number[] = [0.1, 0.2, 0.3, 0.42, 0.54];

/** As tall as so many rows need be, at a zoom of 1. */
export const heatHeight = ({ rows }: HeatGrid): number => HEAD + rows.length * ROW.most;

/** Assets by venues, each cell with the deepest of the one on the other, in percent; the first rows and columns that there is room for. */
export function heatPlot(grid: HeatGrid, { width, height, theme, zoom }: PlotRoom): string {
  const ink = inkOf(theme);
  const [wide, tall] = [width / zoom, height / zoom];
  const rows = grid.rows.slice(0, Math.max(1, Math.floor((tall - HEAD) / ROW.least)));
  const row = Math.min(ROW.most, (tall - HEAD) / Math.max(1, rows.length));
  const measured = (text: string): number => widthOf(text, SIZE, 'sans') * BOLDER;
  const left = Math.ceil(Math.max(0, ...rows.map(({ name }) => measured(name)))) + GAP;
  const venues = grid.venues.slice(0, Math.max(1, Math.floor((wide - left) / LEAST_CELL)));
  const cell = (wide - left) / Math.max(1, venues.length);
  const right = (i: number): number => tenth(left + (i + 1) * cell - 4);
  const quiet = { size: SIZE, colour: ink.quiet } as const;
  const heads = venues.map((venue, i) => line(fitted(venueName(venue), SIZE, cell - GAP), right(i), 15, quiet, 'end'));
  const drawn = rows.map(({ name, cells }, r) => {
    const top = HEAD + r * row;
    const baseline = top + row / 2 + SIZE * 0.36;
    const figures = cells.slice(0, venues.length).flatMap((one, i) => {
      if (typeof one === 'string') return [];
      const [x, y] = [tenth(left + i * cell + 1), tenth(top + 1)];
      const fill = one.peak < 0 ? ink.below : ink.above;
      return [
        `<rect x="${x}" y="${y}" width="${tenth(cell - 2)}" height="${tenth(row - 2)}" fill="${fill}" fill-opacity="${String(COVER[shadeOf(one.peak)])}"/>`,
        line(`${heatmap.cell(one.peak)} %`, right(i), baseline, { size: SIZE, colour: ink.ink }, 'end'),
      ];
    });
    return [line(name, 0, baseline, { size: SIZE, colour: ink.ink, weight: 600 }), ...figures].join('\n');
  });
  return `<g transform="scale(${zoom})">${[...heads, rule(HEAD - 4, 0, tenth(wide), ink, 'rule'), ...drawn].join('\n')}</g>`;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
