import { PAGE_FONT as FONT, PAGE_INK as INK } from '../look/pageInk';
import type { GanttEpisode } from './chart';
import type { Place } from './freePlace';
import type { GanttLayout } from './layout';

/** A part of a chart's option as ECharts takes it; nothing in it moves. */
export type Still = Record<string, unknown>;

/** Words and where they stand. */
export type Worded = Place & { readonly words: string };

/** With a rim of what lies behind it, so that a line it must cross does not run through its signs. */
export const text = (layout: GanttLayout, x: number, y: number, label: string, style: Still = {}): Still => ({
  type: 'text',
  x,
  y,
  silent: true,
  z: 10,
  style: {
    text: label,
    fill: INK.ink,
    fontFamily: FONT,
    fontSize: layout.fontSize,
    verticalAlign: 'middle',
    stroke: INK.paper,
    lineWidth: 3,
    ...style,
  },
});

/** The colour of the side that an episode lies on. */
export const sideOf = ({ peak }: GanttEpisode): string => (peak < 0 ? INK.below : INK.above);
