import * as english from './en/orderLogPage';
import { spoken } from './spoken';

export const {
  logFileWords,
  logLayers,
  logLines,
  logMinutes,
  logPicker,
  logProblems,
  logStrip,
  logTotals,
  orderLogHead,
} = spoken('orderLogPage', english);
