'use client';

import type { EChartsType } from 'echarts/core';
import { useEffect, useState, type RefObject } from 'react';
import { painted } from '../later/painted';

/** ECharts is a download of its own, begun when the page has been painted: it arrives drawn. */
const library = async (): Promise<typeof import('./echarts')> => {
  await painted();
  return import('./echarts');
};

interface Instance {
  readonly chart: EChartsType | undefined;
  /** CSS pixels of the box, whole; undefined until it was measured. */
  readonly width: number | undefined;
}

/** The one chart instance of a box: made when the library has come, disposed with the box. */
export function useInstance(box: RefObject<HTMLDivElement | null>): Instance {
  const [chart, setChart] = useState<EChartsType | undefined>();
  const [width, setWidth] = useState<number | undefined>();
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let made: EChartsType | undefined;
    let gone = false;
    const watcher = new ResizeObserver(() => {
      setWidth(Math.floor(element.clientWidth));
    });
    watcher.observe(element);
    void library().then(({ init }) => {
      if (gone) return;
      made = init(element, undefined, { renderer: 'canvas' });
      setChart(made);
    });
    return () => {
      gone = true;
      watcher.disconnect();
      made?.dispose();
      setChart(undefined);
    };
  }, [box]);
  return { chart, width };
}
