'use client';

import type { EChartsType } from 'echarts/core';
import { useTheme } from 'next-themes';
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { furthestMinuteAt } from '@/lib/charts/buckets/bucket';
import type { ChartAnswer } from '@/lib/charts/chart';
import { chartHeight, deviationOption } from '@/lib/charts/deviationOption';
import { epochMs, formatMinute, minute, minuteAt, type Minute, type MinuteRange } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import type { ColumnsAnswer } from '@/lib/api/columns/format';
import { deepestFactsOf, deepestOf } from '@/lib/api/deepest';
import { deepestSentence } from '@/lib/words/deepest';
import { onMinuteClick } from './gestures';
import { useCrosshair } from './useCrosshair';
import { useCursor } from './useCursor';
import { useInstance } from './useInstance';
import { useSight } from './useSight';
import { useZoom } from './useZoom';
import { interactiveChart } from '@/lib/words/interactiveChart';
import { useZone } from '../zone/useZone';
import { useRegisteredAsset } from '../asset/RegisteredAsset';

interface Props {
  readonly answer: ColumnsAnswer;
  readonly scale: View['scale'];
  readonly focus: View['focus'];
  readonly lines: View['lines'];
  /** A minute to mark through all panes. */
  readonly marked?: Minute;
  /** The chart as the page brought it, in place until this one is drawn. */
  readonly drawn?: ReactNode;
  readonly onZoom?: (range: MinuteRange | undefined) => void;
  readonly onMinute: (minute: Minute) => void;
}

/** Below this width captions and labels are shortened: a telephone held upright. */
const COMPACT_BELOW = 600;

/** Prices, deviations and the strip venue × minute, under one crosshair and one zoom. */
export function DeviationChart({ answer, scale, focus, lines, marked, drawn, onZoom, onMinute }: Props) {
  const entry = useRegisteredAsset();
  const box = useRef<HTMLDivElement>(null);
  const { chart, width, isDrawn } = useInstance(box);
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
  const crosshair = useCrosshair(chart, box, drawing);
  const sight = useSight(chart, box, drawing, crosshair);
  const cursor = useCursor(
    { crosshair, sight },
    { range, unit: answer.resolutionMinutes, zone },
    startOf(answer, marked, range),
    open,
  );
  useEffect(() => {
    if (chart === undefined || drawing === undefined) return;
    draw(chart, drawing, zoom.now());
  }, [chart, drawing, zoom]);
  useEffect(
    () => (chart === undefined ? undefined : onMinuteClick(chart, range, open, () => zoom.now() !== undefined)),
    [chart, range, open, zoom],
  );
  const height = drawing === undefined ? undefined : chartHeight(drawing);
  return (
    <div className="@container">
      <div
        role="application"
        aria-roledescription={interactiveChart.role}
        aria-label={interactiveChart.label(answer.name, deepestSentence(deepestFactsOf(answer), entry))}
        tabIndex={0}
        className="relative cursor-crosshair overflow-hidden bg-paper"
        style={height === undefined ? undefined : { height }}
        onKeyDown={cursor.onKeyDown}
        onBlur={cursor.onBlur}
      >
        {!isDrawn && (drawn ?? <div aria-hidden className="skeleton min-h-[40rem]" />)}
        <div ref={box} className="absolute inset-0" />
      </div>
      <p aria-live="polite" className="sr-only">
        {cursor.text}
      </p>
    </div>
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
