import { ascending } from '../../domain/ascending';
import type { Asset, Venue } from '../../domain/market';
import { minuteRange, union, type MinuteRange } from '../../domain/minute';
import { rangesOf } from '../books/multirange';
import { storedBooks, type Books, type RememberedBook } from '../books/storedBooks';
import type { Readable } from '../connection/client';

/** What is stored of an asset, over all its markets and sources. */
export interface StoredAsset {
  readonly asset: Asset;
  /** By code unit. Those of which nothing but failed requests or quarantined rows is stored are among them. */
  readonly venues: readonly Venue[];
  /** How many of them have a spot book. */
  readonly spotVenues: number;
  /** Minutes with a candle, zero-volume fillers included, of each market and source. */
  readonly candles: number;
  /** Sorted, disjoint; never empty. */
  readonly answered: readonly MinuteRange[];
  /** From the first minute answered to the end of the last. */
  readonly span: MinuteRange;
}

const summed = new WeakMap<Books, readonly StoredAsset[]>();

/** The assets of which anything was answered, by code unit: summed over the books once after each write. */
export async function storedAssets(db: Readable): Promise<readonly StoredAsset[]> {
  const books = await storedBooks(db);
  const assets = summed.get(books) ?? sumOf(books);
  summed.set(books, assets);
  return assets;
}

/** Every asset of which anything was answered, set aside or asked in vain, by code unit. */
export async function assetsAsked(db: Readable): Promise<readonly Asset[]> {
  const { all } = await storedBooks(db);
  return [...new Set(all.filter(isAsked).map(({ market }) => market.base))].sort(ascending);
}

const isAsked = ({ firstDay, quarantined, inVain }: RememberedBook): boolean =>
  firstDay !== null || quarantined > 0 || inVain;

function sumOf({ all }: Books): readonly StoredAsset[] {
  const own = new Map<Asset, [RememberedBook, ...RememberedBook[]]>();
  for (const book of all) {
    const { base } = book.market;
    if (!isAsked(book)) continue;
    const others = own.get(base);
    if (others === undefined) own.set(base, [book]);
    else others.push(book);
  }
  return [...own.values()].flatMap((books) => storedAssetOf(books) ?? []).sort((a, b) => ascending(a.asset, b.asset));
}

/** Of its first book: the sum of an asset of whose books none was written since is taken again. */
const remembered = new WeakMap<
  RememberedBook,
  { readonly books: readonly RememberedBook[]; readonly sum: StoredAsset | undefined }
>();

/** undefined: nothing of it was answered. */
function storedAssetOf(books: readonly [RememberedBook, ...RememberedBook[]]): StoredAsset | undefined {
  const before = remembered.get(books[0]);
  if (before?.books.length === books.length && before.books.every((book, i) => book === books[i])) return before.sum;
  const sum = sumOfOne(books);
  remembered.set(books[0], { books, sum });
  return sum;
}

function sumOfOne(books: readonly [RememberedBook, ...RememberedBook[]]): StoredAsset | undefined {
  const answered = union([...new Set(books.map((book) => book.answered))].flatMap(rangesOf));
  const [first, last] = [answered[0], answered.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const venues = new Set(books.map(({ market }) => market.venue));
  const spot = new Set(books.filter(({ market }) => market.kind === 'spot').map(({ market }) => market.venue));
  return {
    asset: books[0].market.base,
    venues: [...venues].sort(ascending),
    spotVenues: spot.size,
    candles: books.reduce((total, { candles }) => total + candles, 0),
    answered,
    span: minuteRange(first.from, last.to),
  };
}
