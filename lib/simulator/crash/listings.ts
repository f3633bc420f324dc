import type { Asset, Venue } from '../../domain/market';
import type { SimulatedMarket } from '../scenario';

/** Venues outside the USA that quote in USDT; they move together, and apart from those with published dollar figures. */
const OFFSHORE = ['binance', 'okx', 'bybit', 'kucoin', 'gate', 'bitget'] as const;
const LATER_OFFSHORE = ['htx', 'mexc'] as const;
const DOLLAR = ['coinbase', 'kraken'] as const;
const LATER_DOLLAR = ['bitfinex', 'bitstamp', 'cryptocom', 'gemini'] as const;
const WON = ['upbit', 'bithumb'] as const;

/** Venues whose main books are in USD: their USDT and USDC books are side books. */
const MAINLY_DOLLAR: ReadonlySet<string> = new Set([...DOLLAR, ...LATER_DOLLAR]);

/** Books larger than the one the venue's others suggest: two whose ATOM trades in USDT, beside a smaller book in USD. */
const MAIN_IN_USDT: ReadonlySet<string> = new Set(['bitfinex ATOM', 'cryptocom ATOM']);

/** The quote of a venue's largest book of a base. */
const mainQuote = ({ venue, base }: Pick<SimulatedMarket, 'venue' | 'base'>): string =>
  MAINLY_DOLLAR.has(venue) && !MAIN_IN_USDT.has(`${venue} ${base}`) ? 'USD' : 'USDT';

/** Won books are all a venue has; every other venue has one main book of a base, in USD or USDT. */
const isMainBook = (market: SimulatedMarket): boolean => market.quote === 'KRW' || market.quote === mainQuote(market);

const MAJORS = ['BTC', 'ETH', 'SOL', 'XRP', 'DOGE', 'ATOM'] as const;

/** Decimals of a price by base; kraken writes ATOM and SOL with its own. */
const PRICE_DECIMALS: Readonly<Record<string, number>> = {
  BTC: 2,
  ETH: 2,
  SOL: 2,
  XRP: 4,
  DOGE: 5,
  ATOM: 3,
  FIL: 4,
  POL: 5,
  WBETH: 2,
  BNSOL: 2,
  USDE: 4,
  USDC: 5,
  USDT: 5,
  FDUSD: 4,
  EUR: 5,
};
/** Cheap in won: written in tenths of a won, the rest in whole won. */
const TENTHS_OF_WON: ReadonlySet<string> = new Set(['DOGE', 'POL']);
const VOLUME_DECIMALS: Readonly<Record<string, number>> = { BTC: 5, ETH: 4, WBETH: 4, SOL: 3, BNSOL: 3 };

function priceDecimals(venue: string, base: string, quote: string): number {
  if (quote === 'KRW') return TENTHS_OF_WON.has(base) ? 1 : 0;
  // Kraken's published ATOM figures have four decimals, the others' three.
  return venue === 'kraken' && base === 'ATOM' ? 4 : (PRICE_DECIMALS[base] ?? 4);
}

const market = (venue: string, pair: string): SimulatedMarket => {
  const [base = '', quote = ''] = pair.split('/');
  return {
    venue: venue as Venue,
    base: base as Asset,
    quote,
    kind: 'spot',
    priceDecimals: priceDecimals(venue, base, quote),
    volumeDecimals: VOLUME_DECIMALS[base] ?? 2,
  };
};

const each = (venues: readonly string[], pairs: readonly string[]): readonly SimulatedMarket[] =>
  venues.flatMap((venue) => pairs.map((pair) => market(venue, pair)));

/**
 * Second books in which a trade is rare. Together with the coins' euro books they are what a rate, and the choice of a venue's
 * book, must not be misled by.
 */
const THIN: readonly SimulatedMarket[] = [
  ...each(['okx', 'bybit'], ['SOL/USDC', 'XRP/USDC', 'ATOM/USDC']),
  ...each(['kraken'], ['SOL/USDC', 'ATOM/EUR', 'USDC/EUR']),
  ...each(['binance'], ['ATOM/FDUSD', 'DOGE/FDUSD']),
];

