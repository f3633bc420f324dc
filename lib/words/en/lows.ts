import type { LowsAnswer } from '../../api/lows';
import { MOST_LOWEST_NAMED, mostOftenLowest } from '../../api/mostOftenLowest';
import type { WhyUnranked } from '../../domain/lows';
import { count, formatLevel, plusMinus } from './numbers';
import { spelled } from './spelled';
import { venueList, venueName } from './venues';

/** The top of the page. */
export const lowsHead = {
  title: 'Lowest of all',
  lead: 'The lowest and the highest price of each venue in a window, asset by asset: which venue went furthest, and how far it was from the next. The figures say how far, not why.',
} as const;

export const lowsForm = { assets: 'Asset', anyAsset: 'all assets', wrong: 'lows-wrong' } as const;

export const lowsWait = {
  text: 'Measuring every asset…',
  label: 'Share of the assets that are measured',
} as const;

/** Which venue stood outermost how often. */
export const venueLows = {
  title: 'By venue',
  lead: ({ gap, leastVenues }: Pick<LowsAnswer, 'gap' | 'leastVenues'>): string =>
    `In how many assets a venue stood lowest or highest, and their share of the assets in which it was ranked. A gap to the next venue counts as ${formatLevel(gap)} or more only where the uncertainty of both rates leaves that much of it. An asset is ranked where at least ${spelled(leastVenues)} venues are known in every minute; of equal prices none is the lowest.`,
  label: 'How often each venue stood lowest or highest',
  none: 'No asset could be ranked in this window.',
  venue: 'Venue',
  ranked: 'Assets\nranked in',
  lowest: 'Lowest in',
  highest: 'Highest in',
  share: 'Share',
  wide: (gap: number): string => `By ${formatLevel(gap)}\nor more`,
  /** The same of one side, where both stand under one another. */
  lowestShare: 'Lowest,\nshare',
  lowestWide: (gap: number): string => `Lowest by\n${formatLevel(gap)} or more`,
  highestShare: 'Highest,\nshare',
  highestWide: (gap: number): string => `Highest by\n${formatLevel(gap)} or more`,
} as const;

/** Which venue stood outermost in each asset. */
export const assetLowsTable = {
  title: 'By asset',
  lead: 'Prices are in USD, one spot book per venue and day; a low in a minute without a rate takes no part. The minute opens the candles of every venue.',
  label: 'The lowest and the highest venue of each asset',
  asset: 'Asset',
  lowest: 'Lowest',
  low: 'Low,\nUSD',
  lowMinute: 'Minute, UTC',
  secondLowest: 'Second-lowest',
  gap: 'Gap',
  highest: 'Highest',
  high: 'High,\nUSD',
  highMinute: 'Minute, UTC',
  secondHighest: 'Second-highest',
  unranked: 'Not ranked',
} as const;

/** Why nobody is the lowest or the highest of an asset. */
export const nobodyOutermost = (isRanked: boolean): string => (isRanked ? 'equal prices' : 'too few venues known');

/** Beside a gap, what the rates of the two venues leave unknown of it: "rates ± 0.40 %"; of two books in USD nothing, which needs no words. */
export function gapUncertainty(uncertainty: number | null): string | undefined {
  if (uncertainty === null) return 'rates’ uncertainty unknown';
  return uncertainty === 0 ? undefined : `rates ${plusMinus(uncertainty)}`;
}

const WHY: Readonly<Record<WhyUnranked, (minutes: number) => string>> = {
  'not-fetched': (minutes) => `${count(minutes)} min not fetched`,
  'set-aside': (minutes) => `${count(minutes)} min set aside`,
  'left-out': (minutes) => `left out for ${count(minutes)} min`,
  'no-price': () => 'no price',
};

/** "Kraken (12 min not fetched)". */
export const unrankedVenue = (one: {
  readonly venue: string;
  readonly why: WhyUnranked;
  readonly minutes: number;
}): string => `${venueName(one.venue)} (${WHY[one.why](one.minutes)})`;

interface Ranking {
  readonly assets: number;
  readonly unranked: number;
  readonly leastVenues: number;
}

/** What a reader must know beside the rankings. */
export const lowsNotes = ({ assets, unranked, leastVenues }: Ranking): string[] =>
  assets === 0
    ? ['No data in this window, so nothing was ranked.']
    : [
        'A venue with a minute that was never fetched or was set aside, or that was left out on a day, is named and not ranked: its lowest price is not known.',
        ...(unranked === 0
          ? []
          : [
              `${count(unranked)} of ${count(assets)} ${assets === 1 ? 'asset' : 'assets'}: fewer than ${spelled(leastVenues)} venues are known in every minute, so none is ranked.`,
            ]),
      ];

/** "Binance: lowest in 9 of the 12 assets in which it was ranked"; of as many venues each, "Binance and OKX: each lowest in 9 assets"; that nobody was, where that is so. */
export const lowsFinding = (venues: LowsAnswer['venues']): string => {
  const firsts = mostOftenLowest(venues);
  const [first] = firsts;
  if (first === undefined) return venueLows.none;
  const { assets } = first.lowest;
  const who =
    firsts.length > MOST_LOWEST_NAMED ? `${count(firsts.length)} venues` : venueList(firsts.map(({ venue }) => venue));
  return firsts.length > 1
    ? `${who}: each lowest in ${count(assets)} ${assets === 1 ? 'asset' : 'assets'}`
    : `${venueName(first.venue)}: lowest in ${count(first.lowest.assets)} of the ${count(first.ranked)} assets in which it was ranked`;
};
