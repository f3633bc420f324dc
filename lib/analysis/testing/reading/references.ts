import { middle, spreadOf } from './arithmetic';
import { dayOfMinute } from './books';
import type { Row } from './choice';
import { butOf, type Prices, type Quoted, type QuotedAt } from './priced';
import type { Asked } from './question';

/** What a minute's prices are compared with. */
export type ReferencePrices = Omit<Prices, 'open'>;

/** What a reference says of one minute: the peers it rests on, in every minute; the prices only where it exists. */
export interface Referred {
  readonly of: readonly Quoted[];
  readonly reference: ReferencePrices | undefined;
  readonly dispersion: number | undefined;
}

/** Everything a reference is made from. */
export interface Field {
  readonly question: Asked;
  /** Of every venue that takes part, its spot book in its own row. */
  readonly spots: QuotedAt;
  /** Of every venue, its spot book in the bloc asked for; its own row's where none is. */
  readonly bloc: QuotedAt;
  /** Of every venue, its spot book of the underlying. */
  readonly underlying: QuotedAt;
  /** What one wrapped unit of a row was worth in the underlying, for a UTC day. */
  readonly ratio: (row: Row, day: number) => number | undefined;
  /** Whether a venue's book of the row's kind is left out on a UTC day. */
  readonly isLeftOut: (row: Row, day: number) => boolean;
}

const ONE_DOLLAR: ReferencePrices = { low: 1, high: 1, close: 1 };

/** The set P: other venues with a traded spot minute, in the bloc asked for. */
export const othersOf = ({ bloc }: Field, row: Row, at: number): readonly Quoted[] => butOf(row.venue, bloc(at));

/** Sections 3 and 7. */
export function referredAt(field: Field, row: Row, at: number): Referred {
  const { question, spots } = field;
  const others = othersOf(field, row, at);
  switch (question.reference.kind) {
    case 'others':
      return medianOf(others, question.minPeers);
    case 'all':
      return medianOf(
        [...others, ...spots(at).filter(({ book }) => book.market.venue === row.venue)],
        question.minPeers,
      );
    case 'vwm':
      return weighted(others, question.minPeers);
    case 'venue':
      return oneVenue(question.reference.venue, row, spots(at));
    case 'peg':
      return { of: [], reference: ONE_DOLLAR, dispersion: undefined };
    case 'wrapped':
      return scaled(
        medianOf(butOf(row.venue, field.underlying(at)), question.minPeers),
        field.ratio(row, dayOfMinute(at)),
      );
  }
}

export function medianOf(of: readonly Quoted[], minPeers: number): Referred {
  if (of.length < minPeers) return { of, reference: undefined, dispersion: undefined };
  return {
    of,
    reference: referencePrices((read) => middle(of.map(({ prices }) => read(prices)))),
    dispersion: of.length === 0 ? undefined : 1.4826 * spreadOf(of.map(({ prices }) => prices.close)),
  };
}

/** Low from lows, high from highs, close from closes; undefined unless all three exist. */
function referencePrices(
  of: (read: (prices: ReferencePrices) => number) => number | undefined,
): ReferencePrices | undefined {
  const [low, high, close] = [of((one) => one.low), of((one) => one.high), of((one) => one.close)];
  return low === undefined || high === undefined || close === undefined ? undefined : { low, high, close };
}

/** By base volume, or quote volume ÷ raw close where that is not said; without a volume no peer. The dispersion is that of the plain others. */
function weighted(others: readonly Quoted[], minPeers: number): Referred {
  const { dispersion } = medianOf(others, minPeers);
  const heavy = others.flatMap((quoted) => {
    const { baseVolume, quoteVolume, close } = quoted.bar;
    const volume = baseVolume ?? (quoteVolume === undefined ? undefined : quoteVolume / close);
    return volume === undefined || volume === 0 ? [] : [{ quoted, volume }];
  });
  const of = heavy.map(({ quoted }) => quoted);
  if (heavy.length < minPeers) return { of, reference: undefined, dispersion };
  return {
    of,
    reference: referencePrices((read) =>
      heavyMiddle(heavy.map(({ quoted, volume }) => ({ price: read(quoted.prices), volume }))),
    ),
    dispersion,
  };
}

/** The least price up to which more than half of the volume lies; where exactly half does, the mean of it and the next. */
function heavyMiddle(books: readonly { readonly price: number; readonly volume: number }[]): number | undefined {
  const rising = [...books].sort((a, b) => a.price - b.price);
  const upTo = (count: number): number => rising.slice(0, count).reduce((sum, { volume }) => sum + volume, 0);
  const whole = upTo(rising.length);
  const i = rising.findIndex((_, k) => 2 * upTo(k + 1) >= whole);
  const [it, next] = [rising[i], rising[i + 1]];
  if (it === undefined) return undefined;
  return 2 * upTo(i + 1) === whole && next !== undefined ? (it.price + next.price) / 2 : it.price;
}

/** The reference venue's spot book, for every row but that book's own. */
function oneVenue(venue: string, row: Row, spots: readonly Quoted[]): Referred {
  const isItself = row.venue === venue && row.kind === 'spot';
  const of = isItself ? [] : spots.filter(({ book }) => book.market.venue === venue);
  return { of, reference: of[0]?.prices, dispersion: undefined };
}

function scaled({ of, reference }: Referred, ratio: number | undefined): Referred {
  if (reference === undefined || ratio === undefined) return { of, reference: undefined, dispersion: undefined };
  return {
    of,
    reference: { low: reference.low * ratio, high: reference.high * ratio, close: reference.close * ratio },
    dispersion: undefined,
  };
}
