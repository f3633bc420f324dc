import { tickersOf } from '../../domain/asset';
import type { Market } from '../../domain/market';
import { clampedMinute, minuteRange } from '../../domain/minute';
import { claimWords } from '../../words/en/files';
import { marketText } from '../../words/en/market';
import { venueName } from '../../words/en/venues';
import type { Claims } from './columns';
import type { Line } from './line';
import { FileRefused } from './refused';

/** Codes some venues use for a currency of another name. */
const OTHER_CODES: Readonly<Record<string, readonly string[]>> = {
  BTC: ['XBT', 'XXBT'],
  ETH: ['XETH'],
  DOGE: ['XDG', 'XXDG'],
  XRP: ['XXRP'],
  LTC: ['XLTC'],
  USD: ['ZUSD'],
  EUR: ['ZEUR'],
  USDT: ['UST'],
};

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
  htx: ['huobi', 'huobipro', 'huobidmswap'],
  kraken: [],
  kucoin: [],
  kucoinfutures: [],
  mexc: [],
  okx: ['okex', 'okexswap', 'okexspot', 'okxswap', 'okxspot'],
  upbit: [],
};

/** How a file writes that its candles last one minute. */
const ONE_MINUTE = /^(1m|1min|1minute|1t|m1|60|60s|pt1m|oneminute|minute|1)$/;

const plain = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '');

const venueNamed = (text: string): string | undefined => {
  const word = plain(text).toLowerCase();
  return Object.entries(VENUE_SPELLINGS).find(([id, others]) => id === word || others.includes(word))?.[0];
};

const ALWAYS = minuteRange(clampedMinute(0), clampedMinute(Infinity));

const spellings = (code: string): readonly string[] => [code, ...(OTHER_CODES[code] ?? [])];

/** What may follow base and quote: the kind of contract, or the currency it is settled in. */
const isSuffix = (rest: string, base: string, quote: string): boolean =>
  /^(PERP|PERPETUAL|SWAP|SPOT|UMCBL|DMCBL|SPBL)?$/.test(rest) || [base, quote].some((code) => rest === code);

/**
 * Whether a symbol may name the market: `ATOMUSDT`, `ATOM-USDT-SWAP`, `ATOM/USDT:USDT`, `tATOMUSD`, `XXBTZUSD`, by any ticker the
 * asset ever had at the venue. A venue's number for a market says nothing.
 */
export function mayName(symbol: string, market: Market): boolean {
  if (/^\d*$/.test(symbol)) return true;
  const written = plain(symbol);
  const texts = [written, ...(/^t[A-Z]/.test(written) ? [written.slice(1)] : [])].map((text) => text.toUpperCase());
  const tickers = [market.base as string, ...tickersOf(market.venue, market.base, ALWAYS).map(({ ticker }) => ticker)];
  return [...new Set(tickers.flatMap(spellings))].some((base) =>
    spellings(market.quote).some((quote) =>
      texts.some(
        (text) => text.startsWith(`${base}${quote}`) && isSuffix(text.slice(base.length + quote.length), base, quote),
      ),
    ),
  );
}

/** Holds what each row of a file says of its market, exchange and interval against what the file is imported as. */
export class ClaimCheck {
  readonly #before: { symbol: string | undefined; exchange: string | undefined; interval: string | undefined } = {
    symbol: undefined,
    exchange: undefined,
    interval: undefined,
  };

  constructor(
    readonly path: string,
    readonly market: Market,
    readonly claims: Claims,
  ) {}

  /** Whether the file says of itself that its candles last one minute. */
  get saysOneMinute(): boolean {
    return this.#before.interval !== undefined;
  }

  /** Throws `FileRefused` for a row that contradicts. */
  take(cells: readonly string[], line: Line): void {
    const { path, market, claims } = this;
    const said = (at: number): string | undefined => {
      const text = cells[at]?.trim();
      return text === '' ? undefined : text;
    };
    const symbol = said(claims.symbol);
    if (symbol !== undefined && symbol !== this.#before.symbol) {
      if (this.#before.symbol !== undefined)
        throw new FileRefused(
          claimWords.manyMarkets(path, line.number, symbol.slice(0, 30), this.#before.symbol.slice(0, 30)),
        );
      if (!mayName(symbol, market))
        throw new FileRefused(claimWords.otherMarket(path, line.number, symbol.slice(0, 30), marketText(market)));
      this.#before.symbol = symbol;
    }
    const exchange = said(claims.exchange);
    if (exchange !== undefined && exchange !== this.#before.exchange) {
      const named = venueNamed(exchange);
      if (named !== undefined && named !== market.venue)
        throw new FileRefused(claimWords.otherVenue(path, line.number, exchange.slice(0, 30), venueName(market.venue)));
      this.#before.exchange = exchange;
    }
    const interval = said(claims.interval);
    if (interval !== undefined && interval !== this.#before.interval) {
      if (!ONE_MINUTE.test(plain(interval).toLowerCase()))
        throw new FileRefused(claimWords.otherInterval(path, line.number, interval.slice(0, 30)));
      this.#before.interval = interval;
    }
  }
}
