import { isComputed, type Kind, type Source } from '../../../domain/market';
import { marketLabel, type NamedMarket } from '../market';
import { sourceWords } from '../sources';

/** "Binance ATOM/USDT perpetual (REST klines)": a market and where its candles come from. */
export const marketAndSource = (of: NamedMarket & { readonly source: Source }): string =>
  `${marketLabel(of)} (${sourceWords(of.source)})`;

/** What is counted of a book's minutes: nobody trades at a mark or an index price. */
export const minutesWith = (kind: Kind): string => (isComputed(kind) ? 'min with a price' : 'min with trades');
