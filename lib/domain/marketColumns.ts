import type { CandleColumns } from './candle';
import type { Market, Source } from './market';

/** Candles that say whose they are: of one market, from one source. Columns and their market never travel apart, paired by place. */
export interface MarketColumns {
  readonly market: Market;
  readonly source: Source;
  readonly candles: CandleColumns;
}
