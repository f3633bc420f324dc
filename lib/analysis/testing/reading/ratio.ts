import { middle } from './arithmetic';
import { DAY, type Book } from './books';
import { butOf, type Pricing, type QuotedAt } from './priced';
import { medianOf } from './references';

/** How many units of the underlying one of the wrapped asset was worth, and the minutes that say so. */
export interface Ratio {
  readonly ratio: number | undefined;
  readonly minutes: number;
}

/** Fewer minutes in common say too little of the day. */
const LEAST_MINUTES = 60;

/** Section 7, for a UTC day: the median of a book's closes ÷ the underlying's close reference for its venue over the day before. */
export function ratioOf(
  yesterday: Book | undefined,
  { priceOf }: Pricing,
  underlying: QuotedAt,
  minPeers: number,
): Ratio {
  if (yesterday === undefined) return { ratio: undefined, minutes: 0 };
  const ratios = Array.from({ length: DAY }, (_, i) => yesterday.day * DAY + i).flatMap((at) => {
    const own = priceOf(yesterday, at);
    if (own === undefined) return [];
    const { reference } = medianOf(butOf(yesterday.market.venue, underlying(at)), minPeers);
    return reference === undefined ? [] : [own.prices.close / reference.close];
  });
  return { ratio: ratios.length < LEAST_MINUTES ? undefined : middle(ratios), minutes: ratios.length };
}
