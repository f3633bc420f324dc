import type { CustomSeriesOption } from 'echarts';
import { MINUTE_MS } from '../../domain/minute';
import { isWithin } from '../../domain/episode';
import { seriesKey, type ChartEpisode } from '../chart';
import { msOf } from '../buckets/columns';
import type { Box } from '../look/layout';
import { STRIP, type PreparedChart } from '../prepared';
import { flatPath, wholePane, type Drawn, type PaneView } from '../shapes/paneView';
import { cellOf, codeOf, paintOrder } from './stripRuns';
import { hasPrice, hatch, stepColour } from './stripScale';

/** The strip venue × minute, and a frame around each episode on its venue's row, dashed within the rates' uncertainty. */
export const stripSeries = (prepared: PreparedChart): CustomSeriesOption[] => [
  wholePane(prepared, { id: 'strip', pane: STRIP, z: 2 }, (view) => cells(prepared, view)),
  wholePane(prepared, { id: 'episode-frames', pane: STRIP, z: 5 }, (view) => frames(prepared, view)),
];

/** A minute narrower than this would vanish; one that strayed is drawn at least so wide. */
const LEAST_WIDTH = 2;
/** The gap between rows. */
const ROW_GAP = 1;
/** The line along the foot of a bucket that is partly missing. */
const FOOT = 2;

/** What is drawn alike, collected: boxes and lines of all cells with one code. */
interface Alike {
  readonly boxes: number[];
  readonly lines: number[];
}

function cells(prepared: PreparedChart, view: PaneView): Drawn[] {
  const { ink, chart } = prepared;
  const byCode = new Map<number, Alike>();
  const feet: number[] = [];
  const columns = prepared.series.map((one) => one.columns);
  for (const { run, row } of paintOrder(columns, view.edges)) {
    const strayed = 'step' in run.cell && run.cell.step !== 0;
    const place = placeOf(prepared, view, run, row, strayed ? LEAST_WIDTH : 0);
    if (place === undefined) continue;
    const { left, top, width, height } = place;
    const code = codeOf({ cell: run.cell, partly: false });
    const alike = byCode.get(code) ?? { boxes: [], lines: [] };
    byCode.set(code, alike);
    alike.boxes.push(left, top, left + width, top + height);
    if ('why' in run.cell)
      for (const segment of hatch(run.cell.why, left, top, width, height)) alike.lines.push(...segment);
    if (run.partly) feet.push(left, top + height - FOOT, left + width, top + height);
  }
  const drawn = [...byCode].flatMap(([code, { boxes, lines }]) => {
    const { cell } = cellOf(code);
    if ('step' in cell) return flatPath('boxes', boxes, { fill: stepColour(cell.step, chart.theme) });
    return [
      ...(hasPrice(cell.why) ? flatPath('boxes', boxes, { fill: ink.unmeasured }) : []),
      ...flatPath('segments', lines, { fill: 'none', stroke: ink.hatch, lineWidth: 1 }),
    ];
  });
  return [...drawn, ...flatPath('boxes', feet, { fill: ink.hatch })];
}

/** The rectangle of minutes `[from, to)` on a row, cut to the pane; undefined where none of it is in sight. */
function placeOf(
  prepared: PreparedChart,
  view: PaneView,
  { from, to }: { readonly from: number; readonly to: number },
  row: number,
  leastWidth: number,
): Box | undefined {
  const { pane } = view;
  // A minute's cell is centred on its open time, where its wick stands.
  const [begin, end] = [view.x(from - 0.5), view.x(to - 0.5)];
  const spare = Math.max(0, leastWidth - (end - begin)) / 2;
  const [left, right] = [Math.max(pane.left, begin - spare), Math.min(pane.left + pane.width, end + spare)];
  if (!(right > left)) return undefined;
  const tall = pane.height / Math.max(1, prepared.series.length);
  return { left, top: view.y(row * tall + ROW_GAP / 2), width: right - left, height: tall - ROW_GAP };
}

function frames(prepared: PreparedChart, view: PaneView): Drawn[] {
  const { series, chart, range, ink } = prepared;
  const of = (within: boolean): number[] =>
    chart.answer.episodes
      .filter((episode) => isWithin(episode) === within)
      .flatMap((episode: ChartEpisode) => {
        const row = series.findIndex(({ key }) => key === seriesKey(episode));
        const [from, to] = [msOf(episode.start) / MINUTE_MS - range.from, msOf(episode.end) / MINUTE_MS - range.from];
        const place = row === -1 ? undefined : placeOf(prepared, view, { from, to }, row, LEAST_WIDTH);
        return place === undefined ? [] : [place.left, place.top, place.left + place.width, place.top + place.height];
      });
  const style = { fill: 'none', stroke: ink.ink, lineWidth: 1 };
  return [...flatPath('boxes', of(false), style), ...flatPath('boxes', of(true), { ...style, lineDash: [3, 2] })];
}
