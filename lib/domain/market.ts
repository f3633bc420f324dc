import { parsed, refused, type Parsed, type Unit } from './unit';

/** An exchange, by ccxt's id: `binance`, `coinbase`, `binancecoinm`, … */
export type Venue = Unit<string, 'Venue'>;

/** What is compared across venues, in capitals: `ATOM`, `WBETH`, `USDE`. */
export type Asset = Unit<string, 'Asset'>;

export const KINDS = ['spot', 'perp', 'mark', 'index'] as const;
/**
 * `spot`; `perp`: a perpetual contract's trades; `mark` and `index`: the price a venue computes for that contract and the
 * index it rests on, which nobody traded at. All but `spot` are stored and shown, never mixed into a spot reference.
 */
export type Kind = (typeof KINDS)[number];

/** Mark and index prices are computed, not traded: they have no volume, and a candle of theirs is a price wherever there is one. */
export const isComputed = (kind: Kind): boolean => kind === 'mark' || kind === 'index';

export const ROADS = ['rest', 'archive', 'trades', 'file', 'ui'] as const;
/** The road on which a candle reached us, see `Source`. */
export type Road = (typeof ROADS)[number];

export const SOURCES = [...ROADS, 'simulated', 'simulated-archive', 'simulated-trades', 'simulated-ui'] as const;
/**
 * Where a candle came from: `rest` (the venue's kline API through ccxt), `archive` (the venue's official dump), `trades`
 * (built from trades), `file` (a user's import), `ui` (Binance's display klines), and the same from the exchange simulator,
 * in the rehearsal database alone (`simulated` is its `rest`). Sources are never silently substituted for one another. The
 * order is the order of preference where several hold equally much.
 */
export type Source = (typeof SOURCES)[number];

export const isSimulated = (source: Source): boolean => source.startsWith('simulated');

/** What the simulator serves on a road. Nothing is imported into the rehearsal. */
export function simulatedSource(road: Exclude<Road, 'file'>): Source {
  return road === 'rest' ? 'simulated' : `simulated-${road}`;
}

/** The road of a source, the simulator's or an exchange's. */
export const roadOf = (source: Source): Road =>
  source === 'simulated' ? 'rest' : (source.replace('simulated-', '') as Road);

/** One venue's book. Prices are quote per base, volumes are base. */
export interface Market {
  readonly venue: Venue;
  readonly base: Asset;
  readonly quote: string;
  readonly kind: Kind;
}

export function parseVenue(text: string): Parsed<Venue> {
  if (!/^[a-z][a-z0-9]{1,29}$/.test(text)) return refused({ kind: 'not-a-venue', text });
  return parsed(text as Venue);
}

export function parseAsset(text: string): Parsed<Asset> {
  if (!/^[A-Za-z0-9]{1,20}$/.test(text)) return refused({ kind: 'not-an-asset', text });
  return parsed(text.toUpperCase() as Asset);
}

/** Reads `ATOM/USDT`. */
export function parsePair(text: string): Parsed<{ readonly base: Asset; readonly quote: string }> {
  const match = /^([A-Za-z0-9]{1,20})\/([A-Za-z0-9]{1,20})$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return refused({ kind: 'not-a-pair', text });
  return parsed({ base: match[1].toUpperCase() as Asset, quote: match[2].toUpperCase() });
}

/** `ATOM/USDT`. */
export const pairOf = (market: Pick<Market, 'base' | 'quote'>): string => `${market.base}/${market.quote}`;

/** `binance ATOM/USDT`, or `binancecoinm ATOM/USD perp`: how messages name a market. */
export const nameOf = (market: Market): string =>
  `${market.venue} ${pairOf(market)}${market.kind === 'spot' ? '' : ` ${market.kind}`}`;
