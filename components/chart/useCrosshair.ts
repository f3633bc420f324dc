'use client';

import type { EChartsType } from 'echarts/core';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { bucketAt } from '@/lib/charts/buckets/bucket';
import type { DeviationChart } from '@/lib/charts/chart';
import { layoutOf } from '@/lib/charts/look/layout';
import { inkOf } from '@/lib/charts/look/theme';
import { nearestMinute, tooltipOf } from '@/lib/charts/pointing/tooltip';
import { crosshairTable, type CrosshairTable } from './crosshairTable';
import type { SightControl } from './movingSight';

/** Between the crosshair and its table. */
const AWAY = 14;

export interface Crosshair {
  /** At an instant, in milliseconds since 1970; hidden where that is out of sight. */
  readonly show: (ms: number) => void;
  readonly hide: () => void;
  /** Where it was before the chart was laid anew: at the same instant. */
  readonly again: () => void;
  /** Tells where its line is, in pixels of the box; undefined: nowhere. Gives the way to stop. */
  readonly watch: (told: (x: number | undefined) => void) => () => void;
}

/**
 * A line through all panes and the table of its minute, laid over the chart as elements of their own: moving them draws nothing of the chart
 * anew. It follows the pointer by itself.
 */
export function useCrosshair(
  chart: EChartsType | undefined,
  box: RefObject<HTMLDivElement | null>,
  drawing: DeviationChart | undefined,
  sight: SightControl,
): Crosshair {
  const [kept] = useState<Kept>(() => ({ ms: undefined }));
  const cross = useMemo(() => crosshairOf(chart, box, drawing, { sight, kept }), [chart, box, drawing, sight, kept]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const move = ({ clientX, clientY, buttons }: PointerEvent): void => {
      const { left, top } = element.getBoundingClientRect();
      cross.pointAt({ x: clientX - left, y: clientY - top, isDragging: buttons !== 0 });
    };
    // It follows the pointer's own event, in which the page was measured.
    const spare = (event: MouseEvent): void => {
      if (cross.isIdle()) event.stopPropagation();
    };
    element.addEventListener('mousemove', spare, { capture: true });
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerdown', move);
    element.addEventListener('pointerleave', cross.hide);
    return () => {
      element.removeEventListener('mousemove', spare, { capture: true });
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerdown', move);
      element.removeEventListener('pointerleave', cross.hide);
      cross.remove();
    };
  }, [cross, box]);
  return cross;
}

/** The instant that is shown, for the chart that takes this one's place. */
interface Kept {
  ms: number | undefined;
}

/** In pixels of the box. */
interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly isDragging: boolean;
}

interface PointersCrosshair extends Crosshair {
  readonly pointAt: (pointed: Pointed) => void;
  /**
   * Whether a move of the mouse is nothing to the chart: nothing in its panes answers to one, and it has heard of one before it over them. ECharts
   * would look for what is under it among all that is drawn.
   */
  readonly isIdle: () => boolean;
  readonly remove: () => void;
}

function crosshairOf(
  chart: EChartsType | undefined,
  box: RefObject<HTMLDivElement | null>,
  drawing: DeviationChart | undefined,
  { sight, kept }: { readonly sight: SightControl; readonly kept: Kept },
): PointersCrosshair {
  let laid: { readonly line: HTMLElement; readonly table: CrosshairTable } | undefined;
  /** What the table is of, and how wide it came out. */
  let shown = NaN;
  let wide = NaN;
  /** Whether the pointer is over the panes without a button, and whether ECharts knows. */
  let isOver = false;
  let isKnown = false;
  const watchers = new Set<(x: number | undefined) => void>();
  const tell = (x: number | undefined): void => {
    for (const told of watchers) told(x);
  };
  const hide = (): void => {
    tell(undefined);
    kept.ms = undefined;
    shown = NaN;
    isKnown = false;
    if (laid !== undefined) laid.line.hidden = laid.table.element.hidden = true;
  };
  const show = (ms: number): void => {
    if (chart === undefined || chart.isDisposed() || drawing === undefined || box.current === null) return;
    const { price, strip, width } = layoutOf(drawing);
    const isOfMinute = drawing.answer.resolutionMinutes === 1;
    const at = isOfMinute ? nearestMinute(drawing.answer, ms) : ms;
    const x = sight.x(at);
    if (!(x >= price.left && x <= price.left + price.width)) {
      hide();
      return;
    }
    laid ??= layOver(box.current, drawing, price.top, strip.top + strip.height - price.top);
    tell(x);
    kept.ms = ms;
    const { line, table } = laid;
    line.hidden = table.element.hidden = false;
    line.style.transform = `translateX(${String(Math.round(x))}px)`;
    const of = isOfMinute ? at : bucketAt(drawing.answer, at).fromMs;
    if (of !== shown) {
      table.write(tooltipOf(drawing, at));
      shown = of;
      wide = table.element.offsetWidth;
    }
    const left = x + AWAY + wide <= width ? x + AWAY : Math.max(0, x - AWAY - wide);
    table.element.style.transform = `translate(${String(Math.round(left))}px, ${String(price.top)}px)`;
  };
  return {
    show,
    hide,
    again: () => {
      if (kept.ms !== undefined) show(kept.ms);
    },
    watch: (told) => {
      watchers.add(told);
      return () => {
        watchers.delete(told);
      };
    },
    pointAt: ({ x, y, isDragging }) => {
      if (chart === undefined || chart.isDisposed() || drawing === undefined) return;
      const { price, strip } = layoutOf(drawing);
      const isBeside = x < price.left || x > price.left + price.width;
      isOver = !isDragging && !isBeside && y >= price.top && y <= strip.top + strip.height;
      if (isDragging) return;
      if (isBeside) hide();
      else show(sight.at(x));
    },
    isIdle: () => {
      const isIdle = isOver && isKnown;
      isKnown = isOver;
      return isIdle;
    },
    remove: () => {
      laid?.line.remove();
      laid?.table.element.remove();
      laid = undefined;
    },
  };
}

/** Over the chart, without being in the pointer's way. */
const LAID = { position: 'absolute', left: '0', top: '0', pointerEvents: 'none', willChange: 'transform' } as const;
const TABLE = {
  zIndex: '20',
  maxWidth: '100%',
  overflow: 'hidden',
  padding: '10px',
  fontSize: '12px',
  whiteSpace: 'nowrap',
  borderWidth: '1px',
  borderStyle: 'solid',
  borderRadius: '4px',
} as const;

function layOver(
  box: HTMLElement,
  { theme }: DeviationChart,
  top: number,
  height: number,
): { readonly line: HTMLElement; readonly table: CrosshairTable } {
  const ink = inkOf(theme);
  const line = document.createElement('div');
  Object.assign(line.style, LAID, {
    top: `${String(top)}px`,
    height: `${String(height)}px`,
    width: '1px',
    background: ink.quiet,
  });
  const table = crosshairTable();
  Object.assign(table.element.style, LAID, TABLE, { background: ink.paper, color: ink.ink, borderColor: ink.frame });
  box.append(line, table.element);
  return { line, table };
}
