import type { Kind } from '../domain/market';

/** A market under the ticker its venue gave it at the time. */
export interface TickerMarket {
  readonly base: string;
  readonly quote: string;
  readonly kind: Kind;
}

/** What a place in a venue's row says. `other`: something that no stored candle holds. */
export type Said =
  | 'seconds'
  | 'milliseconds'
  /** The last millisecond of the minute, and the first of the next. */
  | 'lastMillisecond'
  | 'nextMillisecond'
  /** `2025-10-10T21:20:00`, of UTC and of Korea. */
  | 'clockUtc'
  | 'clockKorea'
  | 'open'
  | 'high'
  | 'low'
  | 'close'
  | 'baseVolume'
  | 'quoteVolume'
  | 'trades'
  | 'other';

/** One place of a row: by the venue's own name for it, whether it is a JSON string. */
export interface Place {
  readonly name: string;
  readonly says: Said;
  readonly quoted: boolean;
}

/** A candle as a venue writes it: places in order (`list`), or under their names (`object`). */
export interface RowShape {
  readonly form: 'list' | 'object';
  readonly places: readonly Place[];
}

/** How a venue's public API is asked for the candle of one minute. */
export interface Asking {
  readonly host: string;
  /** Path and parameters that answer the minute which opens at `ms`; undefined: it has no candles of this kind. */
  readonly request: (market: TickerMarket, ms: number) => Request | undefined;
  readonly row: (market: TickerMarket) => RowShape;
  /** Where in the reply's body the rows are; undefined: the body is the list of rows. */
  readonly under?: string;
  /** Rows of other minutes come along, whatever is asked. */
  readonly isOneOfMany?: true;
}

export interface Request {
  /** Where it is another than the venue's usual one. */
  readonly host?: string;
  readonly under?: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | number>>;
}

export const MINUTE_MS = 60_000;
export const SECOND_MS = 1_000;

const MARK = /^"/;

/** Places as `name says`; `"` before the name: its value is a JSON string. */
const placesOf = (places: readonly (readonly [string, Said])[]): readonly Place[] =>
  places.map(([name, says]) => ({ name: name.replace(MARK, ''), says, quoted: MARK.test(name) }));

export const listed = (...places: readonly (readonly [string, Said])[]): RowShape => ({
  form: 'list',
  places: placesOf(places),
});

export const keyed = (...places: readonly (readonly [string, Said])[]): RowShape => ({
  form: 'object',
  places: placesOf(places),
});

/** `ATOMUSDT`. */
export const joined = ({ base, quote }: Pick<TickerMarket, 'base' | 'quote'>): string => `${base}${quote}`;

/** `ATOM-USDT`. */
export const dashed = ({ base, quote }: Pick<TickerMarket, 'base' | 'quote'>): string => `${base}-${quote}`;

/** `ATOM_USDT`. */
export const underscored = ({ base, quote }: Pick<TickerMarket, 'base' | 'quote'>): string => `${base}_${quote}`;
