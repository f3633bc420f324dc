import type { Candle } from './candle';
import { pairOf, type Market, type Source } from './market';
import { formatMinute, type Minute } from './minute';

/**
 * The columns of a file of stored candles, CSV or Parquet: one row for every answered minute, so that "no trade"
 * survives as a row without prices. Numbers are the shortest text that reads back as the same float64; empty (null) is what
 * the source does not say. Minutes are ISO 8601 UTC.
 */
export const CANDLE_FILE_COLUMNS = [
  'venue',
  'base',
  'quote',
  'kind',
  'source',
  'minute',
  'open',
  'high',
  'low',
  'close',
  'base_volume',
  'quote_volume',
  'trades',
] as const;

/** The header line of such a CSV file: what it is recognised by. */
export const CANDLE_FILE_HEADER = CANDLE_FILE_COLUMNS.join(',');

/** One answered minute of one market by one source; no candle: no trade. */
export interface CandleFileRow {
  readonly market: Market;
  readonly source: Source;
  readonly minute: Minute;
  readonly candle: Omit<Candle, 'minute'> | undefined;
}

const shown = (value: number | undefined): string => (value === undefined || Number.isNaN(value) ? '' : String(value));

/** One CSV line, without its end. No field can hold a comma or a quotation mark. */
export function candleFileLine({ market, source, minute, candle }: CandleFileRow): string {
  const { venue, base, quote, kind } = market;
  const numbers = [
    candle?.open,
    candle?.high,
    candle?.low,
    candle?.close,
    candle?.baseVolume,
    candle?.quoteVolume,
    candle?.trades,
  ].map(shown);
  return [venue, base, quote, kind, source, formatMinute(minute), ...numbers].join(',');
}

/** `binance ATOM/USDT spot rest`: what rows of one market and source share. */
export const marketAndSourceOf = ({ market, source }: Pick<CandleFileRow, 'market' | 'source'>): string =>
  `${market.venue} ${pairOf(market)} ${market.kind} ${source}`;
