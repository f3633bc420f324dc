import { symbolOf, type AssetEntry } from '../../domain/asset';
import type { Bloc } from '../../domain/question';
import type { Reference } from '../../domain/reference';
import type { PriceField, ReferencePrice } from '../en/reference';
import { formatPrice } from './numbers';
import { venueName } from './venues';

/** One reference, wherever it is written. */
interface Spelling {
  /** In a sentence, before "보다" or "기준". */
  readonly noun: string;
  readonly choice: string;
  readonly rule: (minPeers: number) => string;
  /** Before "보다" or "대비": it ends with a price and its currency. */
  readonly price: (of: ReferencePrice) => string;
  /** Before "에": where a low and a high that lie within it are. */
  readonly within: string;
  readonly lacking: string;
}

type Asset = Pick<AssetEntry, 'asset' | 'nature'>;

const underlyingOf = ({ nature }: Asset): string =>
  nature.kind === 'wrapped' ? symbolOf(nature.underlying) : '기초 자산';

/** "통상적인 WBETH/ETH 비율". */
const ratioOf = (asset: Asset): string =>
  asset.nature.kind === 'wrapped'
    ? `통상적인 ${symbolOf(asset.asset)}/${symbolOf(asset.nature.underlying)} 비율`
    : '통상적인 비율';

const FIELDS: Readonly<Record<PriceField, string>> = { low: '저가', high: '고가', close: '종가' };

const otherVenues = (count: number): string => `다른 거래소 ${String(count)}곳`;
const allVenues = (count: number): string => (count === 1 ? '유일한 거래소' : `전체 거래소 ${String(count)}곳`);
const amount = ({ price, currency }: ReferencePrice): string => `${formatPrice(price)} ${currency}`;
const atLeast = (minPeers: number): string => ` (최소 ${String(minPeers)}곳)`;
/** "다른 거래소들 USD 마켓", or "다른 거래소들" of all books. */
const booksOf = (venues: string, bloc: Bloc): string => (bloc === 'all' ? venues : `${venues} ${bloc} 마켓`);
/** Before a median: "USD ". */
const named = (bloc: Bloc): string => (bloc === 'all' ? '' : `${bloc} `);
/** Too few of what. */
const withBook = (bloc: Bloc): string => (bloc === 'all' ? '' : `${bloc} 마켓이 있는 `);

function spellingOf(reference: Reference, asset: Asset, bloc: Bloc): Spelling {
  switch (reference.kind) {
    case 'others':
      return {
        noun: `${booksOf('다른 거래소들', bloc)}의 중앙값`,
        choice: '다른 거래소들의 중앙값',
        rule: (minPeers) => `${booksOf('다른 거래소들', bloc)}의 중앙값${atLeast(minPeers)}`,
        price: (of) => `${booksOf(otherVenues(of.peers), bloc)}의 ${FIELDS[of.field]} 중앙값 ${amount(of)}`,
        within: `${booksOf('다른 거래소들', bloc)}의 저가 중앙값과 고가 중앙값 사이`,
        lacking: `비교할 ${withBook(bloc)}다른 거래소 부족`,
      };
    case 'all':
      return {
        noun: `${booksOf('전체 거래소', bloc)}의 중앙값`,
        choice: '자신을 포함한 전체의 중앙값',
        rule: (minPeers) => `측정 대상을 포함한 ${booksOf('전체 거래소', bloc)}의 중앙값${atLeast(minPeers)}`,
        price: (of) => `${booksOf(allVenues(of.peers), bloc)}의 ${FIELDS[of.field]} 중앙값 ${amount(of)}`,
        within: `${booksOf('전체 거래소', bloc)}의 저가 중앙값과 고가 중앙값 사이`,
        lacking: `비교할 ${withBook(bloc)}거래소 부족`,
      };
    case 'vwm':
      return {
        noun: `${booksOf('다른 거래소들', bloc)}의 거래량 가중 중앙값`,
        choice: '다른 거래소들 (거래량 가중)',
        rule: (minPeers) =>
          `같은 분의 거래량으로 가중한 ${booksOf('다른 거래소들', bloc)}의 중앙값${atLeast(minPeers)}`,
        price: (of) => `${booksOf(otherVenues(of.peers), bloc)}의 거래량 가중 ${FIELDS[of.field]} 중앙값 ${amount(of)}`,
        within: `${booksOf('다른 거래소들', bloc)}의 거래량 가중 저가 중앙값과 고가 중앙값 사이`,
        lacking: `비교할 ${withBook(bloc)}거래량이 알려진 다른 거래소 부족`,
      };
    case 'wrapped':
      return {
        noun: `${underlyingOf(asset)} 가격에 통상적인 비율을 곱한 값`,
        choice: `${underlyingOf(asset)} × 통상적인 비율 (보조 기준)`,
        rule: (minPeers) =>
          `보조 기준: 다른 거래소들의 ${underlyingOf(asset)} 중앙값${atLeast(minPeers)}에 전일(UTC) 비율의 중앙값을 곱한 값`,
        price: (of) =>
          `${otherVenues(of.peers)}의 ${underlyingOf(asset)} ${FIELDS[of.field]} 중앙값에 ${ratioOf(asset)}을 곱한 값 ${amount(of)}`,
        within: `다른 거래소들의 ${underlyingOf(asset)} 저가 중앙값과 고가 중앙값에 ${ratioOf(asset)}을 곱한 값 사이`,
        lacking: `${underlyingOf(asset)} 거래소 부족 또는 전일 비율 없음`,
      };
    case 'peg':
      return {
        noun: '1 USD',
        choice: '1 USD (보조 기준)',
        rule: () => '보조 기준: 페그 1 USD',
        price: (of) => `페그 ${amount(of)}`,
        within: '페그 가격',
        lacking: '페그 없음',
      };
    case 'venue': {
      const venue = venueName(reference.venue);
      return {
        noun: `${venue} 가격`,
        choice: `${venue} 한 곳`,
        rule: () => `한 거래소와 비교: ${venue}`,
        price: (of) => `${venue} ${FIELDS[of.field]} ${amount(of)}`,
        within: `${venue} 저가와 고가 사이`,
        lacking: `비교할 ${venue} 가격 없음`,
      };
    }
  }
}

export const referenceNoun = (reference: Reference, asset: Asset, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).noun;

const CAPTIONS: Readonly<Record<Exclude<Reference['kind'], 'venue'>, (bloc: Bloc) => string>> = {
  others: (bloc) => `다른 거래소들의 ${named(bloc)}중앙값`,
  all: (bloc) => `전체 거래소의 ${named(bloc)}중앙값`,
  vwm: (bloc) => `다른 거래소들의 ${named(bloc)}거래량 가중 중앙값`,
  wrapped: () => '기초 자산 × 비율 (보조 기준)',
  peg: () => '1 USD (보조 기준)',
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
