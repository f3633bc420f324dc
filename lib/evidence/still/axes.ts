import type { Box, CategoryAxis, Labels, TimeAxis, ValueAxis } from './option';
import { textSvg, thingSvg, type Paint } from './paint';
import { measuredWidth, type TimeTick } from './timeTicks';

/** An element with its place in the order of painting: by `z`, then by `z2`, then as they come. */
export interface Element {
  readonly z: number;
  readonly z2: number;
  readonly svg: string;
}

/** ECharts' own distances, which our options leave as they are. */
const TICK_LENGTH = 5;
const LABEL_MARGIN = 8;
/** Room that a label of a time keeps on either side. */
const TEXT_MARGIN = 3;
/** Labels reach into each other by so much before one of them gives way: ECharts takes a twentieth of a pixel off each. */
const TOUCHING = 0.1;

/** A line one pixel wide lies on whole pixels: half way between two. */
const onPixels = (at: number): number => {
  const doubled = Math.round(at * 2);
  return (doubled + 1) % 2 === 0 ? doubled / 2 : (doubled + 1) / 2;
};

const lineSvg = (
  paint: Paint,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  stroke: string | undefined,
  lineCap = 'butt',
): string => {
  const [upright, level] = [Math.round(x1 * 2) === Math.round(x2 * 2), Math.round(y1 * 2) === Math.round(y2 * 2)];
  return thingSvg(paint, {
    type: 'line',
    shape: {
      x1: upright ? onPixels(x1) : x1,
      x2: upright ? onPixels(x1) : x2,
      y1: level ? onPixels(y1) : y1,
      y2: level ? onPixels(y1) : y2,
    },
    style: { fill: 'none', lineCap, ...(stroke === undefined ? {} : { stroke }) },
  });
};

const labelSvg = (
  paint: Paint,
  { color, fontSize }: Omit<Labels, 'formatter'>,
  place: { readonly text: string; readonly x: number; readonly y: number },
  aligned: { readonly align: 'right' | 'center'; readonly verticalAlign: 'middle' | 'top' },
): string => textSvg(paint, { ...place, ...aligned, fill: color, fontSize, fontFamily: paint.fontFamily });

/** Times under a pane, with lines through it. `ticks`: both ends included. */
export function timeAxis(paint: Paint, axis: TimeAxis, box: Box, ticks: readonly TimeTick[]): readonly Element[] {
  const { min, max, axisLine, axisTick, splitLine, axisLabel } = axis;
  const x = (value: number): number => ((value - min) / (max - min)) * box.width + box.left;
  const foot = box.top + box.height;
  const labelled = axisLabel.show === false ? ticks : legible(ticks.slice(1, -1), axisLabel, x);
  const out: Element[] = [];
  if (splitLine.show !== false)
    for (const { value } of ticks)
      out.push({ z: 0, z2: 0, svg: lineSvg(paint, [x(value), box.top, x(value), foot], splitLine.lineStyle?.color) });
  if (axisLine.show !== false)
    out.push({
      z: 0,
      z2: 1,
      svg: lineSvg(paint, [box.left, foot, box.left + box.width, foot], axisLine.lineStyle?.color, 'round'),
    });
  if (axisTick.show !== false)
    for (const { value } of labelled)
      out.push({
        z: 0,
        z2: 2,
        svg: lineSvg(paint, [x(value), foot, x(value), foot + TICK_LENGTH], axisTick.lineStyle?.color),
      });
  if (axisLabel.show !== false)
    for (const { value, level } of labelled)
      out.push({
        z: 0,
        z2: 10 + level,
        svg: labelSvg(
          paint,
          axisLabel,
          { text: axisLabel.formatter(value), x: x(value), y: foot + LABEL_MARGIN },
          { align: 'center', verticalAlign: 'top' },
        ),
      });
  return out;
}

/** The ticks whose labels stand clear of each other, the wholest times first. */
function legible(
  ticks: readonly TimeTick[],
  { formatter, fontSize }: Labels,
  x: (value: number) => number,
): readonly TimeTick[] {
  const all = ticks.map((tick) => ({ tick, at: x(tick.value), text: formatter(tick.value) }));
  // No letter is wider than it is tall; where even such letters stand clear, none has to be measured.
  const areClear = all.every(
    ({ at, text }, i) => i === 0 || at - (all[i - 1]?.at ?? NaN) > text.length * fontSize + 2 * TEXT_MARGIN,
  );
  if (areClear) return ticks;
  const kept: { readonly tick: TimeTick; readonly at: number; readonly half: number }[] = [];
  for (const { tick, at, text } of all.sort((a, b) => b.tick.level - a.tick.level)) {
    const half = measuredWidth(text, fontSize) / 2 + TEXT_MARGIN;
    if (kept.every((other) => other.half + half - Math.abs(other.at - at) < TOUCHING)) kept.push({ tick, at, half });
  }
  return ticks.filter((tick) => kept.some((one) => one.tick === tick));
}

/** Values beside a pane, with lines through it. */
export function valueAxis(paint: Paint, axis: ValueAxis, box: Box): readonly Element[] {
  const { min, max, splitLine, axisLabel } = axis;
  const of = (value: number): number => (axis.type === 'log' ? Math.log(value) / Math.log(10) : value);
  // In the order in which ECharts counts, so that a line half way between two pixels falls on the same one.
  const y = (value: number): number =>
    ((of(value) - of(min)) / (of(max) - of(min))) * -box.height + box.height + box.top;
  return (axisLabel.customValues ?? [])
    .filter((value) => value >= min && value <= max)
    .flatMap((value) => [
      {
        z: 0,
        z2: 0,
        svg: lineSvg(paint, [box.left, y(value), box.left + box.width, y(value)], splitLine.lineStyle?.color),
      },
      {
        z: 0,
        z2: 10,
        svg: labelSvg(
          paint,
          axisLabel,
          { text: axisLabel.formatter(value), x: box.left - LABEL_MARGIN, y: y(value) },
          { align: 'right', verticalAlign: 'middle' },
        ),
      },
    ]);
}

/** Names beside the rows of a pane, the first on top. */
export const categoryAxis = (paint: Paint, { data, axisLabel }: CategoryAxis, box: Box): readonly Element[] =>
  data.map((text, row) => ({
    z: 0,
    z2: 10,
    svg: labelSvg(
      paint,
      axisLabel,
      { text, x: box.left - LABEL_MARGIN, y: box.top + ((row + 0.5) / data.length) * box.height },
      { align: 'right', verticalAlign: 'middle' },
    ),
  }));
