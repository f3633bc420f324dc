import type { Source } from '../../domain/market';

const SOURCES: Readonly<Record<Source, string>> = {
  rest: 'REST klines',
  archive: 'official archive',
  trades: 'built from trades',
  file: 'imported file',
  ui: 'display klines',
  simulated: 'simulated klines',
  'simulated-archive': 'simulated archive',
  'simulated-trades': 'simulated, from trades',
  'simulated-ui': 'simulated display klines',
};
/** A source in words a reader of the page understands. */
export const sourceWords = (source: Source): string => SOURCES[source];
