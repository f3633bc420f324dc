'use client';

import type { EChartsType } from 'echarts/core';
import { useEffect, useMemo, type RefObject } from 'react';
import { windowOf } from '@/lib/charts/buckets/columns';
import type { DeviationChart } from '@/lib/charts/chart';
import { layoutOf } from '@/lib/charts/look/layout';
import {
  broughtInto,
  leastSight,
  middleOf,
  panned,
  wholeSight,
  widthOf,
  zoomedAt,
  type Sight,
} from '@/lib/charts/pointing/sight';
import { MINUTE_MS } from '@/lib/domain/minute';
import type { Crosshair } from './useCrosshair';
import { wheelFactor, zoomsByWheel } from './wheel';

/** What is in sight of a chart, and how it is moved. Instants are milliseconds since 1970. */
export interface SightControl {
  /** undefined until the chart is drawn. */
  readonly now: () => Sight | undefined;
  /** At an instant, else at the middle. */
  readonly zoom: (factor: number, at?: number) => void;
  /** By a share of what is in sight. */
  readonly pan: (share: number) => void;
  /** The minute of an instant, wholly. */
  readonly bring: (at: number) => void;
  /** The whole window again. */
  readonly reset: () => void;
}

/** A wheel that has just zoomed and is still turning does not go on to scroll the page, in milliseconds. */
const STILL_TURNING = 300;

/** What is in sight, moved by the wheel and by a double click; the keys' part is `useCursor`. */
export function useSight(
  chart: EChartsType | undefined,
  box: RefObject<HTMLDivElement | null>,
  drawing: DeviationChart | undefined,
  crosshair: Crosshair,
): SightControl {
  const control = useMemo(() => controlOf(chart, drawing), [chart, drawing]);
  useEffect(() => {
    const element = box.current;
    if (element === null || chart === undefined) return;
    let waiting: { factor: number; x: number; frame: number } | undefined;
    let zoomedLast = -Infinity;
    const zoom = (): void => {
      if (waiting === undefined || chart.isDisposed()) return;
      const { factor, x } = waiting;
      waiting = undefined;
      const at = chart.convertFromPixel({ xAxisIndex: 0 }, x);
      control.zoom(factor, at);
      crosshair.show(at);
    };
    const wheel = (event: WheelEvent): void => {
      // Before ECharts hears of it, which over its panes would neither zoom nor let the page scroll.
      event.stopPropagation();
      if (!zoomsByWheel(event, holdsFocus(element))) return;
      const factor = wheelFactor(event);
      // Nothing wider is there: the page scrolls on.
      if (factor > 1 && control.isWhole() && event.timeStamp - zoomedLast > STILL_TURNING && !event.ctrlKey) return;
      event.preventDefault();
      if (!control.isWhole() || factor < 1) zoomedLast = event.timeStamp;
      const x = event.clientX - element.getBoundingClientRect().left;
      // However many events a frame brings, the panes are drawn once.
      waiting = {
        factor: (waiting?.factor ?? 1) * factor,
        x,
        frame: waiting?.frame ?? requestAnimationFrame(zoom),
      };
    };
    const twice = (): void => {
      control.reset();
    };
    element.addEventListener('wheel', wheel, { passive: false, capture: true });
    element.addEventListener('dblclick', twice);
    return () => {
      element.removeEventListener('wheel', wheel, { capture: true });
      element.removeEventListener('dblclick', twice);
      if (waiting !== undefined) cancelAnimationFrame(waiting.frame);
    };
  }, [chart, box, control, crosshair]);
  return control;
}

/** The focus is on the element around the box. */
const holdsFocus = (box: HTMLElement): boolean => box.parentElement?.contains(document.activeElement) === true;

function controlOf(
  chart: EChartsType | undefined,
  drawing: DeviationChart | undefined,
): SightControl & { readonly isWhole: () => boolean } {
  const now = (): Sight | undefined => {
    if (chart === undefined || chart.isDisposed() || drawing === undefined) return undefined;
    const { left, width } = layoutOf(drawing).price;
    const [from, to] = [left, left + width].map((x) => chart.convertFromPixel({ xAxisIndex: 0 }, x));
    return from === undefined || to === undefined || Number.isNaN(to - from) ? undefined : { from, to };
  };
  const change = (to: (sight: Sight, whole: Sight, least: number) => Sight): void => {
    const sight = now();
    if (sight === undefined || drawing === undefined) return;
    const { answer } = drawing;
    const whole = wholeSight(windowOf(answer));
    const next = to(sight, whole, leastSight(answer.resolutionMinutes));
    chart?.dispatchAction({
      type: 'dataZoom',
      ...(isAllOf(next, whole) ? { start: 0, end: 100 } : { startValue: next.from, endValue: next.to }),
    });
  };
  return {
    now,
    isWhole: () => {
      const sight = now();
      return sight === undefined || drawing === undefined || isAllOf(sight, wholeSight(windowOf(drawing.answer)));
    },
    zoom: (factor, at) => {
      change((sight, whole, least) => zoomedAt(sight, whole, least, at ?? middleOf(sight), factor));
    },
    pan: (share) => {
      change((sight, whole) => panned(sight, whole, share * widthOf(sight)));
    },
    bring: (at) => {
      const sight = now();
      const half = ((drawing?.answer.resolutionMinutes ?? 1) * MINUTE_MS) / 2;
      if (sight === undefined) return;
      // A minute is as wide as half a step to both sides of where it stands.
      if (at - half < sight.from) change((seen, whole) => broughtInto(seen, whole, at - half));
      else if (at + half > sight.to) change((seen, whole) => broughtInto(seen, whole, at + half));
    },
    reset: () => {
      change((_, whole) => whole);
    },
  };
}

/** To less than a minute: a zoom out that ends so near the edges has reached them. */
const isAllOf = (sight: Sight, whole: Sight): boolean => widthOf(whole) - widthOf(sight) < MINUTE_MS / 2;
