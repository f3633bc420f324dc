import { isTraded } from '../../domain/candle';
import type { Blocs, Side } from '../../domain/episode';
import { BLOCS, LEAST_BLOC_BOOKS } from '../../domain/method';
import { medianOf } from '../reference/order';
import type { Rate } from '../rates/rate';
import type { DayBook } from '../types';

/** A spot book of a day, and its rate over the range whose slots are asked about. */
export interface BlocBook {
  readonly book: DayBook;
  readonly rate: Rate;
  /** Where the range begins in the book's candles. */
  readonly shift: number;
}

/**
 * The medians of a minute's USD books and USDT books over all venues, lows for below and highs for above, in USD, where they part by
 * more than `enter` (method, section 3): then "against the others" means something else on either side. Each bloc needs
 * LEAST_BLOC_BOOKS books. undefined: they do not part, or nothing can be said.
 */
export function blocsAt(books: readonly BlocBook[], side: Side, slot: number, enter: number): Blocs | undefined {
  const [usd, usdt] = BLOCS.map((quote) => medianIn(books, quote, side, slot)) as [number, number];
  return Math.max(usd / usdt, usdt / usd) - 1 > enter ? { usd, usdt } : undefined;
}

function medianIn(books: readonly BlocBook[], quote: string, side: Side, slot: number): number {
  const prices = books
    .filter(({ book }) => book.quote === quote)
    .flatMap(({ book: { candles }, rate, shift }) => {
      const price = (side === 'below' ? candles.low : candles.high)[slot + shift] ?? NaN;
      const value = isTraded(candles, slot + shift) ? price * (rate.value[slot] as number) : NaN;
      return Number.isNaN(value) ? [] : [value];
    });
  return prices.length < LEAST_BLOC_BOOKS ? NaN : medianOf(prices);
}
