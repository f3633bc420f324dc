import { isComputed, type Kind } from '../../domain/market';
import { timeframeMinutes, type Timeframe } from '../../domain/timeframe';

/**
 * How the candles of one kind of market are asked for and read, beyond ccxt. A venue's oddities are facts here, never
 * branches elsewhere.
 */
export interface CandleFacts {
  /** The most rows the venue puts in one reply: a reply this full may have been cut. */
  readonly cap: number;
  /** The rows we ask for, at most `cap`. */
  readonly rowsAsked?: number;
  /** The first minutes asked beyond the range's own start, where the venue's bounds could leave the first one out. */
  readonly leadMinutes?: number;
  /** How many of the latest minutes the candle endpoint serves; undefined or Infinity: from the market's listing. */
  readonly depthMinutes?: number;
  /** Rows before the range may come along: they do not show that `since` was ignored. */
  readonly rowsMayPrecede?: boolean;
  /** The last row of every reply is one the venue has not settled. */
  readonly lastRowUnsettled?: boolean;
  /** What the venue sends for a minute without a trade: a flat row of volume 0, or no row. */
  readonly emptyMinutes: 'flat' | 'omitted';
  /** What the volume that ccxt reads counts; `none`: mark and index prices have none. */
  readonly volume: 'base' | 'quote' | 'contracts' | 'none';
  /** The rows in a reply's body, or undefined where the body has another shape. */
  readonly rowsIn: (body: unknown) => readonly unknown[] | undefined;
  /** Where a raw row keeps what ccxt's six floats drop; undefined: nowhere. */
  readonly quoteVolumeAt?: number | string | undefined;
  /** Where a contract's row counts contracts beside the base volume that ccxt reads: an inverse contract's give the quote volume. */
  readonly contractsAt?: number | string;
  readonly tradesAt?: number | string | undefined;
  /** The row's own word on whether its minute is over, where it has one. */
  readonly closedMark?: { readonly at: number | string; readonly closed: string } | undefined;
  /** Where a row says when its candle ends, in ms since 1970; undefined: nowhere. */
  readonly closesAt?: number | string | undefined;
  /** Parameters ccxt is given beside since and limit, like `{ price: 'mark' }`. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** Those of them that depend on what is asked, where the venue can be asked for a range that ccxt does not ask for. */
  readonly paramsFor?: (sinceMs: number, endMs: number) => Readonly<Record<string, unknown>>;
}

/** In what a venue's longer candles differ from its minutes; which of them it has, ccxt's own list of timeframes says. */
export interface LongerFacts {
  /**
   * Whether the venue's day candle, as ccxt asks for it, opens at 00:00 UTC, by its documentation or by assumption. false: it does not, or there is
   * reason to doubt it, and it is not asked for. A row of another opening is never stored, whatever stands here.
   */
  readonly utcDay: boolean;
  /**
   * How many of the latest minutes the longer candles reach back: `rows`: as many candles as it serves minutes; or said
   * for each, Infinity from the listing. Default: as far as the minutes.
   */
  readonly depthMinutes?: 'rows' | Readonly<Partial<Record<Timeframe, number>>>;
  /** The longest range of one request. */
  readonly longestMinutes?: number;
}

/** A trade as the venue wrote it, as far as its place in the order of trades goes. */
export interface TradePlace {
  readonly id: string | undefined;
  readonly timestampMs: number;
  readonly raw: unknown;
}

/**
 * How a venue's public trades are asked for, oldest first, where candles can be built from them. The first page is asked with
 * ccxt's `since` and `limit`, every further one with `limit` and the parameters of `next` alone. Every trade has an id.
 */
export interface TradeFacts {
  /** The most trades in one reply. */
  readonly cap: number;
  /** How many of the latest minutes are served; undefined: from the market's listing. */
  readonly depthMinutes?: number;
  /** How the page after a reply is asked for: the ccxt parameters, from the newest trade of the reply as the venue wrote it. */
  readonly next: (last: TradePlace) => Readonly<Record<string, unknown>>;
  /**
   * What shows that no trade is missing between two pages. `overlap` (default): the next page repeats the last trade of the one
   * before; `consecutive`: ids count up by one; `exclusive`: the venue documents that the page holds every trade after the id.
   */
  readonly link?: 'overlap' | 'consecutive' | 'exclusive';
  /** A page asked by `since` ends so many minutes later, however few trades it holds. */
  readonly windowMinutes?: number;
  /** How many trades a row stands for, where it may be several at one price. */
  readonly countOf?: (raw: unknown) => number;
  /** What amounts count where the market is a contract. Default: contracts. */
  readonly amount?: 'base';
  /** The kinds whose trades are served so; by default the venue's own: spot, or perp where it has no spot. */
  readonly kinds?: readonly ('spot' | 'perp')[];
}

