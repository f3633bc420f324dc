import { MINUTES_PER_DAY } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { middle } from './arithmetic';
import { spotsAt, type Priced } from './priced';

/** How many units of the underlying one of the wrapped asset was worth, and the minutes that say so. */
export interface Ratio {
  readonly ratio: number | undefined;
  readonly minutes: number;
}

/** Fewer minutes in common say too little of the day. */
const LEAST_MINUTES = 60;

/** The 1,440 minutes that end where the window begins. */
export const dayBefore = ({ range }: Question): readonly number[] =>
  Array.from({ length: MINUTES_PER_DAY }, (_, i) => range.from - MINUTES_PER_DAY + i);

/** Section 7: the median of the market's close ÷ the underlying's close reference for the market's venue, over the day before. */
export function ratioOf(question: Question, own: Priced, underlying: readonly Priced[]): Ratio {
  const ratios = dayBefore(question).flatMap((at) => {
    const close = own.prices.get(at)?.close;
    if (close === undefined) return [];
    const others = spotsAt(underlying, at, own.book.market.venue).map(({ prices }) => prices.close);
    const reference = others.length < question.minPeers ? undefined : middle(others);
    return reference === undefined ? [] : [close / reference];
  });
  return { ratio: ratios.length < LEAST_MINUTES ? undefined : middle(ratios), minutes: ratios.length };
}
