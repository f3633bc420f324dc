import { textWidth } from '../look/textWidth';
import { gantt as words } from '../../words/events';
import { signedPercent } from '../../words/numbers';
import { venueName } from '../../words/venues';
import { ZONE_ROOM } from '../look/zoneEnd';
import { drawnOf, type GanttChart, type GanttEpisode } from './chart';
import { inLanes, type Laid } from './lanes';

export interface Pane {
  readonly top: number;
  readonly height: number;
}

/** One venue's lanes. */
export interface Row {
  readonly venue: string;
  readonly top: number;
  readonly height: number;
  readonly bars: readonly Laid<GanttEpisode>[];
}

export interface GanttLayout {
  readonly left: number;
  /** Of the plot, without the margins. */
  readonly width: number;
  readonly path: Pane | undefined;
  readonly depth: Pane;
  readonly rows: readonly Row[];
  readonly rowsTop: number;
  readonly bottom: number;
  readonly height: number;
  readonly fontSize: number;
  /** The pixel of a minute, from the chart's left edge. */
  readonly xOf: (minute: number) => number;
}

/** Semibold runs wider than the regular face that is measured. */
export const BOLDER = 1.08;
const LANE = 20;
const ROW_PADDING = 6;
const CAPTION = 28;
/** Before the names of venues. */
const MARGIN = 12;
const AXIS = 28;
/** The hatched margin in which simulated prices are marked. */
export const MARK_WIDTH = 20;

export const labelOf = ({ name, peak }: GanttEpisode): string => words.label(name, signedPercent(peak));

/** Where everything stands: a chart is as high as its lanes need. */
export function layoutOf(chart: GanttChart): GanttLayout {
  const { from, to, compact, simulated, paths } = chart;
  const fontSize = 12;
  const drawn = drawnOf(chart);
  const venues = [...new Set(drawn.map(({ venue }) => venue))];
  const left = Math.max(ZONE_ROOM, ...venues.map((venue) => MARGIN + textWidth(venueName(venue), fontSize) * BOLDER));
  const right = simulated ? MARK_WIDTH + 8 : 8;
  const width = chart.width - left - right;
  const xOf = (minute: number): number => left + (width * (minute - from)) / (to - from);
  const path = paths.length === 0 ? undefined : { top: CAPTION, height: compact ? 90 : 128 };
  const depth = { top: (path === undefined ? 0 : path.top + path.height) + CAPTION, height: compact ? 120 : 176 };
  const rowsTop = depth.top + depth.height + CAPTION;
  let top = rowsTop;
  const rows = venues.map((venue) => {
    const bars = inLanes(
      drawn.filter((one) => one.venue === venue),
      width,
      {
        x: (one) => xOf(Math.max(from, one.from)) - left,
        end: (one) => xOf(Math.min(to, one.to)) - left,
        labelWidth: (one) => textWidth(labelOf(one), fontSize) * BOLDER,
        edges: edgesOf(chart, { xOf }).map((x) => x - left),
        gutter: left - MARGIN,
      },
    );
    const height = LANE * (1 + Math.max(...bars.map(({ lane }) => lane))) + ROW_PADDING;
    const row = { venue, top, height, bars };
    top += height;
    return row;
  });
  return { left, width, path, depth, rows, rowsTop, bottom: top, height: top + AXIS, fontSize, xOf };
}

/** Where the declared hours begin and end, from the chart's left edge. */
export const edgesOf = ({ declared }: GanttChart, { xOf }: Pick<GanttLayout, 'xOf'>): readonly number[] =>
  declared === undefined ? [] : [xOf(declared.from), xOf(declared.to)];

/** The middle of a bar's lane. */
export const laneMiddle = (row: Row, lane: number): number => row.top + ROW_PADDING / 2 + LANE * (lane + 0.5);
