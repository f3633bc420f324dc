'use client';

import { lazy, Suspense, useMemo, useRef, useState, type ReactNode } from 'react';
import { deepestFactsOf } from '@/lib/api/deepest';
import { deepestSentence } from '@/lib/words/deepest';
import { interactiveChart } from '@/lib/words/interactiveChart';
import { useRegisteredAsset } from '../asset/RegisteredAsset';
import { calm } from '../later/calm';
import { later, useLater } from '../later/useLater';
import { useKeptLog } from '../orderLog/useKeptLog';
import { useZone } from '../zone/useZone';
import type { ChartAxis, ChartKeys, ChartProps } from './chartProps';
import { useAwake } from './useAwake';
import { useHeard } from './useHeard';

interface Props extends ChartProps {
  /** The chart as the page brought it, in place until it is drawn here. */
  readonly drawn?: ReactNode;
}

/** What draws and what answers to the pointer and the keys. The drawing library is read in pieces, in moments that nobody else wants. */
const live = later(async () => {
  const { LiveChart } = await import('./LiveChart');
  await calm();
  await import('./echartsCore');
  await calm();
  await import('./echarts');
  return LiveChart;
});

/** The reader's own log under the chart, where this tab keeps one: no other page's reader fetches its code. */
const OrderLogStrip = lazy(async () => ({ default: (await import('../orderLog/OrderLogStrip')).OrderLogStrip }));

/**
 * Prices, deviations and the strip venue × minute, under one crosshair and one zoom. The page brings them drawn; the code of what answers comes when it was
 * painted, and takes over at the first sign of somebody who may use it.
 */
export function DeviationChart({ drawn, ...chart }: Props) {
  const entry = useRegisteredAsset();
  const place = useRef<HTMLDivElement>(null);
  const keys = useRef<ChartKeys>(null);
  const [isDrawn, setDrawn] = useState(false);
  const { answer, scale, focus, lines, marked } = chart;
  // Of all rows: not anew with each zoom.
  const facts = useMemo(() => deepestFactsOf(answer), [answer]);
  const kept = useKeptLog();
  const zone = useZone();
  const { isAwake, isAsDrawn } = useAwake(place, {
    comesDrawn: drawn !== undefined,
    // The drawing is on UTC, and has no axis for the reader's own log.
    wanted: zone !== 'utc' || kept !== undefined,
    shows: [answer, scale, focus, lines.join(' '), marked],
  });
  const isAlive = useLater(live) && isAwake;
  useHeard(place, isDrawn);
  const [height, setHeight] = useState<number | undefined>();
  const [axis, setAxis] = useState<ChartAxis | undefined>();
  return (
    <div className="@container">
      <div
        ref={place}
        role="application"
        aria-roledescription={interactiveChart.role}
        aria-label={interactiveChart.label(chart.answer.name, deepestSentence(facts, entry))}
        tabIndex={0}
        className="relative cursor-crosshair overflow-hidden bg-paper print:h-auto!"
        style={height === undefined ? undefined : { height }}
        onKeyDown={(event) => keys.current?.onKeyDown(event)}
        onBlur={(event) => keys.current?.onBlur(event)}
      >
        {isAsDrawn && drawn !== undefined && !(isDrawn && zone !== 'utc') ? (
          <div className={isDrawn ? 'for-paper' : undefined}>{drawn}</div>
        ) : (
          !isDrawn && <div aria-hidden className="skeleton min-h-[40rem]" />
        )}
        {isAlive && live.come !== undefined && (
          <live.come {...chart} onDrawn={setDrawn} onHeight={setHeight} onAxis={setAxis} keys={keys} />
        )}
      </div>
      {kept !== undefined && axis !== undefined && (
        <Suspense>
          <OrderLogStrip kept={kept} axis={axis} answer={chart.answer} />
        </Suspense>
      )}
    </div>
  );
}
