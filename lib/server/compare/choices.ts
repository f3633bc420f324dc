import type { RankedEpisode } from '../../api/overview';
import type { ScanAnswer } from '../../api/scan';
import type { ComparedMarket } from '../../domain/comparison';
import { ascending } from '../../domain/ascending';
import { isComputed, pairOf, roadOf } from '../../domain/market';
import { grouped } from '../../domain/grouped';
import { formatMinute, minutesIn, overlap, union, type MinuteRange } from '../../domain/minute';
import { EVERY_EPISODE, type Scan } from '../../domain/scan';
import { writeComparedMarket } from '../../permalink/compare';
import { answeredBooks } from '../../store/coverage/answeredBooks';
import type { Context } from '../context';
import { defaultWindow } from '../coverage/window';
import type { Outcome } from '../http/outcome';

/** Two markets that are worth comparing. */
export interface ExamplePair {
  readonly markets: readonly [ComparedMarket, ComparedMarket];
  /** Whether the first is where the window's deepest episode was found. */
  readonly isDeepest: boolean;
}

export interface CompareChoices {
  /** What the page opens with: the event's hours where there is data of them, else the last day with data. */
  readonly window: { readonly from: string; readonly to: string };
  /** Every stored market as an address names it, in order. */
  readonly markets: readonly string[];
  /** What to begin with in that window. Asked only where a page offers it. */
  readonly example: (scan: (asked: Scan) => Promise<Outcome<ScanAnswer>>) => Promise<ExamplePair | undefined>;
}

/** A stored market, and how many minutes of the window were answered. */
export interface StoredMarket extends ComparedMarket {
  readonly minutes: number;
}

/** What a reader can choose from, of what is stored. */
export async function compareChoices({ database }: Context): Promise<CompareChoices> {
  const stored = await answeredBooks(database);
  const window = defaultWindow(union(stored.flatMap(({ answered }) => answered)));
  const markets = stored.map(({ market, source, answered }): StoredMarket => ({
    market,
    isDisplay: roadOf(source) === 'ui',
    minutes: minutesWithin(answered, window),
  }));
  return {
    window: { from: formatMinute(window.from), to: formatMinute(window.to) },
    markets: [...new Set(markets.map(writeComparedMarket))].sort(),
    example: async (scan) => {
      const found = await scan({ ...EVERY_EPISODE, range: window, limit: 1 });
      return exampleOf(markets, found.ok ? found.value.episodes[0] : undefined);
    },
  };
}

const minutesWithin = (answered: readonly MinuteRange[], window: MinuteRange): number =>
  answered.reduce((minutes, range) => {
    const shared = overlap(range, window);
    return shared === undefined ? minutes : minutes + minutesIn(shared);
  }, 0);

/**
 * The market of the deepest episode and the one closest to it; where there is no episode, or nothing to compare its market with, a venue's spot book and
 * its contract where there are both, else two of the asset and quote that most venues trade.
 */
export function exampleOf(
  stored: readonly StoredMarket[],
  deepest: Pick<RankedEpisode, 'venue' | 'market' | 'kind'> | undefined,
): ExamplePair | undefined {
  const traded = stored.filter(({ market, isDisplay }) => !isDisplay && !isComputed(market.kind));
  const first = traded.find(
    ({ market }) =>
      market.venue === deepest?.venue && pairOf(market) === deepest.market && market.kind === deepest.kind,
  );
  const other = first === undefined ? undefined : closestTo(first, traded);
  if (first !== undefined && other !== undefined) return { markets: [first, other], isDeepest: true };
  const usual = usualPair(traded);
  return usual === undefined ? undefined : { markets: usual, isDeepest: false };
}

/**
 * Another venue's market of the same asset: before all in the same quote, so that nothing is converted, then of the same kind, then with the most minutes
 * of the window answered, then by the venue with the most markets stored, then by name.
 */
function closestTo(first: StoredMarket, traded: readonly StoredMarket[]): StoredMarket | undefined {
  const books = grouped(traded, ({ market }) => market.venue);
  const others = traded.filter(
    ({ market }) => market.base === first.market.base && market.venue !== first.market.venue,
  );
  const unlike = (one: StoredMarket): readonly number[] => [
    Number(one.market.quote !== first.market.quote),
    Number(one.market.kind !== first.market.kind),
    -one.minutes,
    -(books.get(one.market.venue)?.length ?? NaN),
  ];
  return others.sort((a, b) => {
    const [left, right] = [unlike(a), unlike(b)];
    const differs = left.findIndex((value, i) => value !== right[i]);
    return differs === -1
      ? ascending(writeComparedMarket(a), writeComparedMarket(b))
      : (left[differs] as number) - (right[differs] as number);
  })[0];
}

type Fits = (spot: ComparedMarket, other: ComparedMarket) => boolean;

function usualPair(traded: readonly ComparedMarket[]): readonly [ComparedMarket, ComparedMarket] | undefined {
  const pair = ({ market }: ComparedMarket): string => pairOf(market);
  const books = grouped(traded, pair);
  const booksOf = (one: ComparedMarket): readonly ComparedMarket[] => books.get(pair(one)) ?? [];
  // The most widely traded first; the sort keeps the order of the others.
  const spots = traded
    .filter(({ market }) => market.kind === 'spot')
    .sort((a, b) => booksOf(b).length - booksOf(a).length);
  const first = (fits: Fits): readonly [ComparedMarket, ComparedMarket] | undefined => {
    for (const spot of spots) {
      const other = booksOf(spot).find((book) => book.market !== spot.market && fits(spot, book));
      if (other !== undefined) return [spot, other];
    }
    return undefined;
  };
  const isContract: Fits = (_, { market }) => market.kind === 'perp';
  return (
    first((spot, other) => isContract(spot, other) && spot.market.venue === other.market.venue) ??
    first(isContract) ??
    first(() => true)
  );
}
