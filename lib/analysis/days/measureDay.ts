import type { CandleColumns } from '../../domain/candle';
import { minuteRange, plus, type MinuteRange } from '../../domain/minute';
import { planOf, type Taken } from '../long/plan';
import { LongRun, ratiosOf } from '../long/run';
import type { Rate } from '../rates/rate';
import type { AnalysisInput, MarketColumns } from '../types';
import { withRatioDay } from '../reference/wrapped';
import type { MeasuredDay } from './dayByDay';

/**
 * One UTC day, the question's range, measured as a window of its own. Candles may reach beyond the day; those of a wrapped
 * asset and its underlying cover the day before it too. `rates`: of each quote, over exactly the range asked for.
 */
export function measureDay(input: AnalysisInput, rates: (range: MinuteRange) => (quote: string) => Rate): MeasuredDay {
  const { question } = input;
  const plan = planOf(input);
  const candles = columnsOf(plan.rows, input.markets);
  const underlying = columnsOf(plan.underlying, input.underlyingMarkets ?? []);
  const isWrapped = question.reference.kind === 'wrapped';
  const ratios = isWrapped
    ? ratiosOf(
        plan,
        candles,
        underlying,
        rates(minuteRange(withRatioDay(question.range).from, plus(question.range.from, 1))),
      )
    : [];
  return new LongRun(plan, ratios).measured({
    range: question.range,
    candles,
    underlying,
    rates: rates(question.range),
  });
}

const columnsOf = (taken: readonly Taken[], all: readonly MarketColumns[]): readonly CandleColumns[] =>
  taken.map(({ market, source }) => {
    const found = all.find((one) => one.market === market && one.source === source);
    if (found === undefined) throw new Error('a market was chosen that is not there');
    return found.candles;
  });
