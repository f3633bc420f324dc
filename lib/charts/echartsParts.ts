import { CustomChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  DataZoomInsideComponent,
  DataZoomSliderComponent,
  GraphicComponent,
  GridComponent,
} from 'echarts/components';
import { registerFlatPath } from './shapes/flatPath';

registerFlatPath();

/**
 * The parts of ECharts that our options use, for `echarts.use([...ECHARTS_PARTS, renderer])` in the browser and for
 * pictures alike: one list, so that what is seen on a page is what is printed.
 */
export const ECHARTS_PARTS = [
  CustomChart,
  LineChart,
  GridComponent,
  DataZoomInsideComponent,
  DataZoomSliderComponent,
  GraphicComponent,
  AriaComponent,
];
