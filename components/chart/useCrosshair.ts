'use client';

import type { EChartsType } from 'echarts/core';
import { useEffect, useMemo, type RefObject } from 'react';
import type { DeviationChart } from '@/lib/charts/chart';
import { layoutOf } from '@/lib/charts/look/layout';
import { inkOf } from '@/lib/charts/look/theme';
import { nearestMinute, tooltipOf } from '@/lib/charts/pointing/tooltip';

/** Between the crosshair and its table. */
const AWAY = 14;

export interface Crosshair {
  /** At an instant, in milliseconds since 1970; hidden where that is out of sight. */
  readonly show: (ms: number) => void;
  readonly hide: () => void;
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
): Crosshair {
  const cross = useMemo(() => crosshairOf(chart, box, drawing), [chart, box, drawing]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const move = (event: PointerEvent): void => {
      cross.pointAt(event.clientX - element.getBoundingClientRect().left, event.buttons !== 0);
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerdown', move);
    element.addEventListener('pointerleave', cross.hide);
    chart?.on('datazoom', cross.hide);
    return () => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerdown', move);
      element.removeEventListener('pointerleave', cross.hide);
      chart?.off('datazoom', cross.hide);
      cross.remove();
    };
  }, [cross, box, chart]);
  return cross;
}

function crosshairOf(
  chart: EChartsType | undefined,
  box: RefObject<HTMLDivElement | null>,
  drawing: DeviationChart | undefined,
): Crosshair & { readonly pointAt: (x: number, isDragging: boolean) => void; readonly remove: () => void } {
  let laid: { readonly line: HTMLElement; readonly table: HTMLElement } | undefined;
  let shown = NaN;
  const watchers = new Set<(x: number | undefined) => void>();
  const tell = (x: number | undefined): void => {
    for (const told of watchers) told(x);
  };
  const hide = (): void => {
    tell(undefined);
    shown = NaN;
    if (laid !== undefined) laid.line.hidden = laid.table.hidden = true;
  };
  const show = (ms: number): void => {
    if (chart === undefined || chart.isDisposed() || drawing === undefined || box.current === null) return;
    const { price, strip, width } = layoutOf(drawing);
    const at = drawing.answer.resolutionMinutes === 1 ? nearestMinute(drawing.answer, ms) : ms;
    const x = chart.convertToPixel({ xAxisIndex: 0 }, at);
    if (!(x >= price.left && x <= price.left + price.width)) {
      hide();
      return;
    }
    laid ??= layOver(box.current, drawing, price.top, strip.top + strip.height - price.top);
    tell(x);
    const { line, table } = laid;
    line.hidden = table.hidden = false;
    line.style.transform = `translateX(${String(Math.round(x))}px)`;
    if (at !== shown) {
      // All that is in it is escaped.
      table.innerHTML = tooltipOf(drawing, at);
      shown = at;
    }
    const wide = table.offsetWidth;
    const left = x + AWAY + wide <= width ? x + AWAY : Math.max(0, x - AWAY - wide);
    table.style.transform = `translate(${String(Math.round(left))}px, ${String(price.top)}px)`;
  };
  return {
    show,
    hide,
    watch: (told) => {
      watchers.add(told);
      return () => {
        watchers.delete(told);
      };
    },
    pointAt: (x, isDragging) => {
      if (chart === undefined || chart.isDisposed() || drawing === undefined || isDragging) return;
      const { left, width } = layoutOf(drawing).price;
      if (x < left || x > left + width) hide();
      else show(chart.convertFromPixel({ xAxisIndex: 0 }, x));
    },
    remove: () => {
      laid?.line.remove();
      laid?.table.remove();
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
): { readonly line: HTMLElement; readonly table: HTMLElement } {
  const ink = inkOf(theme);
  const line = document.createElement('div');
  Object.assign(line.style, LAID, {
    top: `${String(top)}px`,
    height: `${String(height)}px`,
    width: '1px',
    background: ink.quiet,
  });
  const table = document.createElement('div');
  Object.assign(table.style, LAID, TABLE, { background: ink.paper, color: ink.ink, borderColor: ink.frame });
  box.append(line, table);
  return { line, table };
}
