import { isSimulated, roadOf, type Road, type Source } from '../../domain/market';

const ROADS: Readonly<Record<Road, string>> = {
  rest: 'REST klines',
  archive: 'official archive',
  trades: 'built from trades',
  file: 'imported file',
  ui: 'display klines',
};

/** How a candle reached us. Whether an exchange or the simulator made it is said beside it. */
export const roadWords = (road: Road): string => ROADS[road];

/** A source: "REST klines", "simulated REST klines", "simulated, built from trades". */
export function sourceWords(source: Source): string {
  const road = ROADS[roadOf(source)];
  if (!isSimulated(source)) return road;
  return roadOf(source) === 'trades' ? `simulated, ${road}` : `simulated ${road}`;
}
