import type { EChartsType } from 'echarts/core';
import type { FocusEvent, KeyboardEvent } from 'react';
import type { ColumnsAnswer } from '@/lib/api/columns/format';
import type { Minute, MinuteRange } from '@/lib/domain/minute';
import type { DeviationChart } from '@/lib/charts/chart';
import type { View } from '@/lib/permalink/view';
import type { SightControl } from './movingSight';
import type { Crosshair } from './useCrosshair';

export interface ChartProps {
  readonly answer: ColumnsAnswer;
  readonly scale: View['scale'];
  readonly focus: View['focus'];
  readonly lines: View['lines'];
  /** A minute to mark through all panes. */
  readonly marked?: Minute;
  readonly onZoom?: (range: MinuteRange | undefined) => void;
  readonly onMinute: (minute: Minute) => void;
}

/** What answers to the keys, once it is there. */
export interface ChartKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/** The axis of time of a chart that is drawn, and its crosshair, for what stands under it. */
export interface ChartAxis {
  readonly chart: EChartsType;
  readonly drawing: DeviationChart;
  readonly crosshair: Crosshair;
  readonly sight: Pick<SightControl, 'now' | 'watch'>;
}
