/**
 * What a code knows by number. A code once given out is read for ever: these lists may grow at their end, and nothing
 * in them moves. A venue that is not among them is spelled out.
 */
export const CODE_VENUES: readonly string[] = [
  'binance',
  'bybit',
  'coinbase',
  'kraken',
  'okx',
  'gate',
  'kucoin',
  'bitget',
  'mexc',
  'htx',
  'cryptocom',
  'bitstamp',
  'gemini',
  'bitfinex',
  'upbit',
  'bithumb',
  'binanceus',
  'binanceusdm',
  'binancecoinm',
  'kucoinfutures',
];

/** The names of an address's query, in the order of their bits. */
export const CODE_NAMES: readonly string[] = [
  'v',
  'm',
  'from',
  'to',
  'venues',
  'markets',
  'reference',
  'bloc',
  'rate',
  'minPeers',
  'enter',
  'asOf',
  'scale',
  'focus',
  'lines',
  'digest',
];

/** Left out of a code where they are so, by the code's version: each was made for addresses of one version. */
const FIRST_USUAL: ReadonlyMap<string, string> = new Map([
  ['v', '2'],
  ['m', '2'],
  ['reference', 'others'],
  ['bloc', 'all'],
  ['rate', 'usd'],
  ['minPeers', '3'],
  ['enter', '0.02'],
  ['scale', 'linear'],
]);

export const CODE_USUAL: ReadonlyMap<number, ReadonlyMap<string, string>> = new Map([
  [1, FIRST_USUAL],
  [2, new Map([...FIRST_USUAL, ['v', '3'], ['scale', 'auto']])],
]);
