import type { Candle, CandleColumns } from '../domain/candle';
import type { Kind } from '../domain/market';
import type { ContentFault } from './faults';
import type { Span } from './longer';
import type { ContractMarket, Scenario, SimulatedMarket } from './scenario';

/** A request as a venue's own server would see it. */
export interface Ask {
  /** The host the client meant, like `api.binance.com`. */
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The groups of the endpoint's path pattern. */
  readonly named: Readonly<Record<string, string>>;
  /** The venue's clock, in milliseconds since 1970. */
  readonly nowMs: number;
  /** The spot markets this venue lists. */
  readonly markets: readonly SimulatedMarket[];
  /** Its perpetual contracts, with the mark and index prices it computes for them. */
  readonly contracts: readonly ContractMarket[];
  /** The candles of one of these markets, for replies made of something else than candles. */
  readonly candles: (market: SimulatedMarket) => CandleColumns;
  /** The scenario's display rows that differ from its candles, see `Scenario.shown`. */
  readonly shown: NonNullable<Scenario['shown']>;
  /** What goes wrong in the content of a file: candle pages have it done to them. */
  readonly fault: ContentFault | undefined;
}

/** A ready reply. `body` is written as JSON. */
export interface Plain {
  readonly kind: 'plain';
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A reply written row by row: `row` is one candle's JSON text, `body` puts the rows, joined by commas, into the reply. It
 * says the same as a function of all rows, several times faster.
 */
export interface RowText {
  readonly row: (row: Candle, closed: boolean) => string;
  readonly body: (rows: string) => string;
}

/** Which candles a request asks for, in the venue's own terms, and how the venue writes them. */
export interface CandlePage {
  readonly kind: 'candles';
  readonly market: SimulatedMarket;
  /** What a candle spans. Default: a minute. Bounds are minutes all the same: of the openings asked for. */
  readonly span?: Span;
  /** The first open minute asked for, inclusive; undefined: as far back as the venue reaches. */
  readonly from: number | undefined;
  /** Exclusive; undefined: up to the venue's clock. */
  readonly to: number | undefined;
  /** The most rows this reply holds, and which end of the range stays when there are more. */
  readonly limit: number;
  readonly keep: 'oldest' | 'newest';
  /** The oldest minute the endpoint still serves. */
  readonly reachesBackTo?: number;
  /** `flat`: a minute without a trade comes as a zero-volume row at the last close; `omitted`: it has no row. */
  readonly emptyMinutes: 'flat' | 'omitted';
  /** Whether the candle that is still open is served. */
  readonly servesForming: boolean;
  /** Whether the last candle before `from` is sent along when the first minute asked for has no trade. */
  readonly mayPrecede?: boolean;
  readonly order: 'ascending' | 'descending';
  /** The reply's body. `closed` tells whether the venue's clock has passed the candle's end. */
  readonly write: ((rows: readonly Candle[], closed: (row: Candle) => boolean) => unknown) | RowText;
  /** What an endpoint shows instead of the market's candle, where it shows something else. */
  readonly shownAs?: (candle: Candle) => Candle;
}

/** A ready reply, written as JSON already: several times faster where it holds thousands of rows. */
export interface Written {
  readonly kind: 'written';
  readonly body: string;
}

/** A ready file, as its bytes. */
export interface Binary {
  readonly kind: 'binary';
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

export type Answer = Plain | Written | Binary | CandlePage;

/** One endpoint of a venue: its path as a pattern over the whole path, and what it answers. */
export interface Endpoint {
  readonly path: RegExp;
  readonly answer: (ask: Ask) => Answer;
}

/** A venue's public interface, stated by itself: the simulator shares no fact with the ingester. */
export interface VenueProfile {
  readonly venue: string;
  readonly endpoints: readonly Endpoint[];
  /** What the venue answers to a path it does not know. */
  readonly unknownPath: Plain;
}

export const plain = (body: unknown, status = 200): Plain => ({ kind: 'plain', status, body });

export const written = (body: string): Written => ({ kind: 'written', body });

export const binaryOf = (body: Buffer, type: string, status = 200): Binary => ({ kind: 'binary', status, type, body });

/** The market with the venue's own id, or undefined. */
export const marketOf = (
  ask: Ask,
  id: string | null,
  idOf: (market: SimulatedMarket) => string,
): SimulatedMarket | undefined => ask.markets.find((market) => idOf(market) === id);

/** The contract market of a kind with the venue's own id, or undefined. */
export const contractOf = (
  ask: Ask,
  kind: Kind,
  id: string | null,
  idOf: (market: ContractMarket) => string,
): ContractMarket | undefined => ask.contracts.find((market) => market.kind === kind && idOf(market) === id);

/** The span a venue calls by a name, or undefined where it knows none of that name. */
export const spanOf = (spans: Readonly<Record<string, Span>>, name: string | null): Span | undefined =>
  name !== null && Object.hasOwn(spans, name) ? spans[name] : undefined;

/** A whole number from the query, or undefined when it is absent or no number. */
export function wholeOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The row limit asked for, clamped to the venue's cap. */
export const limitOf = (query: URLSearchParams, name: string, usual: number, cap: number): number =>
  Math.min(cap, Math.max(1, wholeOf(query, name) ?? usual));

/** The tick of a number of decimals, as venues write it: 3 decimals are `0.001`. */
export const tickOf = (decimals: number): string => (decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`);

/** Every currency code the venue's markets use, sorted. */
export const codesOf = (ask: Ask): readonly string[] =>
  [...new Set([...ask.markets, ...ask.contracts].flatMap((market) => [market.base as string, market.quote]))].sort();
