import { symbolOf, type AssetEntry } from '../../domain/asset';
import type { Bloc } from '../../domain/question';
import type { Reference } from '../../domain/reference';
import type { PriceField, ReferencePrice } from '../en/reference';
import { han } from '../han';
import { formatPrice } from './numbers';
import { venueName } from './venues';

/** One reference, wherever it is written. Each completes a sentence in which it stands where English has it behind the figure. */
interface Spelling {
  /** After 比 or 与: what prices are compared with. */
  readonly noun: string;
  readonly choice: string;
  readonly rule: (minPeers: number) => string;
  /** After 比 or 等于. */
  readonly price: (of: ReferencePrice) => string;
  /** After a venue: where its low and high are. */
  readonly within: string;
  readonly lacking: string;
}

type Asset = Pick<AssetEntry, 'asset' | 'nature'>;

const FIELDS: Readonly<Record<PriceField, string>> = { low: '最低价', high: '最高价', close: '收盘价' };

const underlyingOf = ({ nature }: Asset): string =>
  nature.kind === 'wrapped' ? symbolOf(nature.underlying) : '标的资产';

const ratioOf = (asset: Asset): string =>
  asset.nature.kind === 'wrapped'
    ? `${symbolOf(asset.asset)}/${symbolOf(asset.nature.underlying)} 常态比率`
    : '常态比率';

const otherVenues = (count: number): string => (count === 1 ? '另外 1 家交易所' : `其他 ${String(count)} 家交易所`);
const allVenues = (count: number): string => (count === 1 ? '唯一的交易所' : `全部 ${String(count)} 家交易所`);
const amount = ({ price, currency }: ReferencePrice): string => `${formatPrice(price)} ${currency}`;
const atLeast = (minPeers: number): string => `至少需 ${String(minPeers)} 家`;
/** Behind venues: whose books. */
const booksOf = (venues: string, bloc: Bloc): string => (bloc === 'all' ? venues : `${venues} ${bloc} 计价市场`);
/** Before a median. */
const named = (bloc: Bloc): string => (bloc === 'all' ? '' : bloc);
/** Too few of what. */
const withBook = (bloc: Bloc): string => (bloc === 'all' ? '' : `有 ${bloc} 计价市场且`);

/** Every spelling of a reference for an asset, side by side. */
function spellingOf(reference: Reference, asset: Asset, bloc: Bloc): Spelling {
  switch (reference.kind) {
    case 'others':
      return {
        noun: han`${booksOf('其他交易所', bloc)}的中位数`,
        choice: '其他交易所的中位数',
        rule: (minPeers) => han`${booksOf('其他交易所', bloc)}的中位数，${atLeast(minPeers)}`,
        price: (of) => han`${booksOf(otherVenues(of.peers), bloc)}${FIELDS[of.field]}的中位数（${amount(of)}）`,
        within: han`介于${booksOf('其他交易所', bloc)}的最低价中位数与最高价中位数之间`,
        lacking: `${withBook(bloc)}可供比较的其他交易所不足`,
      };
    case 'all':
      return {
        noun: han`${booksOf('全部交易所', bloc)}的中位数`,
        choice: '全部交易所的中位数（含该交易所本身）',
        rule: (minPeers) => han`${booksOf('全部交易所', bloc)}的中位数（含被测交易所本身），${atLeast(minPeers)}`,
        price: (of) => han`${booksOf(allVenues(of.peers), bloc)}${FIELDS[of.field]}的中位数（${amount(of)}）`,
        within: han`介于${booksOf('全部交易所', bloc)}的最低价中位数与最高价中位数之间`,
        lacking: `${withBook(bloc)}可供比较的交易所不足`,
      };
    case 'vwm':
      return {
        noun: han`${booksOf('其他交易所', bloc)}的成交量加权中位数`,
        choice: '其他交易所，按成交量加权',
        rule: (minPeers) => han`${booksOf('其他交易所', bloc)}的中位数，按同一分钟的成交量加权，${atLeast(minPeers)}`,
        price: (of) =>
          han`${booksOf(otherVenues(of.peers), bloc)}${FIELDS[of.field]}的成交量加权中位数（${amount(of)}）`,
        within: han`介于${booksOf('其他交易所', bloc)}最低价与最高价的成交量加权中位数之间`,
        lacking: `${withBook(bloc)}成交量已知、可供比较的其他交易所不足`,
      };
    case 'wrapped':
      return {
        noun: han`${underlyingOf(asset)}价格乘以常态比率所得的值`,
        choice: `${underlyingOf(asset)} × 常态比率（第二基准）`,
        rule: (minPeers) =>
          han`第二基准：其他交易所${underlyingOf(asset)}价格的中位数（${atLeast(minPeers)}），乘以前一个 UTC 日的比率中位数`,
        price: (of) =>
          han`${otherVenues(of.peers)}${underlyingOf(asset)}${FIELDS[of.field]}的中位数乘以${ratioOf(asset)}所得的值（${amount(of)}）`,
        within: han`介于其他交易所${underlyingOf(asset)}的最低价中位数与最高价中位数各乘以${ratioOf(asset)}所得的值之间`,
        lacking: han`有${underlyingOf(asset)}价格的交易所不足，或无前一日的比率`,
      };
    case 'peg':
      return {
        noun: '1 USD',
        choice: '1 USD（第二基准）',
        rule: () => '第二基准：锚定价 1 USD',
        price: (of) => `锚定价 ${amount(of)}`,
        within: '与锚定价相等',
        lacking: '无锚定价',
      };
    case 'venue': {
      const venue = venueName(reference.venue);
      return {
        noun: venue,
        choice: `仅 ${venue}`,
        rule: () => `仅与一家交易所比较：${venue}`,
        price: (of) => `${venue} 的${FIELDS[of.field]}（${amount(of)}）`,
        within: `介于 ${venue} 的最低价与最高价之间`,
        lacking: `${venue} 没有可供比较的价格`,
      };
    }
  }
}

export const referenceNoun = (reference: Reference, asset: Asset, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).noun;

const CAPTIONS: Readonly<Record<Exclude<Reference['kind'], 'venue'>, (bloc: Bloc) => string>> = {
  others: (bloc) => han`其他交易所的${named(bloc)}中位数`,
  all: (bloc) => han`全部交易所的${named(bloc)}中位数`,
  vwm: (bloc) => han`其他交易所的${named(bloc)}成交量加权中位数`,
  wrapped: () => '标的资产 × 比率（第二基准）',
  peg: () => '1 USD（第二基准）',
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
