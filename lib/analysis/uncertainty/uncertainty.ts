import { bufferToSort, medianOfSorted, sortByRank } from '../reference/order';
import { isWeakRule, type Rate } from '../rates/rate';

/** How a book is converted over a range. */
export interface Converted {
  /** The quote it is read in. */
  readonly quote: string;
  readonly rate: Rate;
}

/** Whom one row is compared with: books, and in which minutes each is a peer. */
export interface PeersOf {
  readonly books: readonly Converted[];
  readonly isPeer: (place: number, slot: number) => boolean;
}

/** What the rates leave unknown of one deviation. */
export interface Doubt {
  /** Relative; NaN: unknown. */
  readonly uncertainty: number;
  /** Whether it rests on a weak rate: its own, or that of more than half of its peers; a peer in the same quote does not count as one. */
  readonly isWeak: boolean;
}

/** Nothing: raw quotes are compared. */
export const NO_DOUBT: Doubt = { uncertainty: 0, isWeak: false };

/** Of a price compared with 1 USD: its own rate's. */
export const ownDoubt = ({ rate }: Converted, slot: number): Doubt => ({
  uncertainty: rate.uncertainty[slot] as number,
  isWeak: isWeakRule(rate.rule[slot]),
});

/** Used again for every minute: what is in it is needed by one call alone. */
let room = { books: 0, each: bufferToSort(0), sorted: bufferToSort(0) };

function roomFor(books: number): typeof room {
  if (room.books < books) room = { books, each: bufferToSort(books), sorted: bufferToSort(books) };
  return room;
}

/**
 * The uncertainty of a deviation in one minute (method, section 5): the median over its peers of |own rate ÷ peer's − 1| where both are
 * read in the same quote (a common depeg cancels), else of the sum of both rates' uncertainties; an unknown one counts as +∞.
 */
export function doubtAt({ quote, rate }: Converted, { books, isPeer }: PeersOf, slot: number): Doubt {
  const { each, sorted } = roomFor(books.length);
  const own = rate.uncertainty[slot] as number;
  const value = rate.value[slot] as number;
  let [count, weak] = [0, 0];
  for (let place = 0; place < books.length; place += 1) {
    if (!isPeer(place, slot)) continue;
    const peer = books[place] as Converted;
    const isSame = peer.quote === quote;
    const doubt = isSame
      ? Math.abs(value / (peer.rate.value[slot] as number) - 1)
      : own + (peer.rate.uncertainty[slot] as number);
    each[count] = Number.isNaN(doubt) ? Infinity : doubt;
    count += 1;
    if (!isSame && isWeakRule(peer.rate.rule[slot])) weak += 1;
  }
  sortByRank(each, count, sorted);
  const median = medianOfSorted(sorted, count);
  return {
    uncertainty: Number.isFinite(median) ? median : NaN,
    isWeak: isWeakRule(rate.rule[slot]) || 2 * weak > count,
  };
}
