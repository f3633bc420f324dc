import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { DeviationChart } from '../charts/chart';
import { ECHARTS_PARTS } from '../charts/echartsParts';
import type { Theme } from '../charts/look/theme';
import { heroOption } from '../charts/hero/option';
import { renumbered } from './chartSvg';
import { themedSvg } from './themedSvg';

echarts.use([...ECHARTS_PARTS, SVGRenderer]);

/** As tall as it is given. */
type HeroChart = Omit<DeviationChart, 'theme' | 'still' | 'fontFamily' | 'height'> & { readonly height: number };

/**
 * The pane of prices as SVG text for a page, one drawing for both themes, the same text for the same chart. `id` keeps the names inside it apart
 * from those of another drawing on the page. Its words are set in the page's own letters.
 */
export function heroSvg(chart: HeroChart, id: string): string {
  const rendered = (theme: Theme): string => svgOf({ ...chart, theme, still: true, fontFamily: 'var(--font-sans)' });
  return themedSvg(rendered('light'), rendered('dark'), id).replaceAll('zr-', `${id}-`);
}

function svgOf(chart: DeviationChart & Pick<HeroChart, 'height'>): string {
  const { width, height } = chart;
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    instance.setOption(heroOption(chart));
    return renumbered(instance.renderToSVGString());
  } finally {
    // A chart that is not disposed keeps Node alive.
    instance.dispose();
  }
}
