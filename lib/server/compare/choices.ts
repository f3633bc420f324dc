import type { ComparedMarket } from '../../domain/comparison';
import { isComputed, roadOf } from '../../domain/market';
import { grouped } from '../../domain/grouped';
import { formatMinute, union } from '../../domain/minute';
import { writeComparedMarket } from '../../permalink/compare';
import { answeredBooks } from '../../store/coverage/answeredBooks';
import type { Context } from '../context';
import { defaultWindow } from '../coverage/window';

export interface CompareChoices {
  /** What the page opens with: the event's hours where there is data of them, else the last day with data. */
  readonly window: { readonly from: string; readonly to: string };
  /** Every stored market as an address names it, in order. */
  readonly markets: readonly string[];
  /** Two that are worth comparing: a venue's spot book and its contract where there are both, else two of the asset and quote that most venues trade. */
  readonly example: string | undefined;
}

/** What a reader can choose from, of what is stored. */
export async function compareChoices({ database }: Context): Promise<CompareChoices> {
  const stored = await answeredBooks(database);
  const { from, to } = defaultWindow(union(stored.flatMap(({ answered }) => answered)));
  const markets = stored.map(({ market, source }): ComparedMarket => ({ market, isDisplay: roadOf(source) === 'ui' }));
  return {
    window: { from: formatMinute(from), to: formatMinute(to) },
    markets: [...new Set(markets.map(writeComparedMarket))].sort(),
    example: exampleOf(markets),
  };
}

type Fits = (spot: ComparedMarket, other: ComparedMarket) => boolean;

export function exampleOf(markets: readonly ComparedMarket[]): string | undefined {
  const traded = markets.filter(({ market, isDisplay }) => !isDisplay && !isComputed(market.kind));
  const pairOf = ({ market }: ComparedMarket): string => `${market.base}/${market.quote}`;
  const books = grouped(traded, pairOf);
  const booksOf = (one: ComparedMarket): readonly ComparedMarket[] => books.get(pairOf(one)) ?? [];
  // The most widely traded first; the sort keeps the order of the others.
  const spots = traded
    .filter(({ market }) => market.kind === 'spot')
    .sort((a, b) => booksOf(b).length - booksOf(a).length);
  const first = (fits: Fits): readonly ComparedMarket[] | undefined => {
    for (const spot of spots) {
      const other = booksOf(spot).find((book) => book.market !== spot.market && fits(spot, book));
      if (other !== undefined) return [spot, other];
    }
    return undefined;
  };
  const isContract: Fits = (_, { market }) => market.kind === 'perp';
  const chosen =
    first((spot, other) => isContract(spot, other) && spot.market.venue === other.market.venue) ??
    first(isContract) ??
    first(() => true);
  return chosen?.map(writeComparedMarket).join(',');
}
