import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { ECHARTS_PARTS } from '../charts/echartsParts';
import type { GanttChart } from '../charts/gantt/chart';
import { layoutOf } from '../charts/gantt/layout';
import { ganttOption } from '../charts/gantt/option';
import { renumbered } from './renumbered';

echarts.use([...ECHARTS_PARTS, SVGRenderer]);

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
