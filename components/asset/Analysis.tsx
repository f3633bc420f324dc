'use client';

import { useState } from 'react';
import type { DeviationsAnswer } from '@/lib/api/deviations';
import type { MinuteRange } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import { DeviationChart } from '../chart/DeviationChart';
import { useOpenMinute } from '../chart/useOpenMinute';
import { withRange } from '../view';
import { ZoomLine } from './ZoomLine';

interface Props {
  readonly view: View;
  readonly answer: DeviationsAnswer;
  /** The answer is of the question before; the one for this view is on its way. */
  readonly stale: boolean;
  readonly onChange: (view: View) => void;
}

/** The linked panes, and what zooming them offers. */
export function Analysis({ view, answer, stale, onChange }: Props) {
  const [zoom, setZoom] = useState<MinuteRange | undefined>();
  const openMinute = useOpenMinute(view);
  return (
    <div aria-busy={stale} className={stale ? 'opacity-55 transition-opacity' : ''}>
      <ZoomLine
        zoom={stale ? undefined : zoom}
        onLink={(range) => {
          setZoom(undefined);
          onChange(withRange(view, range));
        }}
      />
      <DeviationChart answer={answer} scale={view.scale} focus={view.focus} onZoom={setZoom} onMinute={openMinute} />
    </div>
  );
}
