import { analyse } from '../../analysis/analyse';
import type { VenueSeries } from '../../analysis/types';
import { baselineOf } from '../../analysis/scorecards/unusual';
import type { Market } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { analysisInputOf } from '../deviations/analysisInput';
import type { Context } from '../context';

/** The days before a window, measured as the window is. */
export interface Baseline {
  readonly range: MinuteRange;
  /** The same market then; undefined: it is not held. */
  readonly of: (market: Market) => VenueSeries | undefined;
}

/** What peaks of a question's window are held against (method, section 8): the same markets, asked the same over the days before. undefined: there are none. */
export async function baselineFor(
  context: Context,
  question: Question,
  markets: readonly Market[],
): Promise<Baseline | undefined> {
  const range = baselineOf(question.range);
  if (range === undefined) return undefined;
  const choices = markets.map(({ venue, quote, kind }) => ({ venue, quote, kind }));
  const input = await analysisInputOf(context, { ...question, range, markets: choices });
  const series = input === undefined ? [] : analyse(input).series;
  return {
    range,
    of: (market) =>
      series.find(
        (one) =>
          one.market.venue === market.venue && one.market.quote === market.quote && one.market.kind === market.kind,
      ),
  };
}
