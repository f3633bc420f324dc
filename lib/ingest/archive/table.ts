import type { Market } from '../../domain/market';
import type { Archive, TradeArchive } from './archive';
import { ARCHIVES } from './candleArchives';
import { TRADE_ARCHIVES } from './tradeArchives';

type Of = Pick<Market, 'venue' | 'kind'>;

/** The archive of a market's candles, if there is one. */
export const archiveOf = (market: Of): Archive | undefined =>
  ARCHIVES.find(({ venue, kind }) => venue === market.venue && kind === market.kind);

/** The archive of a market's trades, if there is one. */
export const tradeArchiveOf = (market: Of): TradeArchive | undefined =>
  TRADE_ARCHIVES.find(({ venue, kind }) => venue === market.venue && kind === market.kind);
