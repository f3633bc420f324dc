import type { EChartsOption } from 'echarts';
import type { FlatPath } from '../../charts/shapes/flatForm';

/** How a line or an area is painted, by ECharts' names. */
export interface Style {
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly opacity?: number;
  readonly lineDash?: readonly number[];
  readonly lineCap?: string;
  readonly lineJoin?: string;
}

export interface TextStyle {
  readonly text: string;
  readonly x?: number;
  readonly y?: number;
  readonly fill: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly fontSize: number;
  readonly fontWeight?: number;
  readonly fontFamily?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly verticalAlign?: 'top' | 'middle' | 'bottom';
}

/** One thing that a series or the room beside the data draws. */
export type Thing =
  | { readonly type: 'flat-path'; readonly shape: FlatPath; readonly style: Style }
  | {
      readonly type: 'circle';
      readonly shape: { readonly cx: number; readonly cy: number; readonly r: number };
      readonly style: Style;
    }
  | {
      readonly type: 'rect';
      readonly shape: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
      readonly style: Style;
    }
  | {
      readonly type: 'line';
      readonly shape: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
      readonly style: Style;
    }
  /** Placed by `x`, `y` and turned anticlockwise by `rotation`, in radians; or by its style. */
  | {
      readonly type: 'text';
      readonly x?: number;
      readonly y?: number;
      readonly rotation?: number;
      readonly style: TextStyle;
    };

interface Line {
  readonly show?: boolean;
  readonly lineStyle?: { readonly color?: string };
}

export interface Labels {
  readonly show?: boolean;
  readonly color: string;
  readonly fontSize: number;
  readonly formatter: (value: number) => string;
  readonly customValues?: readonly number[];
}

export interface TimeAxis {
  readonly type: 'time';
  readonly gridIndex?: number;
  readonly min: number;
  readonly max: number;
  readonly splitNumber: number;
  readonly axisLine: Line;
  readonly axisTick: Line;
  readonly splitLine: Line;
  readonly axisLabel: Labels;
}

export interface ValueAxis {
  readonly type: 'value' | 'log';
  readonly gridIndex?: number;
  readonly min: number;
  readonly max: number;
  readonly splitLine: Line;
  readonly axisLabel: Labels;
}

export interface CategoryAxis {
  readonly type: 'category';
  readonly gridIndex?: number;
  readonly data: readonly string[];
  readonly axisLabel: Omit<Labels, 'formatter'>;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Series {
  readonly type: string;
  readonly id: string;
  readonly xAxisIndex: number;
  readonly z: number;
  readonly clip: boolean;
  readonly data: readonly (readonly number[])[];
  readonly renderItem: (
    params: {
      readonly coordSys: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
    },
    api: { readonly coord: (at: readonly number[]) => readonly number[] },
  ) => { readonly children: readonly Thing[] };
}

/** What a still drawing reads of an option of ours; whatever ECharts may be told beside it, it must not be told. */
export interface StillOption {
  readonly textStyle: { readonly fontFamily?: string };
  readonly grid: readonly Box[];
  readonly xAxis: readonly TimeAxis[];
  readonly yAxis: readonly (ValueAxis | CategoryAxis)[];
  readonly series: readonly Series[];
  readonly graphic: readonly (Thing & { readonly z?: number })[];
}

const READ = new Set([
  'useUTC',
  'animation',
  'backgroundColor',
  'textStyle',
  'aria',
  'grid',
  'xAxis',
  'yAxis',
  'series',
  'graphic',
]);

/** Throws where the option asks for anything that a still drawing does not know, which would otherwise be missing in silence. */
export function stillOption(option: EChartsOption): StillOption {
  const unknown = Object.keys(option).find((key) => !READ.has(key));
  if (unknown !== undefined) throw new Error(`a still chart has no ${unknown}`);
  const read = option as unknown as StillOption;
  for (const { type, id, clip } of read.series)
    if (type !== 'custom' || clip)
      throw new Error(`a still chart cannot draw the series ${id}: it is clipped, or none of ours`);
  return read;
}
