import type { EChartsOption } from 'echarts';
import { escapeXml } from '../xml';
import { categoryAxis, timeAxis, valueAxis, type Element } from './axes';
import { stillOption, type Series, type StillOption, type TimeAxis } from './option';
import { thingSvg, type Paint } from './paint';
import { timeTicks, type TimeTick } from './timeTicks';

export interface StillPlace {
  readonly width: number;
  readonly height: number;
  /** What stands for a colour, as `Paint` has it; default: the colour. */
  readonly colourOf?: (colour: string) => string;
}

/**
 * A chart's option as SVG text, as ECharts draws it (a test holds the two against each other): the same text for the same option. ECharts makes
 * a model, a scale and a component of everything before it draws, which takes six times as long, on the thread that serves everybody.
 */
export function stillSvg(option: EChartsOption, { width, height, colourOf = (colour) => colour }: StillPlace): string {
  const read = stillOption(option);
  const paint: Paint = { colourOf, fontFamily: read.textStyle.fontFamily ?? 'sans-serif' };
  const elements = [
    ...beside(paint, read),
    ...axes(paint, read),
    ...read.series.flatMap((one) => drawn(paint, read, one)),
  ];
  const inOrder = elements.sort((a, b) => a.z - b.z || a.z2 - b.z2).flatMap(({ svg }) => (svg === '' ? [] : [svg]));
  return `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(paint.fontFamily)}">\n${inOrder.join('\n')}\n</svg>`;
}

const beside = (paint: Paint, { graphic }: StillOption): readonly Element[] =>
  graphic.map(({ z = 0, ...thing }) => ({ z, z2: 0, svg: thingSvg(paint, thing) }));

/** Lines across panes come before lines down them. */
function axes(paint: Paint, { grid, xAxis, yAxis }: StillOption): readonly Element[] {
  const boxOf = ({ gridIndex = 0 }: { readonly gridIndex?: number }): StillOption['grid'][number] => {
    const box = grid[gridIndex];
    if (box === undefined) throw new Error(`a chart has no grid ${String(gridIndex)}`);
    return box;
  };
  const ticksOf = ticksOfAll();
  return [
    ...yAxis.flatMap((axis) =>
      axis.type === 'category' ? categoryAxis(paint, axis, boxOf(axis)) : valueAxis(paint, axis, boxOf(axis)),
    ),
    ...xAxis.flatMap((axis) => timeAxis(paint, axis, boxOf(axis), ticksOf(axis))),
  ];
}

/** The panes of a chart share their times. */
function ticksOfAll(): (axis: TimeAxis) => readonly TimeTick[] {
  const known = new Map<string, readonly TimeTick[]>();
  return ({ min, max, splitNumber }) => {
    const key = [min, max, splitNumber].join(' ');
    const ticks = known.get(key) ?? timeTicks(min, max, splitNumber);
    known.set(key, ticks);
    return ticks;
  };
}

function drawn(
  paint: Paint,
  { grid, xAxis }: StillOption,
  { xAxisIndex, z, renderItem, id }: Series,
): readonly Element[] {
  const [box, axis] = [grid[xAxisIndex], xAxis[xAxisIndex]];
  if (box === undefined || axis === undefined) throw new Error(`the series ${id} has no pane`);
  const { left, top, width, height } = box;
  const coord = ([ms = NaN]: readonly number[]): readonly number[] => [
    left + ((ms - axis.min) / (axis.max - axis.min)) * width,
    NaN,
  ];
  const { children } = renderItem({ coordSys: { x: left, y: top, width, height } }, { coord });
  return children.map((thing) => ({ z, z2: 0, svg: thingSvg(paint, thing) }));
}
