import type { Question } from '../../domain/question';
import { known, middle } from './arithmetic';
import type { Book } from './books';
import { spotsAt, type Priced, type Prices, type Quoted } from './priced';
import type { Ratio } from './ratio';

/** What a minute's prices are held against. */
export type Yardstick = Omit<Prices, 'open'>;

/** What a reference says of one minute: how many it rests on, in every minute; the prices only where it exists. */
export interface Referred {
  readonly peers: number;
  readonly reference: Yardstick | undefined;
  readonly dispersion: number | undefined;
}

/** What `venue:V` rests on: V where it traded. */
const ONE = 1;
/** What a peg, or a yardstick that did not trade, rests on. */
const NONE = 0;

/** Everything a reference of one series is made from. */
export interface Field {
  readonly question: Question;
  readonly own: Priced;
  /** Every series of the asset. */
  readonly all: readonly Priced[];
  /** The underlying's usual books; none where the asset is not held against an underlying. */
  readonly underlying: readonly Priced[];
  readonly ratio: Ratio | undefined;
}

/** Section 3 and 7. */
export function referredAt(field: Field, at: number): Referred {
  const { question, own, all } = field;
  const venue = own.book.market.venue;
  const others = spotsAt(all, at, venue);
  switch (question.reference.kind) {
    case 'others':
      return medianOf(others, question.minPeers);
    case 'all':
      return medianOf(spotsAt(all, at), question.minPeers);
    case 'vwm':
      return weighted(others, question.minPeers);
    case 'venue':
      return oneVenue(all, own.book, question.reference.venue, at);
    case 'peg':
      return { peers: NONE, reference: { low: 1, high: 1, close: 1 }, dispersion: undefined };
    case 'wrapped':
      return scaled(medianOf(spotsAt(field.underlying, at, venue), question.minPeers), field.ratio?.ratio);
  }
}

function medianOf(quoted: readonly Quoted[], minPeers: number): Referred {
  const prices = quoted.map((one) => one.prices);
  const peers = prices.length;
  if (peers < minPeers) return { peers, reference: undefined, dispersion: undefined };
  return {
    peers,
    reference: yardstick((read) => middle(prices.map(read))),
    dispersion: dispersionOf(prices.map(({ close }) => close)),
  };
}

/** Low from lows, high from highs, close from closes; undefined unless all three exist. */
function yardstick(of: (read: (prices: Yardstick) => number) => number | undefined): Yardstick | undefined {
  const [low, high, close] = [of((one) => one.low), of((one) => one.high), of((one) => one.close)];
  return low === undefined || high === undefined || close === undefined ? undefined : { low, high, close };
}

function dispersionOf(values: readonly number[]): number | undefined {
  const centre = middle(values);
  const distance = centre === undefined ? undefined : middle(values.map((value) => Math.abs(value - centre)));
  return distance === undefined ? undefined : 1.4826 * distance;
}

/** The others weighted by base volume, or by quote volume ÷ raw close where that is not said; without a volume no peer. The dispersion stays that of the plain others. */
function weighted(others: readonly Quoted[], minPeers: number): Referred {
  const peers = others.flatMap(({ bar, prices }) => {
    const volume = bar.baseVolume ?? (bar.quoteVolume === undefined ? undefined : bar.quoteVolume / bar.close);
    return volume === undefined || volume === 0 ? [] : [{ prices, volume }];
  });
  const plain = medianOf(others, minPeers).dispersion;
  if (peers.length < minPeers) return { peers: peers.length, reference: undefined, dispersion: plain };
  return {
    peers: peers.length,
    reference: yardstick((read) => heavyMiddle(peers.map(({ prices, volume }) => ({ price: read(prices), volume })))),
    dispersion: plain,
  };
}

/** The least price up to which more than half of the volume lies; where exactly half does, the mean of it and the next. */
export function heavyMiddle(books: readonly { readonly price: number; readonly volume: number }[]): number | undefined {
  const rising = [...books].sort((a, b) => a.price - b.price);
  const upTo = (count: number): number => rising.slice(0, count).reduce((sum, { volume }) => sum + volume, 0);
  const whole = upTo(rising.length);
  const i = rising.findIndex((_, k) => 2 * upTo(k + 1) >= whole);
  const [it, next] = [rising[i], rising[i + 1]];
  if (it === undefined) return undefined;
  return 2 * upTo(i + 1) === whole && next !== undefined ? (it.price + next.price) / 2 : it.price;
}

/** The yardstick's spot book, for every market but that book itself. */
function oneVenue(all: readonly Priced[], own: Book, venue: string, at: number): Referred {
  const itself = own.market.venue === venue && own.market.kind === 'spot';
  const [stick] = itself
    ? []
    : known(
        all
          .filter(({ book }) => book.market.venue === venue && book.market.kind === 'spot')
          .map(({ prices }) => prices.get(at)),
      );
  return { peers: stick === undefined ? NONE : ONE, reference: stick, dispersion: undefined };
}

function scaled({ peers, reference }: Referred, ratio: number | undefined): Referred {
  if (reference === undefined || ratio === undefined) return { peers, reference: undefined, dispersion: undefined };
  return {
    peers,
    reference: { low: reference.low * ratio, high: reference.high * ratio, close: reference.close * ratio },
    dispersion: undefined,
  };
}
