import * as english from './en/compare';
import { spoken } from './spoken';

export const {
  compareForm,
  compareWords,
  comparedIn,
  comparedName,
  comparedShort,
  comparedTable,
  comparisonSentence,
  furthestOf,
  pricesOf,
  spreadChartWords,
  spreadTable,
} = spoken('compare', english);
