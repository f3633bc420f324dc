'use client';

import type { EChartsType } from 'echarts/core';
import { useEffect, useMemo } from 'react';
import type { MinuteRange } from '@/lib/domain/minute';
import { onZoomed } from './gestures';

/** A gesture is over when nothing moved for this long; drawing anew in its middle would take it away from the hand. */
const SETTLED_MS = 180;

type Zoom = MinuteRange | undefined;

export interface ZoomWatch {
  /** What is zoomed to at this moment. */
  readonly now: () => Zoom;
  /** Calls back each time a zoom has come to rest. Gives the way to stop. */
  readonly whenSettled: (act: (zoom: Zoom) => void) => () => void;
}

/** Follows the reader's zoom of one analysed range; a new range starts unzoomed. */
export function useZoom(
  chart: EChartsType | undefined,
  range: MinuteRange,
  onZoom: ((zoom: Zoom) => void) | undefined,
): ZoomWatch {
  const watch = useMemo(() => watchOf(range), [range]);
  useEffect(() => {
    onZoom?.(undefined);
    if (chart === undefined) return;
    return onZoomed(chart, watch.range, (zoom) => {
      watch.moved(zoom);
      onZoom?.(zoom);
    });
  }, [chart, watch, onZoom]);
  return watch;
}

function watchOf(
  range: MinuteRange,
): ZoomWatch & { readonly range: MinuteRange; readonly moved: (zoom: Zoom) => void } {
  let current: Zoom;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let settled: ((zoom: Zoom) => void) | undefined;
  return {
    range,
    now: () => current,
    moved: (zoom) => {
      current = zoom;
      clearTimeout(timer);
      timer = setTimeout(() => settled?.(current), SETTLED_MS);
    },
    whenSettled: (act) => {
      settled = act;
      return () => {
        clearTimeout(timer);
        if (settled === act) settled = undefined;
      };
    },
  };
}
