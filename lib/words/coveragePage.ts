import * as english from './en/coveragePage';
import { spoken } from './spoken';

export const {
  calendar,
  calendarLegend,
  calendarSteps,
  coverageHead,
  coverageTable,
  failedRequests,
  rangeWords,
  replies,
  requestedWords,
} = spoken('coveragePage', english);
