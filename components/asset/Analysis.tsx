'use client';

import { useEffect, useState, type ReactNode } from 'react';
import type { ColumnsAnswer } from '@/lib/api/columns/format';
import type { DeviationsFacts } from '@/lib/api/deviations';
import { isLong } from '@/lib/client/deviations';
import { minutesIn, type MinuteRange } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import { DeviationChart } from '../chart/DeviationChart';
import { useOpenMinute } from '../chart/useOpenMinute';
import { withRange } from '../view';
import { besideChart, Progress } from './Waiting';
import { ZoomLine } from './ZoomLine';

interface Props {
  readonly view: View;
  readonly answer: ColumnsAnswer;
  /** The answer is of the question before; the one for this view is on its way. */
  readonly stale: boolean;
  /** How much of the one on its way is done, where that is known. */
  readonly share: number | undefined;
  /** The chart as the page brought it. */
  readonly drawn: ReactNode;
  readonly onChange: (view: View) => void;
}

/** The linked panes, and what zooming them offers. */
export function Analysis({ view, answer, stale, share, drawn, onChange }: Props) {
  const [zoom, setZoom] = useState<MinuteRange | undefined>();
  const openMinute = useOpenMinute(view);
  const isFiner = !stale && zoom !== undefined && deservesFiner(answer, view, zoom);
  useEffect(() => {
    if (!isFiner) return;
    const timer = setTimeout(() => {
      setZoom(undefined);
      onChange(withRange(view, zoom));
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isFiner, view, zoom, onChange]);
  return (
    <div aria-busy={stale} className="flex flex-col">
      {stale ? (
        <div className={besideChart(view.question.range)}>
          <Progress share={share} />
        </div>
      ) : (
        <ZoomLine
          range={view.question.range}
          zoom={zoom}
          resolutionMinutes={answer.resolutionMinutes}
          finer={isFiner}
          onLink={(range) => {
            setZoom(undefined);
            onChange(withRange(view, range));
          }}
        />
      )}
      <div className={stale ? 'opacity-55 transition-opacity' : ''}>
        <DeviationChart
          answer={answer}
          scale={view.scale}
          focus={view.focus}
          lines={view.lines}
          drawn={drawn}
          onZoom={setZoom}
          onMinute={openMinute}
        />
      </div>
    </div>
  );
}

/** A hand that has come to rest for so long has found what it zoomed for. */
const SETTLED_MS = 900;
/** Zoomed to this share of a window, its buckets are wide enough to be seen as steps. */
const COARSE_SHARE = 0.25;

/** Whether a part of a window drawn from extremes is short enough to be asked for by itself, in finer steps. */
function deservesFiner({ resolutionMinutes }: DeviationsFacts, { question }: View, zoom: MinuteRange): boolean {
  if (resolutionMinutes === 1) return false;
  return !isLong({ range: zoom }) || minutesIn(zoom) <= minutesIn(question.range) * COARSE_SHARE;
}
