import type { DeviationChart } from '../charts/chart';
import { chartSvg } from './chartSvg';
import { pageColours } from './pageColours';

/** A still chart for a page, with the colours of both themes. */
export interface PageChartSvg {
  /** Its colours are CSS variables. */
  readonly svg: string;
  /** Says what they are, by the page's class. */
  readonly css: string;
}

/** A chart as SVG text for a page that is light or dark as its reader is. `id` keeps its colours' names apart from another chart's. */
export function pageChartSvg(chart: Omit<DeviationChart, 'theme'>, id: string): PageChartSvg {
  const { colourOf, css } = pageColours(chart, id);
  const svg = chartSvg({ ...chart, theme: 'light' }, { colourOf });
  return { svg, css: css(`.${id}`) };
}
