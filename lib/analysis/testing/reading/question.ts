import type { MarketColumns } from '../../../domain/marketColumns';
import type { Question } from '../../../domain/question';

/** What is asked, the bloc of the peers too: a quote, or `all`. */
export type Asked = Question & { readonly bloc: string };

/** A question and all that is stored of the whole UTC days it touches, and of those beside it that the rates and ratios need. */
export interface ReadingInput {
  readonly question: Asked;
  readonly markets: readonly MarketColumns[];
  readonly rateMarkets: readonly MarketColumns[];
  readonly underlyingMarkets?: readonly MarketColumns[];
}

/** The minutes of the question. */
export function minutesOf({ range }: Asked): readonly number[] {
  const minutes: number[] = [];
  for (let at: number = range.from; at < range.to; at += 1) minutes.push(at);
  return minutes;
}
