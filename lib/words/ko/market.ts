import { pairOf, type Market } from '../../domain/market';
import type { NamedMarket } from '../en/market';
import { kindWords } from './kinds';
import { venueName } from './venues';

/** "ATOM/USDT", "ATOM/USD 무기한 선물". */
export const pairWords = ({ market, kind }: Omit<NamedMarket, 'venue'>): string =>
  kind === 'spot' ? market : `${market} ${kindWords(kind)}`;

export const marketName = ({ venue, market, kind }: NamedMarket): string =>
  `${venueName(venue)} (${pairWords({ market, kind })})`;

export const marketLabel = ({ venue, market, kind }: NamedMarket): string =>
  `${venueName(venue)} ${pairWords({ market, kind })}`;

export const venueAndKind = ({ venue, kind }: Omit<NamedMarket, 'market'>): string =>
  kind === 'spot' ? venueName(venue) : `${venueName(venue)} ${kindWords(kind)}`;

const named = (market: Market): NamedMarket => ({ ...market, market: pairOf(market) });

export const marketText = (market: Market): string => marketLabel(named(market));

export const pairText = (market: Market): string => pairWords(named(market));
