import { ascending } from '../../domain/ascending';
import { PRICE_FIELDS, type CandleColumns } from '../../domain/candle';
import { grouped } from '../../domain/grouped';
import { ALIAS_SHARE, LEAST_ALIAS_MINUTES, quoteRank } from '../../domain/method';
import { isComputed } from '../../domain/market';
import { minutesIn, type MinuteRange } from '../../domain/minute';
import type { DayBook } from '../types';
import { hasPrice } from './prices';

/**
 * The books that are suspected to be an earlier one of their venue and base (in the order USD, USDT, USDC, alphabet) under a second
 * name: equal in open, high, low, close and base volume, and in quote volume and trades where both say them, in ALIAS_SHARE or more of
 * the minutes of the day in which either traded, LEAST_ALIAS_MINUTES or more of them. With the book each is a second name of.
 */
export function suspectedAliases(books: readonly DayBook[], day: MinuteRange): ReadonlyMap<DayBook, DayBook> {
  const out = new Map<DayBook, DayBook>();
  for (const siblings of siblingsAmong(books)) {
    siblings.forEach((later, i) => {
      const earlier = siblings.slice(0, i).find((one) => areOneBook(one.candles, later.candles, day));
      if (earlier !== undefined) out.set(later, earlier);
    });
  }
  return out;
}

/** Traded books of one venue, base and kind, two or more, in the order in which the first of equals is taken. */
function siblingsAmong(books: readonly DayBook[]): readonly (readonly DayBook[])[] {
  const traded = books.filter(({ market }) => !isComputed(market.kind));
  return [...grouped(traded, ({ market }) => `${market.venue} ${market.base} ${market.kind}`).values()]
    .filter((group) => group.length > 1)
    .map((group) => [...group].sort((a, b) => quoteRank(a.quote) - quoteRank(b.quote) || ascending(a.quote, b.quote)));
}

/**
 * Whether any two books of one venue, base and kind are equal in close and base volume as often as a second name must be. Where not, none of
 * them is suspected, whatever their other fields say: those need not be read. The columns hold closes and what tells a traded minute.
 */
export const mayHoldAliases = (books: readonly DayBook[], day: MinuteRange): boolean =>
  siblingsAmong(books).some((siblings) =>
    siblings.some((later, i) =>
      siblings.slice(0, i).some((one) => areOneBook(one.candles, later.candles, day, areAlikeAt)),
    ),
  );

type AreEqualAt = (a: CandleColumns, i: number, b: CandleColumns, j: number) => boolean;

const areAlikeAt: AreEqualAt = (a, i, b, j) => a.close[i] === b.close[j] && a.baseVolume[i] === b.baseVolume[j];

function areOneBook(a: CandleColumns, b: CandleColumns, day: MinuteRange, areEqualAt: AreEqualAt = isEqualAt): boolean {
  // More differences than this no day can bear: most pairs are told apart within its first minutes.
  const most = Math.floor(minutesIn(day) * (1 - ALIAS_SHARE)) + 1;
  let traded = 0;
  let equal = 0;
  // Beyond what either has, neither traded.
  const from = Math.max(day.from, Math.min(a.range.from, b.range.from));
  const to = Math.min(day.to, Math.max(a.range.to, b.range.to));
  for (let minute = from; minute < to; minute += 1) {
    const [i, j] = [minute - a.range.from, minute - b.range.from];
    const [first, second] = [hasPrice(a, false, i), hasPrice(b, false, j)];
    if (!first && !second) continue;
    traded += 1;
    if (first && second && areEqualAt(a, i, b, j)) equal += 1;
    else if (traded - equal > most) return false;
  }
  return traded >= LEAST_ALIAS_MINUTES && equal >= ALIAS_SHARE * traded;
}

function isEqualAt(a: CandleColumns, i: number, b: CandleColumns, j: number): boolean {
  return (
    PRICE_FIELDS.every((field) => a[field][i] === b[field][j]) &&
    // An unknown volume equals none.
    a.baseVolume[i] === b.baseVolume[j] &&
    areNotApart(a.quoteVolume[i], b.quoteVolume[j]) &&
    areNotApart(a.trades[i], b.trades[j])
  );
}

/** Equal, or not both known. */
const areNotApart = (a = NaN, b = NaN): boolean => a === b || Number.isNaN(a) || Number.isNaN(b);
