import { symbolOf, type AssetEntry } from '../../domain/asset';
import type { Bloc } from '../../domain/question';
import type { Reference } from '../../domain/reference';
import { formatPrice } from './numbers';
import { venueName } from './venues';

/** Which of a reference's three prices is spoken of. */
export type PriceField = 'low' | 'high' | 'close';

/** A reference's price of one minute, and how many venues it rests on. */
export interface ReferencePrice {
  readonly field: PriceField;
  /** In `currency`. */
  readonly price: number;
  readonly currency: string;
  readonly peers: number;
}

/** One reference, wherever it is written. */
interface Spelling {
  /** In a sentence, after "below" or "from". */
  readonly noun: string;
  /** In a list to choose from. */
  readonly choice: string;
  /** The whole rule, in a line. */
  readonly rule: (minPeers: number) => string;
  /** One price of it, after "below" or "exactly at". */
  readonly price: (of: ReferencePrice) => string;
  /** After "stayed": where a low and a high that lie within it are. */
  readonly within: string;
  /** Why a price cannot be compared with it: what it lacked in that minute. */
  readonly lacking: string;
}

type Asset = Pick<AssetEntry, 'asset' | 'nature'>;

/** "ETH" of WBETH; "its underlying" where the asset is not known as wrapped. */
const underlyingOf = ({ nature }: Asset): string =>
  nature.kind === 'wrapped' ? symbolOf(nature.underlying) : 'its underlying';

/** "the usual WBETH/ETH ratio". */
const ratioOf = (asset: Asset): string =>
  asset.nature.kind === 'wrapped'
    ? `the usual ${symbolOf(asset.asset)}/${symbolOf(asset.nature.underlying)} ratio`
    : 'the usual ratio';

const otherVenues = (count: number): string => (count === 1 ? '1 other venue' : `${String(count)} other venues`);
const allVenues = (count: number): string => (count === 1 ? 'the only venue' : `all ${String(count)} venues`);
const amount = ({ price, currency }: ReferencePrice): string => `${formatPrice(price)} ${currency}`;
const atLeast = (minPeers: number): string => `at least ${String(minPeers)} of them`;
/** "the other venues’ USD books", or "the other venues" of all books. */
const booksOf = (venues: string, bloc: Bloc): string => (bloc === 'all' ? venues : `${venues}’ ${bloc} books`);
/** Before so many venues: "the USD books of ". */
const amongBooks = (bloc: Bloc): string => (bloc === 'all' ? '' : `the ${bloc} books of `);
/** Before a median: "USD ". */
const named = (bloc: Bloc): string => (bloc === 'all' ? '' : `${bloc} `);
/** Too few of what. */
const withBook = (bloc: Bloc): string => (bloc === 'all' ? '' : ` with a ${bloc} book`);

