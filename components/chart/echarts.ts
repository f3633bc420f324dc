import * as echarts from 'echarts/core';
import { echartsParts } from '@/lib/charts/echartsParts';

echarts.use([...echartsParts]);

/** Makes a chart instance in a box. The parts of ECharts that the options need are registered with it. */
export const init = echarts.init;
