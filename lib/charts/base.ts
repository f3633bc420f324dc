import type { EChartsOption } from 'echarts';
import { descriptionOf } from './description';
import type { PreparedChart } from './prepared';

/** What every drawing of a chart begins with: times in UTC, nothing that moves, its letters, and the words for who does not see it. */
export const baseOption = ({ chart, ink }: Pick<PreparedChart, 'chart' | 'ink'>) =>
  ({
    useUTC: true,
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { ...(chart.fontFamily === undefined ? {} : { fontFamily: chart.fontFamily }), color: ink.ink },
    aria: { enabled: true, label: { description: descriptionOf(chart) } },
  }) satisfies EChartsOption;
