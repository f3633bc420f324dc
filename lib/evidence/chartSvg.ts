import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { chartHeight, deviationOption } from '../charts/deviationOption';
import type { DeviationChart } from '../charts/chart';
import { ECHARTS_PARTS } from '../charts/echartsParts';

echarts.use([...ECHARTS_PARTS, SVGRenderer]);

/**
 * A still chart as SVG text, the same text for the same chart in every process: ECharts counts ids up across a process, so
 * they are numbered anew by first appearance.
 */
export function chartSvg(chart: DeviationChart): string {
  const still: DeviationChart = { ...chart, still: true };
  const instance = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: still.width,
    height: still.height ?? chartHeight(still),
  });
  try {
    instance.setOption(deviationOption(still));
    return renumbered(instance.renderToSVGString());
  } finally {
    // A chart that is not disposed keeps Node alive.
    instance.dispose();
  }
}

/** `zr12-cls-3`, `zr4-c7`, … numbered by first appearance, per kind. */
export function renumbered(svg: string): string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return svg.replace(/\bzr\d+-([a-z]+)-?(\d+)\b/g, (id, kind: string) => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const next = counts.get(kind) ?? -1;
    counts.set(kind, next + 1);
    const name = `zr-${kind}${String(next + 1)}`;
    names.set(id, name);
    return name;
  });
}
