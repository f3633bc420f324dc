import type { SeriesOption } from 'echarts';
import { formatLevel } from '../../words/en/numbers';
import { dotSeries, lineSeries } from './lines';
import { lineOf } from './points';
import { backToFront, DEVIATION, type PreparedSeries, type PreparedChart } from '../prepared';

/** Per venue its lows against the reference's lows and its highs against the highs; the 0 line and the entry levels. */
export function deviationSeries(prepared: PreparedChart): SeriesOption[] {
  return [levels(prepared), ...backToFront(prepared).flatMap((one) => [...side(one, 'low'), ...side(one, 'high')])];
}

function side(one: PreparedSeries, which: 'low' | 'high'): SeriesOption[] {
  const { columns, colour, dash, isFocus, key, edges, timesMs } = one;
  const line = lineOf(which === 'low' ? columns.dLow : columns.dHigh, edges, timesMs);
  const stroke = {
    pane: DEVIATION,
    colour,
    dash,
    z: isFocus ? 4 : 2,
    opacity: isFocus ? 1 : 0.6,
    width: which === 'low' ? (isFocus ? 1.8 : 1.2) : isFocus ? 1.2 : 0.8,
  };
  return [
    lineSeries(line.points, { ...stroke, id: `d${which} ${key}` }),
    ...dotSeries(line, { ...stroke, id: `lone-d${which} ${key}` }),
  ];
}

/** The 0 line and ± the entry level. Carried by a series without points, because marks need one. */
function levels({ chart, ink, layout }: PreparedChart): SeriesOption {
  const { enter } = chart.answer;
  const label = (yAxis: number) => ({
    yAxis,
    lineStyle: { color: ink.quiet, type: 'dashed' as const, width: 1 },
    label: {
      show: true,
      position: yAxis < 0 ? ('insideEndBottom' as const) : ('insideEndTop' as const),
      formatter: `${yAxis > 0 ? '+' : ''}${formatLevel(yAxis)}`,
      color: ink.quiet,
      fontSize: layout.fontSize - 1,
      distance: 2,
    },
  });
  return {
    type: 'line',
    id: 'levels',
    xAxisIndex: DEVIATION,
    yAxisIndex: DEVIATION,
    data: [],
    animation: false,
    silent: true,
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      data: [
        { yAxis: 0, lineStyle: { color: ink.frame, type: 'solid', width: 1 }, label: { show: false } },
        label(-enter),
        label(enter),
      ],
    },
  };
}
