'use client';

import type { EChartsType } from 'echarts/core';
import { useEffect, useMemo } from 'react';
import type { MinuteRange } from '@/lib/domain/minute';
import { onZoomed } from './gestures';

type Zoom = MinuteRange | undefined;

export interface ZoomWatch {
  /** What is zoomed to at this moment. */
  readonly now: () => Zoom;
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
  return {
    range,
    now: () => current,
    moved: (zoom) => {
      current = zoom;
    },
  };
}
