import type { CustomSeriesRenderItem } from 'echarts';
import type { DeviationChart } from '../chart';
import { deviationOption } from '../deviationOption';
import { prepareChart } from '../prepared';
import type { FlatPath } from '../shapes/flatForm';

/**
 * What a series draws where these minutes since the window's first are in sight, with the pane it draws in; `places`: where
 * its lines, outlines and strokes go through, as x, y; dots, which are wider than their minute, left out. */
export function drawnBy(
  chart: DeviationChart,
  id: string,
  sight: { readonly from: number; readonly to: number },
): {
  readonly paths: readonly FlatPath[];
  readonly places: readonly (readonly [x: number, y: number])[];
  readonly x: (minutes: number) => number;
  readonly y: (value: number) => number;
} {
  const prepared = prepareChart(chart);
  const { series } = deviationOption(chart) as unknown as {
    series: readonly {
      readonly id: string;
      readonly xAxisIndex: number;
      readonly renderItem: CustomSeriesRenderItem;
    }[];
  };
  const one = series.find((each) => each.id === id);
  if (one === undefined) throw new Error(`no series "${id}"; there are ${series.map((each) => each.id).join(', ')}`);
  const isPrice = one.xAxisIndex === 0;
  const box = isPrice ? prepared.layout.price : prepared.layout.deviation;
  const x = (minutes: number): number =>
    box.left + ((minutes + 0.5 - sight.from) / (sight.to - sight.from)) * box.width;
  const { least, most, log } = isPrice ? prepared.prices : { ...prepared.deviations, log: false };
  const of = (value: number): number => (log ? Math.log(value) : value);
  const y = (value: number): number => box.top + box.height * (1 - (of(value) - of(least)) / (of(most) - of(least)));
  const params = { coordSys: { x: box.left, y: box.top, width: box.width, height: box.height } };
  const api = { coord: ([ms]: readonly number[]) => [x((ms as number) / 60_000 - prepared.range.from), 0] };
  const { children } = one.renderItem(params as never, api as never) as unknown as {
    children: readonly { readonly type: string; readonly shape: FlatPath }[];
  };
  const paths = children.filter(({ type }) => type === 'flat-path').map(({ shape }) => shape);
  return { paths, places: paths.filter(({ form }) => form !== 'boxes').flatMap(placesOf), x, y };
}

function placesOf({ form, numbers }: FlatPath): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  const stride = { line: 2, polygon: 2, uprights: 3, boxes: 4, segments: 4 }[form];
  for (let i = 0; i < numbers.length; i += stride) {
    const [a = NaN, b = NaN, c = NaN, d = NaN] = numbers.slice(i, i + 4);
    out.push([a, b]);
    if (form === 'uprights') out.push([a, c]);
    else if (stride === 4) out.push([c, d]);
  }
  return out.filter(([, y]) => !Number.isNaN(y));
}
