'use client';

import type { EChartsType } from 'echarts/core';
import { useTheme } from 'next-themes';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DeviationsAnswer } from '@/lib/api/deviations';
import { deviationOption } from '@/lib/charts/deviationOption';
import { minute, minuteAt, type Minute, type MinuteRange } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import { deepestOf, deepestSentence } from '../words/deepest';
import { onMinuteClick, onZoomed } from './gestures';
import { useCursor } from './useCursor';

/** ECharts is a download of its own, begun when this module is read, so that it runs beside hydration. */
const library = typeof window === 'undefined' ? undefined : import('./echarts');

interface Props {
  readonly answer: DeviationsAnswer;
  readonly scale: View['scale'];
  readonly focus: View['focus'];
  /** A minute to mark through all panes. */
  readonly marked?: Minute;
  readonly onZoom?: (range: MinuteRange | undefined) => void;
  readonly onMinute: (minute: Minute) => void;
  readonly size?: 'full' | 'small';
}

const HEIGHTS = { full: 'h-[clamp(520px,76vh,820px)]', small: 'h-[420px]' } as const;

/** Prices, deviations and the strip venue × minute, under one crosshair and one zoom. */
export function DeviationChart({ answer, scale, focus, marked, onZoom, onMinute, size = 'full' }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useInstance(box);
  const range = useMemo(() => ({ from: minuteOf(answer.from), to: minuteOf(answer.to) }), [answer]);
  const cursor = useCursor(chart, range, startOf(answer, marked, range), onMinute);
  useOption(chart, { answer, scale, focus, marked });
  useEffect(() => (chart === undefined ? undefined : onMinuteClick(chart, range, onMinute)), [chart, range, onMinute]);
  useEffect(() => {
    onZoom?.(undefined);
    return chart === undefined || onZoom === undefined ? undefined : onZoomed(chart, range, onZoom);
  }, [chart, range, onZoom]);
  return (
    <div>
      <div
        role="application"
        aria-roledescription="chart"
        aria-label={`Prices and deviations of ${answer.name} by venue. ${deepestSentence(answer)} The tables below hold the numbers. Arrow keys move the crosshair, Enter opens its minute.`}
        tabIndex={0}
        className={`relative ${HEIGHTS[size]} cursor-crosshair`}
        onKeyDown={cursor.onKeyDown}
        onBlur={cursor.onBlur}
      >
        <div ref={box} className="absolute inset-0" />
        {chart === undefined && <div aria-hidden className="skeleton absolute inset-0" />}
      </div>
      <p aria-live="polite" className="sr-only">
        {cursor.said}
      </p>
    </div>
  );
}

const minuteOf = (iso: string): Minute => minuteAt(Date.parse(iso));

/** Where the keyboard's crosshair begins: the marked minute, else the worst one, else the middle. */
function startOf(answer: DeviationsAnswer, marked: Minute | undefined, range: MinuteRange): Minute {
  if (marked !== undefined) return marked;
  const deepest = deepestOf(answer.episodes);
  return deepest === undefined ? minute(Math.floor((range.from + range.to) / 2)) : minuteOf(deepest.peakMinute);
}

/** The one chart instance of a box: made when the library has come, resized with the box, disposed with it. */
function useInstance(box: React.RefObject<HTMLDivElement | null>): EChartsType | undefined {
  const [chart, setChart] = useState<EChartsType | undefined>();
  useEffect(() => {
    const element = box.current;
    if (element === null || library === undefined) return;
    let made: EChartsType | undefined;
    let gone = false;
    const watcher = new ResizeObserver(() => made?.resize());
    void library.then(({ init }) => {
      if (gone) return;
      made = init(element, undefined, { renderer: 'canvas' });
      watcher.observe(element);
      setChart(made);
    });
    return () => {
      gone = true;
      watcher.disconnect();
      made?.dispose();
      setChart(undefined);
    };
  }, [box]);
  return chart;
}

function useOption(chart: EChartsType | undefined, { answer, scale, focus, marked }: Pick<Props, 'answer' | 'scale' | 'focus'> & { readonly marked: Minute | undefined }): void {
  const { resolvedTheme } = useTheme();
  const theme = resolvedTheme === 'dark' ? 'dark' : 'light';
  useEffect(() => {
    if (chart === undefined || chart.isDisposed()) return;
    chart.setOption(deviationOption(answer, { theme, scale, focus, marked }), { notMerge: true });
  }, [chart, answer, theme, scale, focus, marked]);
}
