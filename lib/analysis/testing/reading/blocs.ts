import type { Side } from '../../../domain/episode';
import { middle } from './arithmetic';
import type { QuotedAt } from './priced';
import type { Asked } from './question';

/** The middle price in USD of the books of either bloc. */
export interface Blocs {
  readonly usd: number;
  readonly usdt: number;
}

/**
 * Section 3: the medians of the lows (highs for above) in USD of every venue's USD book and of every venue's USDT book, each
 * of at least 2, where they differ by more than T: the higher from the lower.
 */
export function blocsAt(
  { rate, enter }: Asked,
  usdBooks: QuotedAt,
  usdtBooks: QuotedAt,
  side: Side,
  at: number,
): Blocs | undefined {
  const median = (books: QuotedAt): number | undefined => {
    const quoted = books(at).map(({ prices }) => (side === 'below' ? prices.low : prices.high));
    return quoted.length < 2 ? undefined : middle(quoted);
  };
  if (rate === 'none') return undefined;
  const [usd, usdt] = [median(usdBooks), median(usdtBooks)];
  if (usd === undefined || usdt === undefined) return undefined;
  return Math.max(usd, usdt) / Math.min(usd, usdt) - 1 > enter ? { usd, usdt } : undefined;
}
