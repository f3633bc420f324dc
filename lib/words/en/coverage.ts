import type { HeldMarket } from '../../api/overview';

/** The share of the answered minutes in which the market traded, 0 to 1; undefined where nothing was answered. */
export const tradedShare = (market: Pick<HeldMarket, 'answeredMinutes' | 'traded'>): number | undefined =>
  market.answeredMinutes > 0 ? market.traded / market.answeredMinutes : undefined;
