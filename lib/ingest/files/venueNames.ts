/** Other spellings of venues in the files of data vendors, by our id. */
const VENUE_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  binance: ['binancespot'],
  binanceusdm: ['binancefutures', 'binanceusdm'],
  binancecoinm: ['binancedelivery', 'binancecoinm'],
  bitfinex: ['bitfinex2'],
  bitget: [],
  bithumb: [],
  bitstamp: [],
  bybit: ['bybitspot'],
  coinbase: ['coinbaseexchange', 'coinbasepro', 'gdax'],
  cryptocom: ['cryptocomexchange'],
  gate: ['gateio', 'gateiofutures'],
  gemini: [],
  htx: ['huobi', 'huobipro', 'huobidmswap', 'huobidmlinearswap'],
  kraken: [],
  kucoin: [],
  kucoinfutures: [],
  mexc: [],
  okx: ['okex', 'okexswap', 'okexspot', 'okxswap', 'okxspot'],
  upbit: [],
};

/** The venue that a word of a file names, in whatever spelling; undefined: none that is known. */
export function venueNamed(text: string): string | undefined {
  const word = text.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  return Object.entries(VENUE_SPELLINGS).find(([id, others]) => id === word || others.includes(word))?.[0];
}
