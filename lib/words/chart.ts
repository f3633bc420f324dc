import * as english from './en/chart';
import { spoken } from './spoken';

export type * from './en/chart';
export const {
  chartCaptions,
  chartDescription,
  chartNames,
  chartStamps,
  extremesWords,
  peakLabel,
  referenceLegend,
  tooltipHeads,
  tooltipWords,
} = spoken('chart', english);
