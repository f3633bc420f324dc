import type { CandleColumns } from '../../domain/candle';
import { minuteRange, plus, type MinuteRange } from '../../domain/minute';
import { planOf } from '../long/plan';
import { LongRun, ratiosOf } from '../long/run';
import type { Rate } from '../rates/rate';
import type { AnalysisInput, ChosenSource, MarketColumns } from '../types';
import { withRatioDay } from '../reference/underlying';
import type { MeasuredDay } from './dayByDay';

/**
 * One UTC day, the question's range, measured as a window of its own. Candles may reach beyond the day; those of a wrapped
 * asset and its underlying cover the day before it too. `rates`: of each quote, over exactly the range asked for.
 */
export function measureDay(input: AnalysisInput, rates: (range: MinuteRange) => (quote: string) => Rate): MeasuredDay {
  const { question } = input;
  const plan = planOf(input);
  const rows = plan.rows.map((one) => ({ ...one, candles: candlesIn(input.markets, one) }));
  const underlying = plan.underlying.map((one) => ({ ...one, candles: candlesIn(input.underlyingMarkets ?? [], one) }));
  const ratioDay = minuteRange(withRatioDay(question.range).from, plus(question.range.from, 1));
  const ratios =
    question.reference.kind === 'wrapped' ? ratiosOf(plan, { rows, underlying, rates: rates(ratioDay) }) : [];
  return new LongRun(plan, ratios).measured({ range: question.range, rows, underlying, rates: rates(question.range) });
}

function candlesIn(all: readonly MarketColumns[], { market, source }: ChosenSource): CandleColumns {
  const found = all.find((one) => one.market === market && one.source === source);
  if (found === undefined) throw new Error('a market was chosen that is not there');
  return found.candles;
}
