import { pairOf, type Market } from '../../domain/market';
import { formatMinute, type MinuteRange } from '../../domain/minute';
import { venueName } from './venues';

/** `ATOM/USDT`, or `ATOM/USDT perp`. */
export const bookName = (market: Market): string =>
  `${pairOf(market)}${market.kind === 'spot' ? '' : ` ${market.kind}`}`;

/** `Binance ATOM/USDT`, or `Binance COIN-M ATOM/USD perp`. */
export const marketName = (market: Market): string => `${venueName(market.venue)} ${bookName(market)}`;

/** `2025-10-10T20:00Z to 2025-10-11T00:00Z`. */
export const rangeText = (range: MinuteRange): string => `${formatMinute(range.from)} to ${formatMinute(range.to)}`;
