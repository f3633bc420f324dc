import type { EventAnswer } from '../../api/events';
import { drawnOf, type GanttChart } from '../../charts/gantt/chart';
import { levelsOf } from '../../domain/events/yardsticks';
import { parseMinute } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { ganttSvg } from '../../evidence/ganttSvg';

/** An event's chart as SVG, and how many episodes it shows. */
export interface EventChart {
  readonly svg: string;
  readonly drawn: number;
}

/** For a phone; for a tablet of 704 to 960 pixels, and paper; for a desk of 960 to 1,216. Each fills its place, so its letters are 11 to 15 pixels. */
export const CHART_WIDTHS = { narrow: 358, middle: 768, wide: 1056 } as const;
export type ChartSize = keyof typeof CHART_WIDTHS;

const at = (iso: string): number => promised(parseMinute(iso));

/** One chart a width; undefined: nothing is there to draw. */
export function eventChart(answer: EventAnswer, size: ChartSize): EventChart | undefined {
  if (answer.episodes.length === 0 && answer.paths.length === 0) return undefined;
  const chart: GanttChart = { ...chartOf(answer), width: CHART_WIDTHS[size], compact: size === 'narrow' };
  return { svg: ganttSvg(chart, `gantt-${size}`), drawn: drawnOf(chart).length };
}

/** BTC, which the market is read by, and the one that fell furthest are named; the others are there to compare. */
export function chartOf({
  from,
  to,
  episodes,
  paths,
  declared,
  yardstick,
  simulated,
}: EventAnswer): Omit<GanttChart, 'width' | 'compact'> {
  const [deepest] = [...paths].sort((a, b) => (a.lowest ?? Infinity) - (b.lowest ?? Infinity));
  return {
    from: at(from),
    to: at(to),
    episodes: episodes.map((one) => ({
      name: one.name,
      venue: one.venue,
      from: at(one.start),
      to: at(one.end),
      peakMinute: at(one.peakMinute),
      peak: one.peak,
      isBeyond: one.beyond ?? undefined,
    })),
    paths: paths.map(({ asset, name, values }) => ({
      name,
      isNamed: asset === 'BTC' || asset === deepest?.asset,
      values: values.map((value) => value ?? NaN),
    })),
    declared: declared === null ? undefined : { from: at(declared.from), to: at(declared.to), venue: declared.venue },
    levels: yardstick === null ? [] : levelsOf(yardstick),
    simulated,
  };
}
