import type { PreparedChart, PreparedSeries } from '../prepared';
import { flatPath, tenth, type Drawn, type PaneView } from '../shapes/paneView';

/** From so many pixels a minute on, a stroke has room for a body. */
const CANDLES_FROM = 3;
/** The share of its minute that a body takes, and the widest it gets, in pixels. */
const BODY = { share: 0.64, most: 11 } as const;
/** A body flatter than this is a tick: an outline would swallow it. */
const FLAT = 1;

/** Whether minutes are wide enough in sight for candles: of a long window, whose rows stand for buckets, never. */
export const hasCandles = ({ chart }: PreparedChart, view: PaneView): boolean =>
  chart.answer.resolutionMinutes === 1 && view.minuteWidth >= CANDLES_FROM;

/**
 * The bodies of a series' minutes in sight, from open to close: full where the price fell, hollow where it rose, a tick where it ended as it
 * began. A minute whose open nobody says has a tick at its close, to the right.
 */
export function candleBodies({ ink }: PreparedChart, view: PaneView, { columns, colour }: PreparedSeries): Drawn[] {
  const half = tenth(Math.min(BODY.most, view.minuteWidth * BODY.share) / 2);
  const [fell, rose, ticks]: [number[], number[], number[]] = [[], [], []];
  for (let slot = Math.max(0, view.from - 1); slot < view.to; slot += 1) {
    const [open, close] = [columns.open[slot] ?? NaN, columns.close[slot] ?? NaN];
    if (close !== close) continue;
    const [x, y] = [view.x(slot), view.y(close)];
    const from = open === open ? view.y(open) : y;
    const left = open === open ? tenth(x - half) : x;
    const right = tenth(x + half);
    if (Math.abs(from - y) < FLAT) ticks.push(left, y, right, y);
    else (close < open ? fell : rose).push(left, from, right, y);
  }
  const outline = { stroke: colour, lineWidth: 1, lineJoin: 'miter' };
  return [
    ...flatPath('boxes', fell, { ...outline, fill: colour }),
    ...flatPath('boxes', rose, { ...outline, fill: ink.paper }),
    ...flatPath('segments', ticks, { fill: 'none', stroke: colour, lineWidth: 1.6 }),
  ];
}
