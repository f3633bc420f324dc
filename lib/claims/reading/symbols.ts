import { assetAt, isKnownAsset } from '../../domain/asset';
import { parsePair, type Asset, type Kind, type Venue } from '../../domain/market';
import { minuteAt } from '../../domain/minute';
import { decimalIn, type Decimal } from '../../domain/decimal';

/** A book as an export names it: a venue's ticker, not yet an asset. */
export interface NamedBook {
  readonly base: string;
  readonly quote: string;
  readonly kind: Kind & ('spot' | 'perp');
}

/** Quotes that symbols written in one word end with, the longer first. */
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

/** A symbol, and what the rest of its row says that helps to part it. */
export interface MarketSymbol {
  readonly text: string;
  readonly kind: NamedBook['kind'];
  readonly venue: Venue;
  /** In what the row counts its quantity: `500DOGE`. */
  readonly unit: string | undefined;
  readonly atMs: number;
}

type Pair = Omit<NamedBook, 'kind'>;

/** Binance and its USD-M contracts have no book in USD itself: PNUTFDUSD is no PNUTFD in USD. */
const WITHOUT_USD: readonly string[] = ['binance', 'binanceusdm'];

/** Every pair that a symbol in one word may be, the longer quote first. */
function pairsIn(symbol: string, kind: NamedBook['kind']): readonly Pair[] {
  if (!/^[A-Z0-9]+$/.test(symbol)) return [];
  return (kind === 'spot' ? QUOTES : PERP_QUOTES)
    .filter((quote) => symbol.length > quote.length && symbol.endsWith(quote))
    .map((quote) => ({ base: symbol.slice(0, -quote.length), quote }));
}

/** Whether the registry, or a list of quotes, knows what is traded. */
function isKnown(base: string, { venue, atMs }: MarketSymbol): boolean {
  const isCurrency = base !== 'USD' && QUOTES.includes(base);
  return isCurrency || isKnownAsset(base as Asset) || assetAt(venue, base, minuteAt(atMs)).kind === 'known';
}

/**
 * `ATOM/USDT`, `ATOM-USDT`, `ATOM_USDT`, `ATOMUSDT`; undefined: none of these, or as good as two. DOTUSD is DOT in USD and DO in TUSD, BTCBUSD
 * is BTC in BUSD and BTCB in USD: the row's own unit decides, else what the venue lists, else which base is known.
 */
function pairIn(symbol: string, of: MarketSymbol): Pair | undefined {
  const read = parsePair(symbol.replace(/[-_]/, '/'));
  if (read.ok) return read.value;
  const pairs = pairsIn(symbol, of.kind);
  const said = pairs.find(({ base }) => base === of.unit);
  if (said !== undefined) return said;
  const listed = pairs.filter(({ quote }) => quote !== 'USD' || !WITHOUT_USD.includes(of.venue));
  const left = listed.length === 0 ? pairs : listed;
  if (left.length < 2) return left[0];
  const [one, another] = left.filter(({ base }) => isKnown(base, of));
  return another === undefined ? one : undefined;
}

const book = (symbol: string, of: MarketSymbol): NamedBook | undefined => {
  const pair = pairIn(symbol, of);
  return pair === undefined ? undefined : { ...pair, kind: of.kind };
};

/**
 * The book of a symbol at a venue whose kind is known. undefined: unknown; contracts with a delivery date (`BTCUSDT_251226`, `BTC-USD-251226`)
 * are, for no candles of theirs are stored.
 */
export function bookIn(of: MarketSymbol): NamedBook | undefined {
  const { text, kind } = of;
  const symbol = text
    .trim()
    .toUpperCase()
    .replace(/\s+PERPETUAL$/, '');
  if (kind === 'spot') return book(symbol, of);
  if (/[-_]\d{6,8}$/.test(symbol)) return undefined;
  // Binance's COIN-M contracts, the only ones that end so: BNBUSD_PERP is no BN in BUSD.
  const coin = /^([A-Z0-9]+)USD(?:_PERP|\s+PERPETUAL)$/.exec(text.trim().toUpperCase())?.[1];
  if (coin !== undefined) return { base: coin, quote: 'USD', kind };
  // Bybit's linear contracts in USDC.
  const usdc = /^([A-Z0-9]+)PERP$/.exec(symbol)?.[1];
  if (usdc !== undefined) return { base: usdc, quote: 'USDC', kind };
  return book(symbol.replace(/[-_](PERP|SWAP)$/, ''), of);
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
