/**
 * Every constant of the method, once, with its reason and its section. `docs/method` and the page "The method" print these;
 * whoever changes one changes published numbers and raises METHOD_VERSION. The second reading of the method in
 * lib/analysis/testing writes its own on purpose: it proves nothing if both readings share a slip.
 *
 * Shares and levels are plain ratios: 0.02 is 2 %.
 */

/** Whoever changes a rule of the method raises it; permalinks and exports name it. */
export const METHOD_VERSION = 2;

// Section 2: one currency.

/** The bases whose books lend legs to a quote's rate: the most liquid books of every venue. */
export const LEG_BASES = ['BTC', 'ETH'] as const;
export const isLegBase = (base: string): boolean => LEG_BASES.some((one) => one === base);
/** Venues a base's price in USD needs before it carries a leg: with one, a single book would set everybody's rate. */
export const LEAST_USD_VENUES = 2;
/** A leg further than this factor from the median of the others is dropped: no market of one thing parts so far, another thing's does. */
export const FURTHEST_LEG = 3;
/** Legs, and venues that gave them, from which on a rate is called measured: `legs`; below either it is `thin`. */
export const LEAST_LEGS = 3;
export const LEAST_LEG_VENUES = 2;
/** With fewer legs than this, or fewer venues, half their range is the error: a deviation of so few has no middle. */
export const ENOUGH_LEGS = 5;
export const ENOUGH_LEG_VENUES = 3;
/** Minutes to each side of the centred median that smooths a rate: five minutes in all, so that one bad trade sets no rate. */
export const RATE_MARGIN = 2;
/** The error of an assumed parity: as far as a large stablecoin closed below USD and came back (USDC 0.874 on 2023-03-11). */
export const PARITY_ERROR = 0.13;

/** The share of a day's traded minutes in which two books of a venue and base are equal, from which on they are suspected to be one. */
export const ALIAS_SHARE = 0.99;
/** Traded minutes of a day such a suspicion needs. */
export const LEAST_ALIAS_MINUTES = 30;

/** Further than this factor from the other venues, most of a day, a ticker is suspected to name another coin or unit. */
export const NAMESAKE_FACTOR = 3;
export const NAMESAKE_SHARE = 0.9;
/** Common traded minutes of a day such a suspicion needs: a crash of minutes never meets it. */
export const LEAST_NAMESAKE_MINUTES = 240;
/** Other venues it needs in each of them. */
export const LEAST_NAMESAKE_VENUES = 3;

// Section 3: markets and reference.

/** The order in which equals are taken, and the first of two books that are one; the rest follow by the alphabet. */
export const QUOTE_ORDER: readonly string[] = ['USD', 'USDT', 'USDC'];
/** The place of a quote in that order; every other quote comes behind them all. */
export const quoteRank = (quote: string): number =>
  QUOTE_ORDER.includes(quote) ? QUOTE_ORDER.indexOf(quote) : QUOTE_ORDER.length;
/** The share of a book's traded minutes of a day that need a measured or thin rate before its volume counts first. */
export const LEAST_RATED_SHARE = 0.9;
/** The two blocs whose medians are told apart, and the books each needs. */
export const BLOCS = ['USD', 'USDT'] as const;
export const LEAST_BLOC_BOOKS = 2;
/** Other venues that a median needs unless a reader lowers it: with two, one bad price makes the others look wrong. */
export const DEFAULT_MIN_PEERS = 3;
/** What a reader may lower it to; below 2 there is no median, only another venue. */
export const LEAST_MIN_PEERS = 2;
/** Peers from which on a reference is called strong: one bad price among them moves the median by one place at most. */
export const STRONG_PEERS = 5;
/** Venues an asset needs so that leaving one out leaves DEFAULT_MIN_PEERS. */
export const ENOUGH_VENUES = DEFAULT_MIN_PEERS + 1;
/** Makes the median absolute deviation of a normal sample estimate its standard deviation: 1 ÷ Φ⁻¹(3/4). */
export const MAD_TO_SIGMA = 1.4826;

// Section 5: episodes.

/** The entry level T where nobody chose another: what spreads and delays between calm markets rarely reach. */
export const DEFAULT_ENTER = 0.02;
/** T of stablecoins, pegged and wrapped assets: their prices are tied to something and move less. */
export const TIED_ENTER = 0.01;
/** An episode is left below this share of T: half, against flicker around T. */
export const LEAVE_SHARE = 0.5;
/** Measured minutes in a row below the leaving level that end an episode, and closes below it that make a recovery. */
export const CALM_MINUTES = 3;
/** More missing minutes in a row than these close an episode: what came after is not known to be the same one. */
export const MOST_MISSING_MINUTES = 30;
/** The depths beyond which a scorecard counts minutes. */
export const SCORECARD_LEVELS = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5] as const;

// Section 6: the market itself, as control.

/** The first closes of a window whose median is the level before anything happened: one close may be a stray trade. */
export const FIRST_CLOSES = 5;

/** Venues that a ranking of the lowest needs. */
export const LEAST_LOW_VENUES = 4;
/** A lowest price this far beyond the next, less both uncertainties, is counted by itself. */
export const LOWEST_GAP = 0.1;

// Section 7: wrapped and pegged assets.

/** Minutes over which the ratio to the underlying is taken: the whole UTC day before the minute's own. */
export const RATIO_MINUTES = 1_440;
/** Common minutes a ratio needs: fewer are no calibration, and one odd hour must not set the scale of a day. */
export const LEAST_RATIO_MINUTES = 60;
/** What a pegged asset is compared with, in USD. */
export const PEG_USD = 1;

// Section 8: how unusual.

/** Days before the window with which its peaks are compared: a whole week, for markets differ by weekday. */
export const BASELINE_DAYS = 7;
/** Measured minutes a baseline needs: a day of them. */
export const LEAST_BASELINE_MINUTES = 1_440;
/** A market calmer than one basis point counts as that: nothing is measured finer. */
export const LEAST_SIGMA = 0.0001;

// Section 9: order of events.

/** The depths whose first minute is shown. */
export const EVENT_LEVELS = [0.01, 0.05, 0.1] as const;

// Section 11: a venue against itself.

/** How far a venue's longer volume may be from the sum of its minutes, relative: what adding floats in another order may change. */
export const VOLUME_TOLERANCE = 1e-9;
