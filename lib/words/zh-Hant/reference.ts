import { symbolOf, type AssetEntry } from '../../domain/asset';
import type { Bloc } from '../../domain/question';
import type { Reference } from '../../domain/reference';
import type { PriceField, ReferencePrice } from '../en/reference';
import { han } from '../han';
import { formatPrice } from './numbers';
import { venueName } from './venues';

/** One reference, wherever it is written. Each completes a sentence in which it stands where English has it behind the figure. */
interface Spelling {
  /** After 比 or 與: what prices are compared with. */
  readonly noun: string;
  readonly choice: string;
  readonly rule: (minPeers: number) => string;
  /** After 比 or 等於. */
  readonly price: (of: ReferencePrice) => string;
  /** After a venue: where its low and high are. */
  readonly within: string;
  readonly lacking: string;
}

type Asset = Pick<AssetEntry, 'asset' | 'nature'>;

const FIELDS: Readonly<Record<PriceField, string>> = { low: '最低價', high: '最高價', close: '收盤價' };

const underlyingOf = ({ nature }: Asset): string =>
  nature.kind === 'wrapped' ? symbolOf(nature.underlying) : '標的資產';

const ratioOf = (asset: Asset): string =>
  asset.nature.kind === 'wrapped'
    ? `${symbolOf(asset.asset)}/${symbolOf(asset.nature.underlying)} 常態比率`
    : '常態比率';

const otherVenues = (count: number): string => (count === 1 ? '另外 1 家交易所' : `其他 ${String(count)} 家交易所`);
const allVenues = (count: number): string => (count === 1 ? '唯一的交易所' : `全部 ${String(count)} 家交易所`);
const amount = ({ price, currency }: ReferencePrice): string => `${formatPrice(price)} ${currency}`;
const atLeast = (minPeers: number): string => `至少需 ${String(minPeers)} 家`;
/** Behind venues: whose books. */
const booksOf = (venues: string, bloc: Bloc): string => (bloc === 'all' ? venues : `${venues} ${bloc} 計價市場`);
/** Before a median. */
const named = (bloc: Bloc): string => (bloc === 'all' ? '' : bloc);
/** Too few of what. */
const withBook = (bloc: Bloc): string => (bloc === 'all' ? '' : `有 ${bloc} 計價市場且`);

/** Every spelling of a reference for an asset, side by side. */
function spellingOf(reference: Reference, asset: Asset, bloc: Bloc): Spelling {
  switch (reference.kind) {
    case 'others':
      return {
        noun: han`${booksOf('其他交易所', bloc)}的中位數`,
        choice: '其他交易所的中位數',
        rule: (minPeers) => han`${booksOf('其他交易所', bloc)}的中位數，${atLeast(minPeers)}`,
        price: (of) => han`${booksOf(otherVenues(of.peers), bloc)}${FIELDS[of.field]}的中位數（${amount(of)}）`,
        within: han`介於${booksOf('其他交易所', bloc)}的最低價中位數與最高價中位數之間`,
        lacking: `${withBook(bloc)}可供比較的其他交易所不足`,
      };
    case 'all':
      return {
        noun: han`${booksOf('全部交易所', bloc)}的中位數`,
        choice: '全部交易所的中位數（含該交易所本身）',
        rule: (minPeers) => han`${booksOf('全部交易所', bloc)}的中位數（含被測交易所本身），${atLeast(minPeers)}`,
        price: (of) => han`${booksOf(allVenues(of.peers), bloc)}${FIELDS[of.field]}的中位數（${amount(of)}）`,
        within: han`介於${booksOf('全部交易所', bloc)}的最低價中位數與最高價中位數之間`,
        lacking: `${withBook(bloc)}可供比較的交易所不足`,
      };
    case 'vwm':
      return {
        noun: han`${booksOf('其他交易所', bloc)}的成交量加權中位數`,
        choice: '其他交易所，按成交量加權',
        rule: (minPeers) => han`${booksOf('其他交易所', bloc)}的中位數，按同一分鐘的成交量加權，${atLeast(minPeers)}`,
        price: (of) =>
          han`${booksOf(otherVenues(of.peers), bloc)}${FIELDS[of.field]}的成交量加權中位數（${amount(of)}）`,
        within: han`介於${booksOf('其他交易所', bloc)}最低價與最高價的成交量加權中位數之間`,
        lacking: `${withBook(bloc)}成交量已知、可供比較的其他交易所不足`,
      };
    case 'wrapped':
      return {
        noun: han`${underlyingOf(asset)}價格乘以常態比率所得之值`,
        choice: `${underlyingOf(asset)} × 常態比率（第二基準）`,
        rule: (minPeers) =>
          han`第二基準：其他交易所${underlyingOf(asset)}價格的中位數（${atLeast(minPeers)}），乘以前一個 UTC 日的比率中位數`,
        price: (of) =>
          han`${otherVenues(of.peers)}${underlyingOf(asset)}${FIELDS[of.field]}的中位數乘以${ratioOf(asset)}所得之值（${amount(of)}）`,
        within: han`介於其他交易所${underlyingOf(asset)}的最低價中位數與最高價中位數各乘以${ratioOf(asset)}所得之值之間`,
        lacking: han`有${underlyingOf(asset)}價格的交易所不足，或無前一日的比率`,
      };
    case 'peg':
      return {
        noun: '1 USD',
        choice: '1 USD（第二基準）',
        rule: () => '第二基準：錨定價 1 USD',
        price: (of) => `錨定價 ${amount(of)}`,
        within: '與錨定價相等',
        lacking: '無錨定價',
      };
    case 'venue': {
      const venue = venueName(reference.venue);
      return {
        noun: venue,
        choice: `僅 ${venue}`,
        rule: () => `僅與一家交易所比較：${venue}`,
        price: (of) => `${venue} 的${FIELDS[of.field]}（${amount(of)}）`,
        within: `介於 ${venue} 的最低價與最高價之間`,
        lacking: `${venue} 沒有可供比較的價格`,
      };
    }
  }
}

export const referenceNoun = (reference: Reference, asset: Asset, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).noun;

const CAPTIONS: Readonly<Record<Exclude<Reference['kind'], 'venue'>, (bloc: Bloc) => string>> = {
  others: (bloc) => han`其他交易所的${named(bloc)}中位數`,
  all: (bloc) => han`全部交易所的${named(bloc)}中位數`,
  vwm: (bloc) => han`其他交易所的${named(bloc)}成交量加權中位數`,
  wrapped: () => '標的資產 × 比率（第二基準）',
  peg: () => '1 USD（第二基準）',
};

export const referenceCaption = (reference: Reference, bloc: Bloc = 'all'): string =>
  reference.kind === 'venue' ? venueName(reference.venue) : CAPTIONS[reference.kind](bloc);

export const referenceChoice = (reference: Reference, asset: Asset): string =>
  spellingOf(reference, asset, 'all').choice;

export const referenceRule = (reference: Reference, asset: Asset, minPeers: number, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).rule(minPeers);

export const referencePrice = (reference: Reference, asset: Asset, of: ReferencePrice, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).price(of);

export const withinReference = (reference: Reference, asset: Asset, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).within;

export const lackingReference = (reference: Reference, asset: Asset, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).lacking;
