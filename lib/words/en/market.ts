import { pairOf, type Kind, type Market } from '../../domain/market';
import { kindWords } from './kinds';
import { venueName } from './venues';

/** What of a market is named. */
export interface NamedMarket {
  readonly venue: string;
  /** `ATOM/USDT` */
  readonly market: string;
  readonly kind: Kind;
}

/** "ATOM/USDT", "ATOM/USD perpetual": a market beside its venue. Spot is the usual kind and is not named. */
export const pairWords = ({ market, kind }: Omit<NamedMarket, 'venue'>): string =>
  kind === 'spot' ? market : `${market} ${kindWords(kind)}`;

/** "Binance (ATOM/USDT)", "OKX (ATOM/USDT perpetual)", "Bybit (ATOM/USDT mark price)": a market in a sentence. */
export const marketName = ({ venue, market, kind }: NamedMarket): string =>
  `${venueName(venue)} (${pairWords({ market, kind })})`;

/** The same without brackets, in a list or a legend. */
export const marketLabel = ({ venue, market, kind }: NamedMarket): string =>
  `${venueName(venue)} ${pairWords({ market, kind })}`;

/** "Binance", "Binance perpetual": a market among those of one asset, where a venue has one of each kind. */
export const venueAndKind = ({ venue, kind }: Omit<NamedMarket, 'market'>): string =>
  kind === 'spot' ? venueName(venue) : `${venueName(venue)} ${kindWords(kind)}`;

const named = (market: Market): NamedMarket => ({ ...market, market: pairOf(market) });

/** "Binance ATOM/USDT perpetual": how messages name a market. */
export const marketText = (market: Market): string => marketLabel(named(market));

/** "ATOM/USDT perpetual": the same where the venue is named already. */
export const pairText = (market: Market): string => pairWords(named(market));
