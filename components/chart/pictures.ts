import type { EChartsType } from 'echarts/core';
import type { Box, Layout } from '@/lib/charts/look/layout';
import { widthOf, type Sight } from '@/lib/charts/pointing/sight';

/** What ECharts has painted of a stretch of time. */
export interface Picture {
  /** As the chart's own, from its top to the foot of the times. */
  readonly canvas: HTMLCanvasElement;
  readonly sight: Sight;
  /** Where each time under the panes stands, in CSS pixels. */
  readonly times: readonly Box[];
}

/** The pictures of one gesture: what ECharts has painted last, and before. */
export interface Pictures {
  /** Those fit for a sight, the coarsest first. */
  readonly fitFor: (wanted: Sight) => readonly Picture[];
  /** ECharts has painted this; the same object for the same painting. */
  readonly painted: (sight: Sight, canvas: HTMLCanvasElement) => void;
  /** It is about to paint something else. */
  readonly keep: () => void;
  readonly forget: () => void;
}

/** Besides the chart's own: what a hand comes from, what it goes to, and one more. Each takes as much memory as the chart. */
const MOST_KEPT = 3;
/** Shrunk to less than this, one that is kept is worse than what replaces it. */
const LEAST_SCALE = 0.5;
/** From the strip's foot to that of the times under it. */
export const TIMES = 24;
/** And to that of a tick. */
export const TICKS = 5;

export function picturesOf(chart: EChartsType, layout: Layout): Pictures {
  const foot = layout.strip.top + layout.strip.height + TIMES;
  let kept: Picture[] = [];
  let last: Picture | undefined;
  return {
    fitFor: (wanted) =>
      [...kept.filter(({ sight }) => widthOf(sight) >= LEAST_SCALE * widthOf(wanted)), last]
        .filter((one) => one !== undefined)
        .sort((a, b) => widthOf(b.sight) - widthOf(a.sight)),
    painted: (sight, canvas) => {
      if (last?.sight !== sight) last = { canvas, sight, times: timesIn(chart, layout, foot) };
    },
    keep: () => {
      if (last === undefined) return;
      const canvas = copied(last.canvas, Math.ceil((foot * last.canvas.width) / layout.width));
      kept = [...kept.slice(1 - MOST_KEPT), { ...last, canvas }];
      last = undefined;
    },
    forget: () => {
      kept = [];
      last = undefined;
    },
  };
}

function copied(canvas: HTMLCanvasElement, height: number): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = Math.min(canvas.height, height);
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  return copy;
}

/** The times that stand wholly on the chart; the zone's name beside them stays where it is. */
function timesIn(chart: EChartsType, { strip, width }: Layout, foot: number): readonly Box[] {
  return chart
    .getZr()
    .storage.getDisplayList()
    .filter(({ type, invisible }) => type === 'tspan' && !invisible)
    .map((text): Box => {
      // With room beside it for what shadows reach: too much where one time stands beside another. Letters stand higher than they are measured.
      const { x, y, width: wide, height } = text.getPaintRect();
      const around = text.dirtyRectTolerance;
      return { left: x + around, top: y + around, width: wide - 2 * around, height: height - 2 * around };
    })
    .filter(
      (time) =>
        time.top >= strip.top + strip.height &&
        time.top + time.height <= foot &&
        time.left + time.width / 2 >= strip.left &&
        time.left + time.width <= width,
    )
    .map(({ left, width: wide }) => ({
      left,
      width: wide,
      top: strip.top + strip.height + TICKS,
      height: TIMES - TICKS,
    }));
}
