import type { Market } from '../../domain/market';

/** Tells markets apart, and sorts them by venue, base, quote and kind. */
export const marketKey = ({ venue, base, quote, kind }: Market): string => `${venue} ${base} ${quote} ${kind}`;
