import { seriesAnswersOf } from '../deviations/rows';
import type { ViewAnswers } from '../views/answers';
import { minuteTable, seriesTable, type Table } from './table';

/** The figures of a view: of its minute, where it marks one, else of its window. */
export const viewTable = ({ window: { facts, rows }, minute }: ViewAnswers): Table =>
  minute === undefined ? seriesTable(seriesAnswersOf(rows), facts) : minuteTable(minute, facts.enter);
