import { pairOf, type Market, type Source } from '../../../domain/market';
import { marketAndSource } from './marketLine';
import { plural } from './lines';

/** What an ingest says in lines, on a terminal or in a log. */

export const missingLine = (what: string): string => `missing: ${what}`;
export const noteLine = (note: string): string => `note: ${note}`;
export const NOTHING_MISSING = 'nothing is missing from the stored data; nothing to fetch';

/** "Kraken ATOM/USD (REST klines): 240 minutes identical, 1 differs, 3 new". */
export const recheckLine = (of: {
  readonly market: Market;
  readonly source: Source;
  readonly same: number;
  readonly differ: number;
  readonly fresh: number;
}): string =>
  `${marketAndSource({ ...of.market, market: pairOf(of.market), source: of.source })}: ${plural(of.same, 'minute')} identical, ${of.differ.toLocaleString('en')} ${of.differ === 1 ? 'differs' : 'differ'}, ${of.fresh.toLocaleString('en')} new`;
