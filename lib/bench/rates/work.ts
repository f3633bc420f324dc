import type { DayBuffers } from '../../analysis/days/day';
import { rateDaysOf } from '../../analysis/rates/rateDays';
import { WindowRun, type WindowAnalysis } from '../../analysis/window/windowRun';
import type { Asset } from '../../domain/market';
import { dayOf, partsByDay, type MinuteRange } from '../../domain/minute';
import { defaultQuestion, type Question } from '../../domain/question';
import type { RateBenchMarkets } from './markets';

/** The others' median, in USD by legs, or raw. */
export const questionOf = (range: MinuteRange, rate: Question['rate']): Question => ({
  ...defaultQuestion('ATOM' as Asset, range),
  rate,
});

/** Candles to episodes in this thread, day by day; with `usd` the rates of every venue are made first, from their legs. */
export function workOn(
  { asset, legs }: RateBenchMarkets,
  question: Question,
  onDay: (day: ReturnType<WindowRun['measure']>) => void = () => undefined,
): WindowAnalysis {
  const known = {
    markets: asset,
    underlying: [],
    rates: rateDaysOf(question.rate === 'none' ? [] : legs),
  };
  const run = new WindowRun(question);
  let buffers: DayBuffers | undefined;
  for (const range of partsByDay(question.range)) {
    const day = run.measure(range, known, buffers);
    buffers = day;
    onDay(day);
  }
  return run.analysis();
}

/** The rates alone: every day's, as each venue's books are converted. */
export function ratesAlone({ asset, legs }: RateBenchMarkets, range: MinuteRange): void {
  const rates = rateDaysOf(legs);
  for (const { from } of partsByDay(range)) {
    const day = rates(dayOf(from));
    for (const { market } of asset) day.rate(market.quote, market.venue);
  }
}
