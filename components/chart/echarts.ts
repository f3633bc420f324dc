import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { ECHARTS_PARTS } from '@/lib/charts/echartsParts';

echarts.use([...ECHARTS_PARTS, CanvasRenderer]);

/** Makes a chart instance in a box. The parts of ECharts that the options need are registered with it. */
export const init = echarts.init;
