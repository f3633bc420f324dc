import type { Kind } from '../../domain/market';

const WORDS: Readonly<Record<Kind, string>> = {
  spot: 'spot',
  perp: 'perpetual',
  mark: 'mark price',
  index: 'index',
};

/** What kind of price a market has. */
export const kindWords = (kind: Kind): string => WORDS[kind];
