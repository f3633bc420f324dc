import type { Kind, Venue } from '../../domain/market';
import type { Contract, ContractMarket, SimulatedMarket } from '../scenario';

/** Where one venue's contracts take their course from, and what one contract is worth. */
interface Book {
  readonly venue: string;
  /** The venue whose spot market in USDT the contracts follow: a venue's own, or OKX's for Binance's two futures venues. */
  readonly follows: string;
  readonly quote: string;
  readonly bases: readonly string[];
  readonly contract: (base: string) => Contract;
  readonly kinds: readonly Kind[];
  /** Decimals of a computed price; absent: as many as the contract's own. */
  readonly computedDecimals?: number;
}

const MAJORS = ['BTC', 'ETH', 'SOL', 'XRP', 'DOGE', 'ATOM'];
const ALL: readonly Kind[] = ['perp', 'mark', 'index'];

/** Contracts of so much of the base, settled in USDT. OKX and Gate publish sizes like these; the rest trade by the unit. */
const LINEAR_SIZES: Readonly<Record<string, number>> = { BTC: 0.01, ETH: 0.1, SOL: 1, XRP: 10, DOGE: 100, ATOM: 1 };
const sized = (base: string): Contract => ({ settle: 'USDT', size: LINEAR_SIZES[base] ?? 1, of: 'base' });

/** One contract is the market's smallest volume, a whole unit unless said otherwise: the venue counts base, not contracts. */
const counted =
  (steps: Readonly<Record<string, number>>) =>
  (base: string): Contract => ({ settle: 'USDT', size: steps[base] ?? 1, of: 'base' });

/** Inverse contracts of so many USD, settled in the base: 100 for Bitcoin, 10 for the rest (Binance's COIN-M rules). */
const inverse = (base: string): Contract => ({ settle: base, size: base === 'BTC' ? 100 : 10, of: 'quote' });

/** What each venue lists here: a selection, made for the rehearsal. A contract whose spot nobody lists is left out. */
const BOOKS: readonly Book[] = [
  // Not Binance's own spot: its published contract and mark lows show that they did not follow its wick to 0.001.
  {
    venue: 'binanceusdm',
    follows: 'okx',
    quote: 'USDT',
    bases: MAJORS,
    contract: counted({ BTC: 0.001, ETH: 0.001, ATOM: 0.01, XRP: 0.1 }),
    kinds: ALL,
    computedDecimals: 8,
  },
  {
    venue: 'binancecoinm',
    follows: 'okx',
    quote: 'USD',
    bases: [...MAJORS, 'FIL'],
    contract: inverse,
    kinds: ALL,
    computedDecimals: 8,
  },
  {
    venue: 'bybit',
    follows: 'bybit',
    quote: 'USDT',
    bases: MAJORS,
    contract: counted({ BTC: 0.001, ETH: 0.01, SOL: 0.1, ATOM: 0.1 }),
    kinds: ALL,
  },
  // Bybit's inverse contracts are of one USD.
  {
    venue: 'bybit',
    follows: 'bybit',
    quote: 'USD',
    bases: ['BTC', 'ETH'],
    contract: (base) => ({ settle: base, size: 1, of: 'quote' }),
    kinds: ALL,
  },
  { venue: 'okx', follows: 'okx', quote: 'USDT', bases: MAJORS, contract: sized, kinds: ALL },
  { venue: 'gate', follows: 'gate', quote: 'USDT', bases: MAJORS, contract: sized, kinds: ALL },
  {
    venue: 'bitget',
    follows: 'bitget',
    quote: 'USDT',
    bases: MAJORS,
    contract: counted({ BTC: 0.0001, ETH: 0.01, SOL: 0.1 }),
    kinds: ALL,
  },
  { venue: 'kucoinfutures', follows: 'kucoin', quote: 'USDT', bases: MAJORS, contract: sized, kinds: ['perp'] },
];

/** A contract market with the spot market it takes its course from. */
export interface Derived {
  readonly market: ContractMarket;
  readonly spot: SimulatedMarket;
}

/** Volumes of inverse contracts come in the base with eight decimals. */
const volumeDecimalsOf = (contract: Contract): number =>
  contract.of === 'quote' ? 8 : Math.max(0, -Math.floor(Math.log10(contract.size) + 1e-9));

/** Every contract market whose spot the given markets list, in the order of the books. */
export function derivedFrom(spots: readonly SimulatedMarket[]): readonly Derived[] {
  return BOOKS.flatMap((book) =>
    book.bases.flatMap((base) => {
      const listed = (venue: string | undefined): SimulatedMarket | undefined =>
        spots.find(
          (spot) =>
            (venue === undefined || spot.venue === venue) && (spot.base as string) === base && spot.quote === 'USDT',
        );
      const spot = listed(book.follows) ?? listed('gate') ?? listed('binance');
      if (spot === undefined) return [];
      const contract = book.contract(base);
      return book.kinds.map((kind): Derived => ({
        spot,
        market: {
          venue: book.venue as Venue,
          base: spot.base,
          quote: book.quote,
          kind,
          contract,
          priceDecimals: kind === 'perp' ? spot.priceDecimals : (book.computedDecimals ?? spot.priceDecimals),
          volumeDecimals: volumeDecimalsOf(contract),
        },
      }));
    }),
  );
}
