import type { Minute, MinuteRange } from '../../domain/minute';
import type { Market, Venue } from '../../domain/market';
import type { Provenance } from '../../domain/observation';
import type { Timeframe } from '../../domain/timeframe';
import type { CandleRules, Capability } from '../venues/capability';
import type { Uncertain } from './listings';
import type { Page } from './page';

/** One public trade, read by the venue's ccxt class; what cannot be read is NaN. */
export interface Trade {
  readonly id: string | undefined;
  readonly ms: number;
  readonly price: number;
  /** In base, or in contracts where `TradePage.contract` says so. */
  readonly amount: number;
  readonly raw: unknown;
}

/** One reply to a request for trades, oldest first. */
export interface TradePage {
  readonly trades: readonly Trade[];
  /** Undefined: amounts are in base. Else what one contract is worth, and in which currency. */
  readonly contract: { readonly size: number; readonly worthIn: 'base' | 'quote' } | undefined;
  readonly venueClockMs: number;
  readonly provenance: Provenance;
}

/** Where trades are asked from: an instant on, or after a page (`TradeFacts.next`). */
export type TradesFrom = { readonly sinceMs: number } | { readonly next: Readonly<Record<string, unknown>> };

/** Of what else than its candles of a minute a venue is asked. */
export interface PageOf {
  /** Of its display candles. */
  readonly display?: boolean | undefined;
  readonly timeframe?: Timeframe | undefined;
}

/** One venue, through its ccxt class. Every method rejects with a `VenueError` when the venue does not answer. */
export interface VenueConnection {
  readonly venue: Venue;
  readonly capability: Capability;
  /**
   * The markets of the kinds wanted that the venue lists, delisted ones included where it still lists them; of several books
   * or contracts of one base and quote one: those in trade first, linear contracts before inverse ones.
   */
  markets(): Promise<readonly Market[]>;
  /** The listed tickers of which it is not certain which asset they mean: not among the markets. `markets` comes first. */
  uncertain(): readonly Uncertain[];
  /** The parts of a range in which a listed market goes by one ticker each: a renamed asset is asked for part by part. */
  partsOf(market: Market, range: MinuteRange): readonly MinuteRange[];
  /** How the candles of a listed market are asked for. */
  rules(market: Market): CandleRules;
  /** The first minute of a listed market, where its venue's list says so. */
  listedFrom(market: Market): Minute | undefined;
  /** The longer candles the venue has, by ccxt's list. */
  timeframes(): readonly Timeframe[];
  /** Asks for `rows` minutes from `since` on, or longer candles; `markets` comes first. */
  page(market: Market, since: Minute, rows: number, of?: PageOf): Promise<Page>;
  /** What one contract of a listed market is worth; undefined: it is no contract, or the list does not say. `markets` comes first. */
  contract(market: Market): TradePage['contract'];
  /** Asks for trades. `markets` comes first. */
  trades(market: Market, from: TradesFrom): Promise<TradePage>;
  /** Asks the venue for its time. */
  time(): Promise<void>;
  /** The venue's clock, by the latest reply's `Date` header carried on by ours; ours alone before any reply. */
  clockMs(): number;
  /** A further connection to the same venue, with the same list of markets: only where nobody's limits are strained. */
  another(): Promise<VenueConnection>;
}
