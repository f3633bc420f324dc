'use client';

import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { deepestFactsOf } from '@/lib/api/deepest';
import { deepestSentence } from '@/lib/words/deepest';
import { interactiveChart } from '@/lib/words/interactiveChart';
import { useRegisteredAsset } from '../asset/RegisteredAsset';
import { later, useLater } from '../later/useLater';
import { useKeptLog } from '../orderLog/useKeptLog';
import type { ChartAxis, ChartKeys, ChartProps } from './chartProps';

interface Props extends ChartProps {
  /** The chart as the page brought it, in place until it is drawn here. */
  readonly drawn?: ReactNode;
}

/** What draws and what answers to the pointer and the keys. The drawing library is begun beside it. */
const live = later(async () => {
  const [{ LiveChart }] = await Promise.all([import('./LiveChart'), import('./echarts')]);
  return LiveChart;
});

/** The reader's own log under the chart, where this tab keeps one: no other page's reader fetches its code. */
const OrderLogStrip = lazy(async () => ({ default: (await import('../orderLog/OrderLogStrip')).OrderLogStrip }));

/** Prices, deviations and the strip venue × minute, under one crosshair and one zoom. The page brings their place; their code comes when it was painted. */
export function DeviationChart({ drawn, ...chart }: Props) {
  const entry = useRegisteredAsset();
  const isAlive = useLater(live);
  const keys = useRef<ChartKeys>(null);
  const [isDrawn, setDrawn] = useState(false);
  const [height, setHeight] = useState<number | undefined>();
  const [axis, setAxis] = useState<ChartAxis | undefined>();
  const kept = useKeptLog();
  return (
    <div className="@container">
      <div
        role="application"
        aria-roledescription={interactiveChart.role}
        aria-label={interactiveChart.label(chart.answer.name, deepestSentence(deepestFactsOf(chart.answer), entry))}
        tabIndex={0}
        className="relative cursor-crosshair overflow-hidden bg-paper"
        style={height === undefined ? undefined : { height }}
        onKeyDown={(event) => keys.current?.onKeyDown(event)}
        onBlur={(event) => keys.current?.onBlur(event)}
      >
        {!isDrawn && (drawn ?? <div aria-hidden className="skeleton min-h-[40rem]" />)}
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
