import { CanvasRenderer } from 'echarts/renderers';
import { ECHARTS_PARTS } from '@/lib/charts/echartsParts';
import { init, register } from './echartsCore';

register([...ECHARTS_PARTS, CanvasRenderer]);

/** Makes a chart instance in a box. The parts of ECharts that the options need are registered with it. */
export { init };
