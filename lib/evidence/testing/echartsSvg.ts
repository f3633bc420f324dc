import type { EChartsOption } from 'echarts';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { ECHARTS_PARTS } from '../../charts/echartsParts';

echarts.use([...ECHARTS_PARTS, SVGRenderer]);

/** An option as ECharts itself draws it. */
export function echartsSvg(option: EChartsOption, { width, height }: { width: number; height: number }): string {
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    instance.setOption(option);
    return instance.renderToSVGString();
  } finally {
    // A chart that is not disposed keeps Node alive.
    instance.dispose();
  }
}
