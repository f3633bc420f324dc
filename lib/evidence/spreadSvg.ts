import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { ECHARTS_PARTS } from '../charts/echartsParts';
import { spreadHeight, spreadOption, type SpreadChart } from '../charts/spread/option';
import { inColours } from './inColours';
import type { PlotRoom } from './sheet/frames';
import { renumbered } from './renumbered';

echarts.use([...ECHARTS_PARTS, SVGRenderer]);

/** The same for a picture, as tall as its room. */
export function spreadPlot(
  chart: Omit<SpreadChart, 'width' | 'height'>,
  { width, height, theme, zoom }: PlotRoom,
): string {
  const svg = spreadSvg({ ...chart, width: width / zoom, height: height / zoom }, 'spread');
  return `<g transform="scale(${zoom})">${inColours(svg, theme).replace(/^<svg/, '<svg overflow="visible"')}</g>`;
}

/** A spread chart as SVG text for a page, in the page's own colours (CSS variables). `id` keeps the names inside it apart from those of another. */
export function spreadSvg(chart: SpreadChart, id: string): string {
  const instance = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: chart.width,
    height: spreadHeight(chart),
  });
  try {
    instance.setOption(spreadOption(chart));
    return renumbered(instance.renderToSVGString()).replaceAll('zr-', `${id}-`);
  } finally {
    // A chart that is not disposed keeps Node alive.
    instance.dispose();
  }
}
