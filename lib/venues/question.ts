import { tickersOf } from '../domain/asset';
import { parsePair, parseVenue, type Kind } from '../domain/market';
import { epochMs, minuteRange, plus, type Minute } from '../domain/minute';
import { archiveFilesOf, type ArchiveFile } from './archiveTable';
import type { TickerMarket } from './asking';
import { DEPTH_MINUTES, UNDOCUMENTED_DEPTH } from './depth';
import { rowOf, type RowPlace, type StoredCandle } from './row';
import { ASKINGS } from './table';

/** How anybody asks a venue for one candle, and what it is to answer. */
export interface ExchangeQuestion {
  readonly address: string;
  /** Where in the reply's body the rows are; undefined: the body is the list. */
  readonly under: string | undefined;
  readonly isOneOfMany: boolean;
  readonly form: 'list' | 'object';
  readonly row: readonly RowPlace[];
  /** From this minute on the venue serves it no longer, or documents nothing; undefined: it serves from the listing. */
  readonly servedUntil: { readonly minute: Minute; readonly isDocumented: boolean } | undefined;
  readonly archives: readonly ArchiveFile[];
}

/** `candle`: the stored one, raw; null where it holds nothing. undefined: the venue has no such candles, or is not known. */
export function exchangeQuestion(
  venue: string,
  market: TickerMarket,
  minute: Minute,
  candle: StoredCandle,
): ExchangeQuestion | undefined {
  const asking = ASKINGS.get(venue);
  const ms = epochMs(minute);
  const request = asking?.request(market, ms);
  if (asking === undefined || request === undefined) return undefined;
  const { form, places } = asking.row(market);
  return {
    address: addressOf(request.host ?? asking.host, request),
    under: request.under ?? asking.under,
    isOneOfMany: asking.isOneOfMany === true,
    form,
    row: places.map((place) => rowOf(place, ms, candle)),
    servedUntil: servedUntil(venue, minute),
    archives: archiveFilesOf(venue, market, ms),
  };
}

/** A market of one minute as answers write it, and its candle in the market's own quote. */
export interface AskedMarket extends Pick<StoredCandle, 'baseVolume' | 'quoteVolume' | 'trades'> {
  readonly venue: string;
  /** `ATOM/USDT`. */
  readonly market: string;
  readonly kind: Kind;
  readonly raw: Pick<StoredCandle, 'open' | 'high' | 'low' | 'close'>;
}

/** The same under the ticker that the venue gave the asset in that minute. */
export function marketQuestion(
  { venue, market, kind, raw, baseVolume, quoteVolume, trades }: AskedMarket,
  minute: Minute,
): ExchangeQuestion | undefined {
  const pair = parsePair(market);
  const house = parseVenue(venue);
  if (!pair.ok || !house.ok) return undefined;
  const { base, quote } = pair.value;
  const tickers = tickersOf(house.value, base, minuteRange(minute, plus(minute, 1))).map(({ ticker }) => ticker);
  const ticker = tickers.includes(base) ? base : (tickers[0] ?? base);
  return exchangeQuestion(venue, { base: ticker, quote, kind }, minute, { ...raw, baseVolume, quoteVolume, trades });
}

function addressOf(
  host: string,
  { path, query }: { readonly path: string; readonly query: Readonly<Record<string, string | number>> },
): string {
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `https://${host}${path}${parameters.length === 0 ? '' : `?${parameters.join('&')}`}`;
}

const DEPTHS: ReadonlyMap<string, number> = new Map(Object.entries(DEPTH_MINUTES));

function servedUntil(venue: string, minute: Minute): ExchangeQuestion['servedUntil'] {
  const depth = DEPTHS.get(venue);
  return depth === undefined
    ? undefined
    : { minute: plus(minute, depth), isDocumented: !UNDOCUMENTED_DEPTH.has(venue) };
}