/** A venue's share of its own main book's turnover. */
const SIDE_TURNOVER = 0.2;
const THIN_TURNOVER = 0.005;
/**
 * Larger than the venue's BTC/USDT, in a quote that nobody else lists: its rate rests on the venue's own books alone, so a
 * venue must not be judged by it, however much it trades.
 */
const BTC_IN_FDUSD = market('binance', 'BTC/FDUSD');
const BTC_IN_FDUSD_TURNOVER = 1.2;

/** How much a book turns over, as a share of its venue's main book of the base. */
export function turnoverShare(one: SimulatedMarket): number {
  if (one === BTC_IN_FDUSD) return BTC_IN_FDUSD_TURNOVER;
  if (THIN.includes(one)) return THIN_TURNOVER;
  return isMainBook(one) ? 1 : SIDE_TURNOVER;
}

/**
 * The book a market is a second name of, where it is one: Coinbase lists its USD books in USDC too, and says the same of
 * both in every minute.
 */
export function bookOf(one: SimulatedMarket): SimulatedMarket {
  if ((one.venue as string) !== 'coinbase' || one.quote !== 'USDC') return one;
  return LISTINGS.find(({ venue, base, quote }) => venue === one.venue && base === one.base && quote === 'USD') ?? one;
}

const against = (quote: string, bases: readonly string[]): readonly string[] => bases.map((base) => `${base}/${quote}`);

/**
 * What each venue lists here: a selection, made for the rehearsal. WBETH and BNSOL are left with fewer than four venues on
 * purpose: there the others' median has too few peers, and the product must say so.
 */
export const LISTINGS: readonly SimulatedMarket[] = [
  ...each(OFFSHORE, against('USDT', MAJORS)),
  ...each(['binance'], against('USDC', MAJORS)),
  ...each(['okx', 'bybit', 'kucoin'], ['BTC/USDC', 'ETH/USDC']),
  ...each(['binance', 'okx', 'bybit'], ['USDC/USDT']),
  ...each(OFFSHORE, ['USDE/USDT']),
  ...each(['binance', 'gate', 'bitget'], ['WBETH/USDT']),
  ...each(['binance', 'gate'], ['BNSOL/USDT']),
  ...each(DOLLAR, against('USD', MAJORS)),
  ...each(DOLLAR, ['BTC/USDT', 'ETH/USDT', 'USDT/USD']),
  ...each(['coinbase'], against('USDC', [...MAJORS, 'FIL', 'POL'])),
  ...each(['kraken'], ['BTC/USDC', 'ETH/USDC', 'USDC/USD']),
  ...each(LATER_OFFSHORE, [...against('USDT', MAJORS), 'USDC/USDT', 'USDE/USDT']),
  ...each(LATER_DOLLAR, against('USD', MAJORS)),
  ...each(['bitfinex', 'cryptocom'], [...against('USDT', MAJORS), 'USDT/USD']),
  ...each(['bitstamp', 'gemini'], ['BTC/USDT', 'ETH/USDT', 'USDT/USD', 'USDC/USD']),
  ...each(WON, [...against('KRW', MAJORS), 'USDT/KRW']),
  ...each(['binance', 'okx', 'bybit', 'gate', ...LATER_OFFSHORE], ['FIL/USDT', 'POL/USDT']),
  ...each(['coinbase', 'cryptocom', 'gemini'], ['FIL/USD', 'POL/USD']),
  ...each(['bithumb'], ['FIL/KRW', 'POL/KRW']),
  ...each(['binance', 'coinbase', 'kraken', 'bitstamp'], ['BTC/EUR', 'ETH/EUR']),
  ...each(['kraken', 'bitstamp'], ['EUR/USD']),
  ...each(['kraken'], ['USDT/EUR']),
  ...each(['binance'], ['ETH/FDUSD', 'FDUSD/USDT']),
  BTC_IN_FDUSD,
  ...THIN,
];
