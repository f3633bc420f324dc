import type { TickerMarket } from './asking';

type Pair = Pick<TickerMarket, 'base' | 'quote'>;

/** Kraken's own codes: XBT is Bitcoin, XDG Dogecoin (its list of assets). Its files and its API call pairs so. */
const KRAKEN_CODES: Readonly<Record<string, string>> = { BTC: 'XBT', DOGE: 'XDG' };
const krakenCode = (code: string): string => KRAKEN_CODES[code] ?? code;
export const krakenPair = ({ base, quote }: Pair): string => `${krakenCode(base)}${krakenCode(quote)}`;

/** Bitfinex's names of three letters, as ccxt reads them (bitfinex.js, commonCurrencies). */
const BITFINEX_NAMES: Readonly<Record<string, string>> = {
  USDT: 'UST',
  USDC: 'UDC',
  ATOM: 'ATO',
  ALGO: 'ALG',
  AMPL: 'AMP',
  DASH: 'DSH',
  IOTA: 'IOT',
  MANA: 'MNA',
  QTUM: 'QTM',
  RBTC: 'RBT',
  STORJ: 'STJ',
  TUSD: 'TSD',
  BCH: 'BCHN',
};
const bitfinexName = (code: string): string => BITFINEX_NAMES[code] ?? code;

/** `BTCUSD`, `ATOUST`, but `DOGE:USD`: a longer name is set off by a colon. */
export function bitfinexPair({ base, quote }: Pair): string {
  const names = [bitfinexName(base), bitfinexName(quote)];
  return names.join(names.some((name) => name.length > 3) ? ':' : '');
}

/** Korea's clock is nine hours ahead of UTC, all year. */
const KOREA_AHEAD_MS = 9 * 3_600_000;

/** `2025-10-11T06:20:00`, without a zone. */
export const clockText = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
export const koreanTime = (ms: number): string => clockText(ms + KOREA_AHEAD_MS);
