import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  DataZoomInsideComponent,
  DataZoomSliderComponent,
  GraphicComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';

/**
 * The parts of ECharts that our options use, for `echarts.use([...ECHARTS_PARTS, renderer])` in the browser and for
 * pictures alike: one list, so that what is seen on a page is what is printed.
 */
export const ECHARTS_PARTS = [
  LineChart,
  ScatterChart,
  CustomChart,
  GridComponent,
  TooltipComponent,
  DataZoomInsideComponent,
  DataZoomSliderComponent,
  MarkAreaComponent,
  MarkLineComponent,
  GraphicComponent,
  AriaComponent,
];
