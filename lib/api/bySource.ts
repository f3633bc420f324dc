import type { AnalysedMarket } from './deviations';

/** Markets whose candles came by one road, in the order of the first of each. */
export interface OfSource {
  readonly source: AnalysedMarket['source'];
  readonly markets: readonly AnalysedMarket[];
}

/** Markets gathered by the source of their candles: sixteen venues share two or three. */
export function bySource(all: readonly AnalysedMarket[]): readonly OfSource[] {
  const gathered = new Map<AnalysedMarket['source'], AnalysedMarket[]>();
  for (const market of all) gathered.set(market.source, [...(gathered.get(market.source) ?? []), market]);
  return [...gathered].map(([source, markets]) => ({ source, markets }));
}
