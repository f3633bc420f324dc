import type { Kind } from '../../domain/market';

const WORDS: Readonly<Record<Kind, string>> = {
  spot: 'spot',
  perp: 'perpetual',
  mark: 'mark price',
  index: 'index',
};

/** What kind of price a market has. */
export const kindWords = (kind: Kind): string => WORDS[kind];

/** "ATOM/USDT", "ATOM/USD perpetual": a market beside its venue. Spot is the usual kind and is not named. */
export const pairWords = ({ market, kind }: { readonly market: string; readonly kind: Kind }): string =>
  kind === 'spot' ? market : `${market} ${WORDS[kind]}`;
