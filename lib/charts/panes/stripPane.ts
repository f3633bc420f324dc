import type { CustomSeriesOption, CustomSeriesRenderItem } from 'echarts';
import { isWithin, seriesKey, type ChartEpisode } from '../chart';
import { msOf } from '../buckets/columns';
import { flat } from './lines';
import { STRIP, type PreparedChart } from '../prepared';
import { cellOf, stripCells } from './stripRuns';
import { hasPrice, hatch, pathOf, stepColour, type Cell } from './stripScale';
import type { Ink, Theme } from '../look/theme';

/** The strip venue × minute, and a frame around each episode on its venue's row, dashed within the rates' uncertainty. */
export const stripSeries = (prepared: PreparedChart): CustomSeriesOption[] => [
  cells(prepared),
  episodeFrames(prepared),
];

const BASE = {
  type: 'custom',
  xAxisIndex: STRIP,
  yAxisIndex: STRIP,
  animation: false,
  silent: true,
  clip: true,
  progressive: 0,
  encode: { x: [0, 1], y: 2 },
} as const;

const cells = (prepared: PreparedChart): CustomSeriesOption => ({
  ...BASE,
  encode: { x: [0, 1], y: 2 },
  id: 'strip',
  dimensions: ['from', 'to', 'row', 'code'],
  data: flat(
    stripCells(
      prepared.series.map(({ columns }) => columns),
      prepared.edges,
      prepared.range,
    ),
  ),
  renderItem: cellShape(prepared.ink, prepared.chart.theme),
});

/** A minute narrower than this would vanish; one that strayed is drawn at least so wide. */
const LEAST_WIDTH = 2;
/** The gap between rows. */
const ROW_GAP = 1;

function cellShape(ink: Ink, theme: Theme): CustomSeriesRenderItem {
  return (params, api) => {
    const { cell, partly } = cellOf(Number(api.value(3)));
    const place = placeOf(params, api, 'step' in cell && cell.step !== 0 ? LEAST_WIDTH : 0);
    if (place === undefined) return null;
    const children = shapesOf(cell, place, ink, theme);
    // A bucket that is partly missing says so by a line along its foot.
    if (partly)
      children.push({
        type: 'rect',
        shape: { ...place, y: place.y + place.height - 2, height: 2 },
        style: { fill: ink.hatch },
      });
    return { type: 'group', children };
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Shape =
  | { type: 'rect'; shape: Place; style: { fill: string } }
  | { type: 'path'; shape: { pathData: string }; style: { fill: 'none'; stroke: string; lineWidth: number } };

/** A cell as shapes: a colour for a deviation; ground and hatching for what is missing. */
function shapesOf(cell: Cell, place: Place, ink: Ink, theme: Theme): Shape[] {
  if ('step' in cell) return [{ type: 'rect', shape: place, style: { fill: stepColour(cell.step, theme) } }];
  const lines: Shape = {
    type: 'path',
    shape: { pathData: pathOf(hatch(cell.why, place.x, place.y, place.width, place.height)) },
    style: { fill: 'none', stroke: ink.hatch, lineWidth: 1 },
  };
  return hasPrice(cell.why) ? [{ type: 'rect', shape: place, style: { fill: ink.unmeasured } }, lines] : [lines];
}

type Params = Parameters<CustomSeriesRenderItem>[0];
type Api = Parameters<CustomSeriesRenderItem>[1];

/** The rectangle of `[from, to]` on a row, cut to the pane; undefined where none of it is in sight. */
function placeOf(params: Params, api: Api, leastWidth: number): Place | undefined {
  const pane = params.coordSys as unknown as Place;
  const [left = NaN, middle = NaN] = api.coord([api.value(0), api.value(2)]);
  const [right = NaN] = api.coord([api.value(1), api.value(2)]);
  const size = api.size?.([0, 1]);
  const tall = Array.isArray(size) ? (size[1] ?? NaN) : NaN;
  const spare = Math.max(0, leastWidth - (right - left)) / 2;
  const [from, to] = [Math.max(pane.x, left - spare), Math.min(pane.x + pane.width, right + spare)];
  if (!(to > from)) return undefined;
  return { x: from, y: middle - tall / 2 + ROW_GAP / 2, width: to - from, height: tall - ROW_GAP };
}

function episodeFrames(prepared: PreparedChart): CustomSeriesOption {
  const rowOf = (episode: ChartEpisode): number => prepared.series.findIndex(({ key }) => key === seriesKey(episode));
  const half = 30_000;
  const data = prepared.chart.answer.episodes
    .map((episode) => [msOf(episode.start) - half, msOf(episode.end) - half, rowOf(episode), Number(isWithin(episode))])
    .filter(([, , row]) => row !== -1);
  return {
    ...BASE,
    encode: { x: [0, 1], y: 2 },
    id: 'episode-frames',
    data,
    z: 5,
    renderItem: (params, api) => {
      const place = placeOf(params, api, LEAST_WIDTH);
      return place === undefined
        ? null
        : {
            type: 'rect',
            shape: place,
            style: {
              fill: 'none',
              stroke: prepared.ink.ink,
              lineWidth: 1,
              ...(api.value(3) === 1 ? { lineDash: [3, 2] } : {}),
            },
          };
    },
  };
}
