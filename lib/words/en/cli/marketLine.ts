import type { Source } from '../../../domain/market';
import { marketLabel, type NamedMarket } from '../market';
import { sourceWords } from '../sources';

/** "Binance ATOM/USDT perpetual (REST klines)": a market and where its candles come from. */
export const marketAndSource = (of: NamedMarket & { readonly source: Source }): string =>
  `${marketLabel(of)} (${sourceWords(of.source)})`;
