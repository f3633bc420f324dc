'use client';

import type { EChartsType } from 'echarts/core';
import { useEffect, useMemo, type RefObject } from 'react';
import type { DeviationChart } from '@/lib/charts/chart';
import { movingSight, type SightControl } from './movingSight';

/** What is in sight of a chart, for whatever moves it. What a hand has moved is drawn before another drawing takes its place. */
export function useMovingSight(
  chart: EChartsType | undefined,
  box: RefObject<HTMLDivElement | null>,
  drawing: DeviationChart | undefined,
): SightControl {
  const control = useMemo(() => movingSight(chart, box, drawing), [chart, box, drawing]);
  useEffect(() => control.stop, [control]);
  return control;
}
