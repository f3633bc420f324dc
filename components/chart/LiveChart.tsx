'use client';

import type { EChartsType } from 'echarts/core';
import { useTheme } from 'next-themes';
import { useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { furthestMinuteAt } from '@/lib/charts/buckets/bucket';
import type { ChartAnswer } from '@/lib/charts/chart';
import { BRUSH_FOOT, chartHeight, deviationOption } from '@/lib/charts/deviationOption';
import { epochMs, formatMinute, minute, minuteAt, type Minute, type MinuteRange } from '@/lib/domain/minute';
import type { ColumnsAnswer } from '@/lib/api/columns/format';
import { deepestOf } from '@/lib/api/deepest';
import type { ChartAxis, ChartKeys, ChartProps } from './chartProps';
import { footStyle } from './DrawnChart';
import { onMinuteClick } from './gestures';
import { useCrosshair } from './useCrosshair';
import { useCursor } from './useCursor';
import { useInstance } from './useInstance';
import { useMovingSight } from './useMovingSight';
import { useSight } from './useSight';
import { useZoom } from './useZoom';
import { useZone } from '../zone/useZone';

interface Props extends ChartProps {
  readonly onDrawn: (isDrawn: boolean) => void;
  /** CSS pixels that it takes, as soon as its width is known. */
  readonly onHeight: (height: number) => void;
  /** The axis of time that it drew, for what stands under it; undefined: none is drawn. */
  readonly onAxis: (axis: ChartAxis | undefined) => void;
  /** What answers to the keys of the element around it. */
  readonly keys: RefObject<ChartKeys | null>;
}

/** Below this width captions and labels are shortened: a telephone held upright. */
const COMPACT_BELOW = 600;

/** What draws the panes inside their place and answers to the pointer and the keys. */
export function LiveChart(props: Props) {
  const { answer, scale, focus, lines, marked, onZoom, onMinute, onDrawn, onHeight, onAxis, keys } = props;
  const box = useRef<HTMLDivElement>(null);
  const { chart, width } = useInstance(box);
  const { resolvedTheme } = useTheme();
  const zone = useZone();
  const range = useMemo(() => ({ from: minuteOf(answer.from), to: minuteOf(answer.to) }), [answer]);
  const zoom = useZoom(chart, range, onZoom);
  const open = useCallback(
    (at: Minute) => {
      onMinute(minuteToOpen(answer, at));
    },
    [answer, onMinute],
  );
  const drawing = useMemo(
    () =>
      width === undefined
        ? undefined
        : ({
            answer,
            theme: resolvedTheme === 'dark' ? 'dark' : 'light',
            width,
            scale,
            lines,
            zone,
            compact: width < COMPACT_BELOW,
            ...(focus === undefined ? {} : { focus }),
            ...(marked === undefined ? {} : { minute: formatMinute(marked) }),
          } as const),
    [answer, resolvedTheme, width, scale, focus, lines, zone, marked],
  );
  const sight = useMovingSight(chart, box, drawing);
  const crosshair = useCrosshair(chart, box, drawing, sight);
  useSight(chart, box, drawing, { control: sight, crosshair });
  const cursor = useCursor(
    { crosshair, sight },
    { range, unit: answer.resolutionMinutes, zone },
    startOf(answer, marked, range),
    open,
  );
  useEffect(() => {
    if (chart === undefined || drawing === undefined) return;
    const began = performance.now();
    draw(chart, drawing, zoom.now());
    sight.drew(performance.now() - began);
    // Who points at a minute, or has come to it by keys, is told of it in a window that has another width, too.
    crosshair.again();
    // An instance says that it has rendered before it was given anything to draw; once it was, it has painted when this returns.
    onDrawn(true);
  }, [chart, drawing, sight, crosshair, zoom, onDrawn]);
  useEffect(
    () => (chart === undefined ? undefined : onMinuteClick(chart, range, open, () => zoom.now() !== undefined)),
    [chart, range, open, zoom],
  );
  useImperativeHandle(keys, () => ({ onKeyDown: cursor.onKeyDown, onBlur: cursor.onBlur }));
  const height = drawing === undefined ? undefined : chartHeight(drawing);
  useLayoutEffect(() => {
    if (height !== undefined) onHeight(height);
  }, [height, onHeight]);
  useLayoutEffect(() => {
    if (chart === undefined) onDrawn(false);
  }, [chart, onDrawn]);
  useEffect(() => {
    // After the effect that draws.
    onAxis(chart === undefined || drawing === undefined ? undefined : { chart, drawing, crosshair, sight });
  }, [chart, drawing, crosshair, sight, onAxis]);
  return (
    <>
      <div
        ref={box}
        className="live-chart absolute inset-0 touch-pan-y"
        {...(width === undefined ? {} : { style: footStyle((100 * BRUSH_FOOT) / width) })}
      />
      <p aria-live="polite" className="sr-only">
        {cursor.text}
      </p>
    </>
  );
}

const minuteOf = (iso: string): Minute => minuteAt(Date.parse(iso));

/** The minute pointed at; of a long window, whose minutes are narrower than a pixel, that of the furthest deviation near it. */
function minuteToOpen(answer: ChartAnswer, at: Minute): Minute {
  const furthest = answer.resolutionMinutes === 1 ? undefined : furthestMinuteAt(answer, epochMs(at));
  return furthest ?? at;
}

/** Where the keyboard's crosshair begins: the marked minute, else the worst one, else the middle. */
function startOf(answer: ColumnsAnswer, marked: Minute | undefined, range: MinuteRange): Minute {
  if (marked !== undefined) return marked;
  const deepest = deepestOf(answer.episodes);
  return deepest === undefined ? minute(Math.floor((range.from + range.to) / 2)) : minuteOf(deepest.peakMinute);
}

function draw(chart: EChartsType, drawing: Parameters<typeof deviationOption>[0], zoom: MinuteRange | undefined): void {
  if (chart.isDisposed()) return;
  const fontFamily = getComputedStyle(document.body).fontFamily;
  const part =
    zoom === undefined ? {} : { zoom: { from: formatMinute(zoom.from), to: formatMinute(minute(zoom.to - 1)) } };
  chart.resize({ width: drawing.width, height: chartHeight(drawing) });
  chart.setOption(deviationOption({ ...drawing, fontFamily, ...part }), { notMerge: true });
}