/** Display candles: another endpoint of the same row shape, through a method of the ccxt class. */
export interface DisplayFacts {
  readonly ccxtMethod: string;
  readonly request: (marketId: string, sinceMs: number, rows: number) => Readonly<Record<string, unknown>>;
}

/** What the ingester must know of a venue beyond ccxt, each stated by the venue's own file; the fields of `CandleFacts` are its spot candles'. */
export interface VenueFacts extends CandleFacts {
  /** The ccxt class, where it is not called like the venue. */
  readonly ccxtClass?: string;
  /** ccxt options that keep the market list to spot. */
  readonly spotOnly?: Readonly<Record<string, unknown>>;
  /** ccxt options that list spot markets and perpetual contracts; undefined: ccxt's own list is no longer than that. */
  readonly withPerps?: Readonly<Record<string, unknown>>;
  /** The venue has no spot books (a derivatives venue of its own, like binanceusdm). */
  readonly noSpot?: true;
  /** Candles of other kinds the venue offers through the same class: what differs from its spot candles. */
  readonly kinds?: Readonly<Partial<Record<Exclude<Kind, 'spot'>, Partial<CandleFacts>>>>;
  /** Quotes compared here beside those asked of every venue. */
  readonly quotes?: readonly string[];
  /** What differs for an inverse contract's candles from a linear one's. */
  readonly inverse?: Partial<CandleFacts>;
  /** The dollar most of the venue's books are quoted in. Default: USDT. */
  readonly mainQuote?: string;
  readonly trades?: TradeFacts;
  readonly display?: DisplayFacts;
  /** Absent: nothing is known, and days are not asked for. */
  readonly longer?: LongerFacts;
}

export interface Capability extends VenueFacts {
  readonly ccxtClass: string;
}

export const capabilityOf = (venue: string, facts: VenueFacts): Capability => ({
  ...facts,
  ccxtClass: facts.ccxtClass ?? venue,
});

/** The facts of one market's candles, all of them. */
export interface CandleRules extends CandleFacts {
  readonly rowsAsked: number;
  readonly leadMinutes: number;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The facts of candles of a kind: the spot candles', with what the venue's file says of the kind (and of inverse contracts)
 * laid over. Mark and index candles have no volume, and are asked for by `price`, unless the file says otherwise.
 */
export function candleRules(facts: VenueFacts, kind: Kind, inverse: boolean): CandleRules {
  const computed: Partial<CandleFacts> = isComputed(kind) ? { volume: 'none', params: { price: kind } } : {};
  const own: Partial<CandleFacts> =
    kind === 'spot'
      ? {}
      : { ...computed, ...facts.kinds?.[kind], ...(inverse && kind === 'perp' ? facts.inverse : {}) };
  const merged: CandleFacts = { ...facts, ...own };
  return {
    ...merged,
    // A kind with a cap of its own is not asked for the rows of another.
    rowsAsked: own.rowsAsked ?? (own.cap === undefined ? facts.rowsAsked : undefined) ?? merged.cap,
    leadMinutes: merged.leadMinutes === undefined ? 0 : merged.leadMinutes,
    params: merged.params ?? {},
  };
}

/** The same of longer candles: `rowsAsked` and `leadMinutes` so that a request stays in the venue's bounds. */
export function longerRules(rules: CandleRules, { longer }: VenueFacts, timeframe: Timeframe): CandleRules {
  const step = timeframeMinutes(timeframe);
  const longest = Math.floor((longer?.longestMinutes ?? Infinity) / step);
  const { depthMinutes: depth = Infinity } = rules;
  const reach = longer?.depthMinutes;
  return {
    ...rules,
    rowsAsked: Math.min(rules.rowsAsked, longest),
    leadMinutes: rules.leadMinutes * step,
    depthMinutes: reach === 'rows' ? depth * step : (reach?.[timeframe] ?? depth),
  };
}

/** Whether the venue's trades of a kind are served. */
export const servesTrades = (facts: VenueFacts, kind: Kind): boolean =>
  facts.trades !== undefined &&
  (facts.trades.kinds ?? [facts.noSpot === true ? 'perp' : 'spot']).some((one) => one === kind);

/** The body itself, where it is the list. */
export const listItself = (body: unknown): readonly unknown[] | undefined =>
  Array.isArray(body) ? (body as readonly unknown[]) : undefined;

/** The list under a path of keys. */
export const listUnder =
  (...path: readonly string[]) =>
  (body: unknown): readonly unknown[] | undefined => {
    let at: unknown = body;
    for (const key of path) {
      if (typeof at !== 'object' || at === null || !(key in at)) return undefined;
      at = (at as Readonly<Record<string, unknown>>)[key];
    }
    return listItself(at);
  };

/** The usual way to tell ccxt to list spot markets alone. */
export const SPOT_TYPES = { fetchMarkets: { types: ['spot'] } } as const;
