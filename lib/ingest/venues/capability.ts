/**
 * What the ingester must know of a venue beyond ccxt, each stated by the venue's own file. Only differences are stated;
 * `capabilityOf` fills in the usual. A venue's oddities are facts here, never branches elsewhere.
 */
export interface VenueFacts {
  /** The ccxt class, where it is not called like the venue. */
  readonly ccxtClass?: string;
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
  /** ccxt options that keep the market list to spot. */
  readonly spotOnly?: Readonly<Record<string, unknown>>;
  /** The rows in a reply's body, or undefined where the body has another shape. */
  readonly rowsIn: (body: unknown) => readonly unknown[] | undefined;
  /** Where a raw row keeps what ccxt's six floats drop. */
  readonly quoteVolumeAt?: number;
  readonly tradesAt?: number;
  /** The row's own word on whether its minute is over, where it has one. */
  readonly closedMark?: { readonly at: number; readonly closed: string };
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
