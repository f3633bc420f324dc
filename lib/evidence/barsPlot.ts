import { fitted } from '../charts/look/textWidth';
import { inkOf } from '../charts/look/theme';
import { line } from './sheet/blocks';
import type { PlotRoom } from './sheet/frames';
import { widthOf } from './wrap';

/** A bar of a picture: its name, how long it is, and what that is in words. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly said: string;
  /** The one that the picture is about. */
  readonly isStrong: boolean;
}

const CAPTION = 26;
/** Of a row: the most, and the least in which its letters stand clear. */
const ROW = { most: 26, least: 15 } as const;
const BOLDER = 1.06;
const GAP = 10;
const LONGEST_NAME = 0.3;

/** As tall as so many bars need be, at a zoom of 1. */
export const barsHeight = (bars: readonly Bar[]): number => CAPTION + bars.length * ROW.most;

/** Bars under one another, the first on top, as many as there is room for, and the strong one always; `caption`: what they measure. */
export function barsPlot(caption: string, all: readonly Bar[], { width, height, theme, zoom }: PlotRoom): string {
  const ink = inkOf(theme);
  const [wide, tall] = [width / zoom, height / zoom];
  const rows = drawnOf(all, Math.max(1, Math.floor((tall - CAPTION) / ROW.least)));
  const row = Math.min(ROW.most, (tall - CAPTION) / Math.max(1, rows.length));
  const size = Math.min(14, Math.max(11, row * 0.72));
  const measured = (text: string): number => widthOf(text, size, 'sans') * BOLDER;
  const left = Math.ceil(Math.min(wide * LONGEST_NAME, Math.max(0, ...rows.map(({ name }) => measured(name))))) + GAP;
  const room = wide - left - Math.ceil(Math.max(0, ...rows.map(({ said }) => measured(said)))) - GAP;
  const longest = Math.max(...rows.map(({ value }) => value), 1);
  const parts = rows.map(({ name, value, said, isStrong }, i) => {
    const top = CAPTION + i * row;
    const [bar, baseline] = [(room * value) / longest, top + row / 2 + size * 0.36];
    const type = { size, colour: ink.ink, weight: isStrong ? 600 : 400 } as const;
    return [
      line(fitted(name, size, left - GAP), 0, baseline, type),
      `<rect x="${left}" y="${tenth(top + row * 0.16)}" width="${tenth(bar)}" height="${tenth(row * 0.68)}" fill="${isStrong ? ink.ink : ink.bandEdge}"/>`,
      line(said, tenth(left + bar + GAP), baseline, type),
    ].join('\n');
  });
  const head = line(caption, 0, 14, { size: 13, colour: ink.ink, weight: 600 });
  return `<g transform="scale(${zoom})">${[head, ...parts].join('\n')}</g>`;
}

/** The first ones, and in the last place the one that the picture is about where it is none of them. */
function drawnOf(all: readonly Bar[], most: number): readonly Bar[] {
  const first = all.slice(0, most);
  const strong = all.slice(most).find(({ isStrong }) => isStrong);
  return strong === undefined ? first : [...first.slice(0, -1), strong];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
