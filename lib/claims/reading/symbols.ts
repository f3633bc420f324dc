import { parsePair, type Kind, type Venue } from '../../domain/market';
import { decimalIn, type Decimal } from '../../domain/decimal';

/** A book as an export names it: a venue's ticker, not yet an asset. */
export interface NamedBook {
  readonly base: string;
  readonly quote: string;
  readonly kind: Kind & ('spot' | 'perp');
}

/** Quotes that symbols written in one word end with, the longer first: `ETHBTC` is ETH in BTC, `ATOMUSDT` no `ATOMUSD` in `T`. */
const QUOTES = [
  'FDUSD',
  'USDT',
  'USDC',
  'BUSD',
  'TUSD',
  'USD1',
  'USDE',
  'EURI',
  'DAI',
  'EUR',
  'TRY',
  'BRL',
  'GBP',
  'JPY',
  'KRW',
  'USD',
  'BTC',
  'ETH',
  'BNB',
];

/** No perpetual is quoted in these: Bybit's DOTUSD is DOT in USD. */
const SPOT_QUOTES: readonly string[] = ['TUSD', 'FDUSD'];
const PERP_QUOTES = QUOTES.filter((quote) => !SPOT_QUOTES.includes(quote));

/** `ATOM/USDT`, `ATOM-USDT`, `ATOM_USDT`, `ATOMUSDT`; undefined: none of these. */
function pairIn(symbol: string, kind: NamedBook['kind']): Omit<NamedBook, 'kind'> | undefined {
  const read = parsePair(symbol.replace(/[-_]/, '/'));
  if (read.ok) return read.value;
  const quote = (kind === 'spot' ? QUOTES : PERP_QUOTES).find(
    (one) => symbol.length > one.length && symbol.endsWith(one),
  );
  return quote === undefined || !/^[A-Z0-9]+$/.test(symbol)
    ? undefined
    : { base: symbol.slice(0, -quote.length), quote };
}

const book = (symbol: string, kind: NamedBook['kind']): NamedBook | undefined => {
  const pair = pairIn(symbol, kind);
  return pair === undefined ? undefined : { ...pair, kind };
};

/**
 * The book of a symbol at a venue whose kind is known. undefined: unknown; contracts with a delivery date (`BTCUSDT_251226`, `BTC-USD-251226`)
 * are, for no candles of theirs are stored.
 */
export function bookIn(text: string, kind: NamedBook['kind']): NamedBook | undefined {
  const symbol = text
    .trim()
    .toUpperCase()
    .replace(/\s+PERPETUAL$/, '');
  if (kind === 'spot') return book(symbol, 'spot');
  if (/[-_]\d{6,8}$/.test(symbol)) return undefined;
  // Binance's COIN-M contracts, the only ones that end so: BNBUSD_PERP is no BN in BUSD.
  const coin = /^([A-Z0-9]+)USD(?:_PERP|\s+PERPETUAL)$/.exec(text.trim().toUpperCase())?.[1];
  if (coin !== undefined) return { base: coin, quote: 'USD', kind };
  // Bybit's linear contracts in USDC.
  const usdc = /^([A-Z0-9]+)PERP$/.exec(symbol)?.[1];
  if (usdc !== undefined) return { base: usdc, quote: 'USDC', kind };
  return book(symbol.replace(/[-_](PERP|SWAP)$/, ''), kind);
}

/** What one contract stands for. */
export interface ContractSize {
  readonly size: Decimal;
  /** `quote`: so many units of the quote (an inverse contract); `base`: of the base. */
  readonly of: 'base' | 'quote';
}

const sized = (text: string, of: ContractSize['of']): ContractSize => ({ size: decimalIn(text) as Decimal, of });
const HUNDRED = sized('100', 'quote');
const TEN = sized('10', 'quote');

/**
 * What a quantity in contracts counts; undefined: not known, and never assumed. Binance COIN-M: 100 USD of BTC, 10 USD of any other
 * (https://www.binance.com/en/support/faq/a4470430e3164c13932be8967961aede, which adds that a symbol may differ). Binance USD-M and Bybit's linear
 * contracts count the base itself. OKX's sizes differ by instrument and change, and its exports do not say them.
 */
export function contractSizeOf(venue: Venue, { base, kind }: NamedBook): ContractSize | undefined {
  if (kind === 'spot') return undefined;
  if (venue === ('binancecoinm' as Venue)) return base === 'BTC' ? HUNDRED : TEN;
  return undefined;
}
