import type { AnalysedMarket, AnyMarket } from './deviations';

/** Those of an answer's markets that took part. */
export const takingPart = (markets: readonly AnyMarket[]): AnalysedMarket[] =>
  markets.filter((one): one is AnalysedMarket => one.rate !== null);
