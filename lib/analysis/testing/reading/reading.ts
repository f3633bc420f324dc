import type { Kind } from '../../../domain/market';
import { alphabetical, middle, remembered } from './arithmetic';
import { blocsAt } from './blocs';
import { booksByDay, daysOf, nameOf, type Book } from './books';
import { rowsOf, sharedQuote, spotBooks, type Candidates, type Row } from './choice';
import { episodesOf, type ReadEpisode } from './episodes';
import { fall } from './falls';
import { pricingFor, quotedBy, type Pricing, type QuotedAt } from './priced';
import { minutesOf, type Asked, type ReadingInput } from './question';
import { ratesFrom, type Rates } from './rates';
import { ratioOf, type Ratio } from './ratio';
import type { Field } from './references';
import { seriesOf, type ReadSeries } from './series';
import { leftOutOf, without, type LeftOut } from './suspects';

/*
 * The method, version 2, read a second time, word by word, sections 2 to 7: slow, objects and maps, and nothing shared with the
 * kernel it is compared with. Its constants are its own too, here and in the files beside it: taken from
 * lib/domain/method.ts, a slip in one of them would be read alike by both. A hole is undefined. Minutes are whole minutes
 * since 1970, days whole UTC days.
 */

export interface Reading {
  readonly question: Asked;
  /** USD; without a rate the quote compared, undefined where nothing is stored. */
  readonly currency: string | undefined;
  /** By venue and kind. */
  readonly series: readonly ReadSeries[];
  /** Deepest first; ties by area, then by venue. */
  readonly episodes: readonly ReadEpisode[];
  readonly marketFall: number | undefined;
  readonly falls: readonly {
    readonly venue: string;
    readonly kind: Kind;
    readonly fall: number | undefined;
    readonly excess: number | undefined;
  }[];
  readonly ratios: readonly (Ratio & { readonly venue: string; readonly kind: Kind; readonly day: number })[];
  /** Of the asset's own books, day by day. */
  readonly leftOut: readonly LeftOut[];
  readonly rates: Rates;
}

/** What of an asset takes part. */
interface Asset {
  readonly booksOn: Candidates;
  readonly leftOut: (day: number) => readonly LeftOut[];
}

function assetOf(columns: ReadingInput['markets'], rates: Rates): Asset {
  const booksOn = booksByDay(columns);
  return { booksOn, leftOut: remembered((day: number) => leftOutOf(booksOn(day), rates.plainClose)) };
}

/** The venues that take part: those asked for, and the reference venue. */
function isInvited({ venues, reference }: Asked, venue: string): boolean {
  const isReference = reference.kind === 'venue' && reference.venue === venue;
  return venues === undefined || isReference || venues.some((one) => one === venue);
}

export function readMethod(input: ReadingInput): Reading {
  const { question } = input;
  const days = daysOf(question.range.from, question.range.to);
  const rates = ratesFrom(input.rateMarkets);
  const asset = assetOf(input.markets, rates);
  const quote = question.rate === 'none' ? quoteCompared(question, asset, days) : undefined;
  const comparable = (books: readonly Book[]): readonly Book[] =>
    question.rate === 'none' ? books.filter((book) => book.quote === quote) : books;
  const takingPart = ({ booksOn, leftOut }: Asset): Candidates =>
    remembered((day: number) => comparable(without(booksOn(day), leftOut(day))));
  const everyone = takingPart(asset);
  const candidates = remembered((day: number) =>
    everyone(day).filter(({ market }) => isInvited(question, market.venue)),
  );
  const rows = rowsOf(question, days, candidates, rates);
  const pricing = pricingFor(question, rates);
  const underlying = quotedBy(
    remembered(spotBooks(takingPart(assetOf(input.underlyingMarkets ?? [], rates)), rates, undefined)),
    pricing,
  );
  const ratio = ratiosBy(question, everyone, pricing, underlying);
  const spots = quotedBy(
    remembered((day: number) => rows.flatMap((row) => (row.kind === 'spot' ? (row.on(day) ?? []) : []))),
    pricing,
  );
  const inBloc = (bloc: string): QuotedAt => quotedBy(remembered(spotBooks(candidates, rates, bloc)), pricing);
  const field: Field = {
    question,
    spots,
    bloc: question.bloc === 'all' ? spots : inBloc(question.bloc),
    underlying,
    ratio: (row, day) => ratio(row)(day).ratio,
    isLeftOut: (row, day) =>
      asset.leftOut(day).some(({ book: { market } }) => market.venue === row.venue && market.kind === row.kind),
  };
  const series = rows.map((row) => seriesOf(field, pricing, row));
  const [usd, usdt] = [inBloc('USD'), inBloc('USDT')];
  const marketFall = fallOfMarket(question, spots);
  return {
    question,
    currency: question.rate === 'none' ? quote : 'USD',
    series,
    episodes: series
      .flatMap((one) =>
        (['below', 'above'] as const).flatMap((side) =>
          episodesOf(question, one, side, series, (of, at) => blocsAt(question, usd, usdt, of, at)),
        ),
      )
      .sort(rank),
    marketFall,
    falls: series.map((one) => fallOfRow(one, marketFall)),
    ratios:
      question.reference.kind === 'wrapped'
        ? rows.flatMap((row) =>
            days
              .filter((day) => row.on(day) !== undefined)
              .map((day) => ({ venue: row.venue, kind: row.kind, day, ...ratio(row)(day) })),
          )
        : [],
    leftOut: days.flatMap((day) => asset.leftOut(day)),
    rates,
  };
}

/** Second names of a stored book count for nothing. */
function quoteCompared(question: Asked, { booksOn }: Asset, days: readonly number[]): string | undefined {
  const [books = []] = days.map((day) =>
    booksOn(day).filter(({ market, isAlso }) => isAlso === undefined && isInvited(question, market.venue)),
  );
  return sharedQuote(question, books);
}

/** "For a UTC day": of the row's market of that day, by what is stored of the day before. */
const ratiosBy = (question: Asked, candidates: Candidates, pricing: Pricing, underlying: QuotedAt) =>
  remembered((row: Row) =>
    remembered((day: number): Ratio => {
      const market = row.on(day)?.market;
      const yesterday =
        market === undefined ? undefined : candidates(day - 1).find((book) => nameOf(book.market) === nameOf(market));
      return ratioOf(yesterday, pricing, underlying, question.minPeers);
    }),
  );

function fallOfMarket(question: Asked, spots: QuotedAt): number | undefined {
  const minutes = minutesOf(question).map(spots);
  return fall(
    minutes.map((quoted) => middle(quoted.map(({ prices }) => prices.low))),
    minutes.map((quoted) => middle(quoted.map(({ prices }) => prices.close))),
  );
}

function fallOfRow({ row, minutes }: ReadSeries, marketFall: number | undefined): Reading['falls'][number] {
  const measured = [...minutes.values()];
  const own = fall(
    measured.map(({ price }) => price?.low),
    measured.map(({ price }) => price?.close),
  );
  return {
    venue: row.venue,
    kind: row.kind,
    fall: own,
    excess: own === undefined || marketFall === undefined ? undefined : own - marketFall,
  };
}

/** By peak; ties by area, then by name. */
const rank = (a: ReadEpisode, b: ReadEpisode): number =>
  Math.abs(b.peak) - Math.abs(a.peak) || b.areaPctMinutes - a.areaPctMinutes || alphabetical(a.row.venue, b.row.venue);
