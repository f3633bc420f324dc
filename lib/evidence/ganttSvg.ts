import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { ECHARTS_PARTS } from '../charts/echartsParts';
import { drawnOf, type GanttChart } from '../charts/gantt/chart';
import { layoutOf } from '../charts/gantt/layout';
import { ganttOption } from '../charts/gantt/option';
import { inkOf } from '../charts/look/theme';
import { gantt as words } from '../words/events';
import { inColours } from './inColours';
import { line } from './sheet/blocks';
import type { PlotRoom } from './sheet/frames';
import { renumbered } from './renumbered';

echarts.use([...ECHARTS_PARTS, SVGRenderer]);

/** How large a picture's letters may be, the largest first: a twentieth smaller than on a page they are still read. */
const ZOOMS = [1.6, 1.45, 1.3, 1.15, 1, 0.95] as const;
/** A chart narrower than this is drawn as on a phone. */
const COMPACT_UNDER = 640;

/**
 * An event's chart for a picture, no taller than it may be: as large as all its episodes fit; else as many of the deepest as fit, without the paths of
 * the assets where that makes room for more, and it says how many.
 */
export function ganttPlot(
  chart: Omit<GanttChart, 'width' | 'compact' | 'most'>,
  { width, height, theme, zoom: usual }: PlotRoom,
): string {
  const at = (
    zoom: number,
    paths: GanttChart['paths'],
    compact = width / zoom < COMPACT_UNDER,
  ): Fitting | undefined => {
    const found = fitting({ ...chart, paths, width: width / zoom, compact }, height / zoom);
    return found === undefined ? undefined : { chart: found, zoom };
  };
  const isWhole = (one: Fitting | undefined): one is Fitting => one?.chart.most === drawnOf(whole).length;
  const whole = { ...chart, compact: false };
  const largest = [chart.paths, []].flatMap((paths) => ZOOMS.map((zoom) => at(zoom, paths))).find(isWhole);
  const some = [at(usual, chart.paths), at(usual, []), at(1, []), at(1, [], true)].filter((one) => one !== undefined);
  const best = some.reduce<Fitting | undefined>(
    (most, one) => (most === undefined || one.chart.most > most.chart.most + FEW ? one : most),
    undefined,
  );
  const chosen = largest ?? best;
  if (chosen === undefined) return '';
  const svg = inColours(ganttSvg(chosen.chart, 'gantt'), theme);
  const less = words.drawn(chosen.chart.most, chart.episodes.length);
  const note =
    less === undefined ? '' : line(less, width / chosen.zoom, 13, { size: 12, colour: inkOf(theme).quiet }, 'end');
  return `<g transform="scale(${chosen.zoom})">${svg.replace(/^<svg/, '<svg overflow="visible"')}${note}</g>`;
}

/** So many episodes more are worth a plainer chart. */
const FEW = 2;

interface Fitting {
  readonly chart: GanttChart & { readonly most: number };
  readonly zoom: number;
}

/** With as many of the deepest as its height holds; undefined: with none. */
function fitting<T extends GanttChart>(chart: T, height: number): (T & { readonly most: number }) | undefined {
  for (let most = drawnOf(chart).length; most > 0; most -= 1)
    if (layoutOf({ ...chart, most }).height <= height) return { ...chart, most };
  return undefined;
}

/**
 * An event's chart as SVG text for a page, in the page's own colours (CSS variables), the same text for the same chart. `id` keeps the names
 * inside it apart from those of another chart on the page.
 */
export function ganttSvg(chart: GanttChart, id: string): string {
  const instance = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: chart.width,
    height: layoutOf(chart).height,
  });
  try {
    instance.setOption(ganttOption(chart));
    return renumbered(instance.renderToSVGString()).replaceAll('zr-', `${id}-`);
  } finally {
    // A chart that is not disposed keeps Node alive.
    instance.dispose();
  }
}