/** Every spelling of a reference for an asset, side by side. */
function spellingOf(reference: Reference, asset: Asset, bloc: Bloc): Spelling {
  switch (reference.kind) {
    case 'others':
      return {
        noun: bloc === 'all' ? 'the other venues’ median' : `the median of the other venues’ ${bloc} books`,
        choice: 'the median of the others',
        rule: (minPeers) => `median of ${booksOf('the other venues', bloc)}, ${atLeast(minPeers)}`,
        price: (of) => `the median ${of.field} of ${amongBooks(bloc)}${otherVenues(of.peers)}, ${amount(of)}`,
        within: `between the median low and the median high of ${booksOf('the other venues', bloc)}`,
        lacking: `too few other venues${withBook(bloc)} to compare with`,
      };
    case 'all':
      return {
        noun: `the median of ${booksOf('all venues', bloc)}`,
        choice: 'the median of all, itself included',
        rule: (minPeers) => `median of ${booksOf('all venues', bloc)}, the one measured included, ${atLeast(minPeers)}`,
        price: (of) => `the median ${of.field} of ${amongBooks(bloc)}${allVenues(of.peers)}, ${amount(of)}`,
        within: `between the median low and the median high of ${booksOf('all venues', bloc)}`,
        lacking: `too few venues${withBook(bloc)} to compare with`,
      };
    case 'vwm':
      return {
        noun:
          bloc === 'all'
            ? 'the other venues’ volume-weighted median'
            : `the volume-weighted median of the other venues’ ${bloc} books`,
        choice: 'the others, weighted by volume',
        rule: (minPeers) =>
          `median of ${booksOf('the other venues', bloc)} weighted by their volume in the same minute, ${atLeast(minPeers)}`,
        price: (of) =>
          `the volume-weighted median ${of.field} of ${amongBooks(bloc)}${otherVenues(of.peers)}, ${amount(of)}`,
        within: `between the volume-weighted median low and high of ${booksOf('the other venues', bloc)}`,
        lacking: `too few other venues of known volume${withBook(bloc)} to compare with`,
      };
    case 'wrapped':
      return {
        noun: `${underlyingOf(asset)} times its usual ratio`,
        choice: `${underlyingOf(asset)} × usual ratio (second reference)`,
        rule: (minPeers) =>
          `second reference: the median of ${underlyingOf(asset)} on other venues, ${atLeast(minPeers)}, times the median ratio of the UTC day before`,
        price: (of) =>
          `the median ${of.field} of ${underlyingOf(asset)} on ${otherVenues(of.peers)} times ${ratioOf(asset)}, ${amount(of)}`,
        within: `between the median low and the median high of ${underlyingOf(asset)} on other venues, times ${ratioOf(asset)},`,
        lacking: `too few venues of ${underlyingOf(asset)}, or no ratio of the day before`,
      };
    case 'peg':
      return {
        noun: '1 USD',
        choice: '1 USD (second reference)',
        rule: () => 'second reference: the peg, 1 USD',
        price: (of) => `the peg of ${amount(of)}`,
        within: 'at the peg',
        lacking: 'no peg',
      };
    case 'venue': {
      const venue = venueName(reference.venue);
      return {
        noun: venue,
        choice: `${venue} alone`,
        rule: () => `compared with one venue: ${venue}`,
        price: (of) => `the ${of.field} on ${venue}, ${amount(of)}`,
        within: `between the low and the high on ${venue}`,
        lacking: `no price on ${venue} to compare with`,
      };
    }
  }
}

/** What prices are compared with, in a sentence: "below the other venues’ median". `bloc`: among whose books the median is taken. */
export const referenceNoun = (reference: Reference, asset: Asset, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).noun;

const CAPTIONS: Readonly<Record<Exclude<Reference['kind'], 'venue'>, (bloc: Bloc) => string>> = {
  others: (bloc) => `the others’ ${named(bloc)}median`,
  all: (bloc) => `the ${named(bloc)}median of all venues`,
  vwm: (bloc) => `the others’ ${named(bloc)}volume-weighted median`,
  wrapped: () => 'the underlying × ratio (second reference)',
  peg: () => '1 USD (second reference)',
};

/** The same in few words, whatever the asset, over a column and beside a chart’s line: "the others’ median", "the others’ USD median", "Coinbase". */
export const referenceCaption = (reference: Reference, bloc: Bloc = 'all'): string =>
  reference.kind === 'venue' ? venueName(reference.venue) : CAPTIONS[reference.kind](bloc);

/** The same as a choice in a list; a reference beside the market’s is called second. */
export const referenceChoice = (reference: Reference, asset: Asset): string =>
  spellingOf(reference, asset, 'all').choice;

/** The whole rule, in a line. */
export const referenceRule = (reference: Reference, asset: Asset, minPeers: number, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).rule(minPeers);

/** One of its prices in a minute: "the median low of 5 other venues, 1.6 USD", "the low on Coinbase, 3.56 USD". */
export const referencePrice = (reference: Reference, asset: Asset, of: ReferencePrice, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).price(of);

/** Where prices lie that reach neither its low nor its high: "between the low and the high on Coinbase". */
export const withinReference = (reference: Reference, asset: Asset, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).within;

/** Why a price that was there could not be compared with it: "too few other venues to compare with", "no price on Coinbase to compare with". */
export const lackingReference = (reference: Reference, asset: Asset, bloc: Bloc = 'all'): string =>
  spellingOf(reference, asset, bloc).lacking;
