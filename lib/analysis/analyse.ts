import type { Known, MeasuredDay } from './days/day';
import { rowKey } from './days/rows';
import { rateDaysOf } from './rates/rateDays';
import { joined, type DayPart } from './series/joined';
import type { Analysis, AnalysisInput, VenueSeries } from './types';
import { partsByDay } from '../domain/minute';
import { absenceOf, WindowRun, type WindowAnalysis } from './window/windowRun';

/**
 * The whole method over one question: books chosen day by day, rates from legs, references, deviations, episodes, the market as control. The
 * same input gives the same output to the bit, in whatever order markets come. An asset without data gives empty
 * series; the venue of `venue:V` has prices and no deviation.
 */
export function analyse(input: AnalysisInput): Pick<Analysis, 'series'> & WindowAnalysis {
  return analyseKnown(input.question, knownOf(input));
}

/** All that an input says, its rates made on first use. */
export const knownOf = ({ markets, underlyingMarkets = [], rateMarkets }: AnalysisInput): Known => ({
  markets,
  underlying: underlyingMarkets,
  rates: rateDaysOf(rateMarkets),
});

/** The same, of rates that were made before. */
export function analyseKnown(question: Analysis['question'], known: Known): Pick<Analysis, 'series'> & WindowAnalysis {
  const run = new WindowRun(question);
  const days = partsByDay(question.range).map((range) => run.measure(range, known));
  const analysis = run.analysis();
  return { ...analysis, series: analysis.rows.map((row) => seriesOf(row, days)) };
}

function seriesOf(row: WindowAnalysis['rows'][number], days: readonly MeasuredDay[]): VenueSeries {
  const key = rowKey(row);
  const parts = days.map((day): DayPart => {
    const place = day.rows.findIndex(({ book }) => rowKey(book.market) === key);
    const series = day.series[place];
    return series === undefined ? { range: day.range, series, why: absenceOf(day)(row) } : { range: day.range, series };
  });
  return joined(parts);
}
