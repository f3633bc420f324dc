import type { Kind } from '../../domain/market';

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
  /** How many of the latest minutes the candle endpoint serves; undefined: from the market's listing. */
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
  /** Where a raw row keeps what ccxt's six floats drop. */
  readonly quoteVolumeAt?: number | string;
  readonly tradesAt?: number | string;
  /** The row's own word on whether its minute is over, where it has one. */
  readonly closedMark?: { readonly at: number | string; readonly closed: string };
  /** Parameters ccxt is given beside since and limit, like `{ price: 'mark' }`. */
  readonly params?: Readonly<Record<string, unknown>>;
}

/** How a venue's public trades are asked for, where candles can be built from them. */
export interface TradeFacts {
  /** The most trades in one reply. */
  readonly cap: number;
  /** How many of the latest minutes are served; undefined: from the market's listing. */
  readonly depthMinutes?: number;
  /** How the page after a reply is asked for: the ccxt parameters, from the last trade of the reply (ascending) as the venue wrote it. */
  readonly next: (last: { readonly id: string | undefined; readonly timestampMs: number; readonly raw: unknown }) => Readonly<Record<string, unknown>>;
}

/** What the ingester must know of a venue beyond ccxt, each stated by the venue's own file; the fields of `CandleFacts` are its spot candles'. */
export interface VenueFacts extends CandleFacts {
  /** The ccxt class, where it is not called like the venue. */
  readonly ccxtClass?: string;
  /** ccxt options that keep the market list to spot. */
  readonly spotOnly?: Readonly<Record<string, unknown>>;
  /** The venue has no spot books (a derivatives venue of its own, like binanceusdm). */
  readonly noSpot?: true;
  /** Candles of other kinds the venue offers through the same class: what differs from its spot candles. */
  readonly kinds?: Readonly<Partial<Record<Exclude<Kind, 'spot'>, Partial<CandleFacts>>>>;
  /** Quotes compared here beside USDT, USD and USDC. */
  readonly quotes?: readonly string[];
  readonly trades?: TradeFacts;
}

export interface Capability extends VenueFacts {
  readonly ccxtClass: string;
  readonly rowsAsked: number;
  readonly leadMinutes: number;
}

export const capabilityOf = (venue: string, facts: VenueFacts): Capability => ({
  ...facts,
  ccxtClass: facts.ccxtClass ?? venue,
  rowsAsked: facts.rowsAsked ?? facts.cap,
  leadMinutes: facts.leadMinutes === undefined ? 0 : facts.leadMinutes,
});

/** The body itself, where it is the list. */
export const listItself = (body: unknown): readonly unknown[] | undefined => (Array.isArray(body) ? (body as readonly unknown[]) : undefined);

/** The list under a path of keys. */
export const listUnder = (...path: readonly string[]) => (body: unknown): readonly unknown[] | undefined => {
  let at: unknown = body;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !(key in at)) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return listItself(at);
};

/** The usual way to tell ccxt to list spot markets alone. */
export const SPOT_TYPES = { fetchMarkets: { types: ['spot'] } } as const;
