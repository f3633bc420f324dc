import type { Market } from '../../domain/market';
import type { Question } from '../../domain/question';
import type { Side } from '../../domain/episode';
import type { AnalysisInput, Episode, MISSING } from '../types';
import { alphabetical, known, middle } from './arithmetic';
import { books, booksShown, minutesOf, sharedQuote, usualBooks, type Bar, type Book } from './books';
import { price, spotsAt, type Priced, type Prices } from './priced';
import { dayBefore, ratioOf, type Ratio } from './ratio';
import { referredAt, type Field, type Referred, type Yardstick } from './references';
import { far, recovered, stretches, type Strayed } from './stretch';
import { usdOf, type Usd } from './usd';

/*
 * The method read a second time, word by word, sections 2 to 7: slow, objects and maps, and nothing shared with the
 * kernel it is compared with. Its constants are its own too, here and in the files beside it: taken from
 * lib/domain/method.ts, a slip in one of them would be read alike by both. A hole is undefined.
 */

/** Beyond every other venue: `under` and `over` by themselves, `outside` the further of the two. */
interface Outside {
  readonly outside: number | undefined;
  readonly under: number;
  readonly over: number;
}

export interface BruteMinute extends Referred {
  readonly bar: Bar | undefined;
  readonly usd: Usd;
  readonly price: Prices | undefined;
  readonly usdVolume: number | undefined;
  readonly strayed: (Strayed & Outside) | undefined;
  readonly missing: (typeof MISSING)[number];
}

export interface BruteSeries {
  readonly market: Market;
  readonly source: string;
  readonly otherSources: readonly string[];
  readonly minutes: ReadonlyMap<number, BruteMinute>;
}

export type BruteEpisode = Omit<Episode, 'id'>;

export interface BruteAnalysis {
  readonly currency: string | undefined;
  readonly series: readonly BruteSeries[];
  readonly episodes: readonly BruteEpisode[];
  readonly marketFall: number | undefined;
  readonly falls: readonly {
    readonly market: Market;
    readonly fall: number | undefined;
    readonly excess: number | undefined;
  }[];
  readonly ratios: readonly (Ratio & { readonly market: Market })[];
}

export function bruteForce(input: AnalysisInput): BruteAnalysis {
  const { question } = input;
  const minutes = minutesOf(question);
  const against = question.reference.kind === 'wrapped';
  const looked = new Set(against ? [...dayBefore(question), ...minutes] : minutes);
  const yardstick = question.reference.kind === 'venue' ? [question.reference.venue] : [];
  const invited = question.venues === undefined ? undefined : [...question.venues, ...yardstick];
  const held = books(input.markets, question).filter(
    ({ market }) => invited === undefined || invited.includes(market.venue),
  );
  const quote = question.rate === 'none' ? sharedQuote(question, held) : undefined;
  const comparable = (list: readonly Book[]): readonly Book[] =>
    question.rate === 'none' ? list.filter(({ market }) => market.quote === quote) : list;
  const rateOf = ratesBy(input);
  const priceAll = (list: readonly Book[]): readonly Priced[] =>
    list.map((book) => price(book, looked, rateOf(book.market.quote)));
  const all = priceAll(booksShown(question, comparable(held)));
  const underlying = against
    ? priceAll(usualBooks(question, comparable(books(input.underlyingMarkets ?? [], question))))
    : [];
  const fields = all.map((own): Field => ({
    question,
    own,
    all,
    underlying,
    ratio: against ? ratioOf(question, own, underlying) : undefined,
  }));
  const series = fields.map((field) => seriesOf(field, minutes));
  const spotMiddle = (read: (prices: Yardstick) => number): readonly (number | undefined)[] =>
    minutes.map((at) => middle(spotsAt(all, at).map(({ prices }) => read(prices))));
  const marketFall = fall(
    spotMiddle(({ low }) => low),
    spotMiddle(({ close }) => close),
  );
  return {
    currency: question.rate === 'none' ? quote : 'USD',
    series,
    episodes: series
      .flatMap((one) => (['below', 'above'] as const).flatMap((side) => episodes(question, one, side, series)))
      .sort(rank),
    marketFall,
    falls: all.map(({ book, prices }) => {
      const ownFall = fall(
        minutes.map((at) => prices.get(at)?.low),
        minutes.map((at) => prices.get(at)?.close),
      );
      return {
        market: book.market,
        fall: ownFall,
        excess: ownFall === undefined || marketFall === undefined ? undefined : ownFall - marketFall,
      };
    }),
    ratios: fields.flatMap(({ own, ratio }) => (ratio === undefined ? [] : [{ market: own.book.market, ...ratio }])),
  };
}

/** The rates of every quote, each made once. */
function ratesBy({ question, rateMarkets }: AnalysisInput): (quote: string) => (at: number) => Usd {
  const rateBooks = books(rateMarkets, question);
  const made = new Map<string, (at: number) => Usd>();
  return (quote) => {
    const rates =
      made.get(quote) ?? (question.rate === 'none' ? (): Usd => ({ rate: 1, rule: 'none' }) : usdOf(rateBooks, quote));
    made.set(quote, rates);
    return rates;
  };
}

function seriesOf(field: Field, minutes: readonly number[]): BruteSeries {
  const { market, source, otherSources } = field.own.book;
  return { market, source, otherSources, minutes: new Map(minutes.map((at) => [at, minuteOf(field, at)])) };
}

function minuteOf(field: Field, at: number): BruteMinute {
  const { own, all } = field;
  const [bar, usd, mine] = [own.book.bars.get(at), own.usd(at), own.prices.get(at)];
  const referred = referredAt(field, at);
  const others = (): readonly Prices[] => spotsAt(all, at, own.book.market.venue).map(({ prices }) => prices);
  const strayed =
    mine === undefined || referred.reference === undefined ? undefined : strayedOf(mine, referred.reference, others());
  return {
    ...referred,
    bar,
    usd,
    price: mine,
    usdVolume: usdVolumeOf(bar, usd),
    strayed,
    missing: whyMissing(own, at, strayed !== undefined),
  };
}

function whyMissing(own: Priced, at: number, measured: boolean): (typeof MISSING)[number] {
  if (measured) return 'measured';
  if (!own.book.asked.has(at)) return 'not-fetched';
  if (!own.book.bars.has(at)) return 'no-trade';
  return own.usd(at).rate === undefined ? 'no-rate' : 'too-few-peers';
}

function usdVolumeOf(bar: Bar | undefined, usd: Usd): number | undefined {
  if (bar === undefined || usd.rate === undefined) return undefined;
  if (bar.quoteVolume !== undefined) return bar.quoteVolume * usd.rate;
  return bar.baseVolume === undefined ? undefined : bar.baseVolume * (bar.close * usd.rate);
}

/** Section 4. Where no other venue has a price there is nothing to be outside of. */
function strayedOf(mine: Prices, reference: Yardstick, others: readonly Prices[]): Strayed & Outside {
  const d = {
    dLow: mine.low / reference.low - 1,
    dHigh: mine.high / reference.high - 1,
    dClose: mine.close / reference.close - 1,
  };
  if (others.length === 0) return { ...d, outside: undefined, under: 0, over: 0 };
  const below = mine.low / Math.min(...others.map(({ low }) => low)) - 1;
  const above = mine.high / Math.max(...others.map(({ high }) => high)) - 1;
  const [under, over] = [below < 0 ? below : 0, above > 0 ? above : 0];
  return { ...d, outside: -under >= over ? under : over, under, over };
}

/** Section 5. */
function episodes(
  question: Question,
  own: BruteSeries,
  side: Side,
  all: readonly BruteSeries[],
): readonly BruteEpisode[] {
  const minutes = minutesOf(question);
  const at = (minute: number): BruteMinute['strayed'] => own.minutes.get(minute)?.strayed;
  const level = question.enter;
  const sign = side === 'below' ? -1 : 1;
  return stretches(minutes, side, level, at).map(({ start, end, censored }) => {
    const inside = minutes.filter((minute) => minute >= start && minute < end);
    const measured = inside.flatMap((minute) => {
      const of = own.minutes.get(minute);
      const d = of?.strayed;
      return of?.price === undefined || of.reference === undefined || d === undefined
        ? []
        : [{ minute, of, d, price: of.price, reference: of.reference }];
    });
    const peak = measured.reduce((deepest, one) => (far(side, one.d) > far(side, deepest.d) ? one : deepest));
    const usdIn = (one: BruteSeries): number | undefined =>
      total(inside.map((minute) => one.minutes.get(minute)?.usdVolume));
    const usdVolume = usdIn(own);
    const everyone = total(all.filter((one) => one === own || one.market.kind === 'spot').map(usdIn));
    return {
      venue: own.market.venue,
      market: own.market,
      kind: own.market.kind,
      side,
      censored,
      start: start as Episode['start'],
      end: end as Episode['end'],
      spanMinutes: end - start,
      minutesBeyond: measured.filter(({ d }) => far(side, d) >= level).length,
      minutesClosedBeyond: measured.filter(({ d }) => sign * d.dClose >= level).length,
      unknownMinutes: inside.length - measured.length,
      peak: sign * far(side, peak.d),
      peakMinute: peak.minute as Episode['start'],
      peakPrice: side === 'below' ? peak.price.low : peak.price.high,
      peakReference: side === 'below' ? peak.reference.low : peak.reference.high,
      peakClose: sign * Math.max(...measured.map(({ d }) => sign * d.dClose)) + 0,
      peakOutside:
        (side === 'below'
          ? Math.min(0, ...measured.map(({ d }) => d.under))
          : Math.max(0, ...measured.map(({ d }) => d.over))) + 0,
      areaPctMinutes: 100 * measured.reduce((sum, { d }) => sum + Math.max(0, sign * d.dClose), 0),
      recoveryMinutes: recovered(minutes, peak.minute, level, at),
      baseVolume: total(inside.map((minute) => own.minutes.get(minute)?.bar?.baseVolume)) ?? NaN,
      usdVolume: usdVolume ?? NaN,
      volumeShare: usdVolume === undefined || everyone === undefined ? NaN : usdVolume / everyone,
      peersAtPeak: peak.of.peers,
      minPeers: Math.min(...measured.map(({ of }) => of.peers)),
    };
  });
}

/** Of what is known; undefined where nothing is. */
function total(amounts: readonly (number | undefined)[]): number | undefined {
  const given = known(amounts);
  return given.length === 0 ? undefined : given.reduce((sum, amount) => sum + amount, 0);
}

/** By peak; ties by area, then by name. */
const rank = (a: BruteEpisode, b: BruteEpisode): number =>
  Math.abs(b.peak) - Math.abs(a.peak) || b.areaPctMinutes - a.areaPctMinutes || alphabetical(a.venue, b.venue);

/** Section 6: the lowest low against the median of the first five closes there are. */
function fall(lows: readonly (number | undefined)[], closes: readonly (number | undefined)[]): number | undefined {
  const base = middle(known(closes).slice(0, 5));
  const measured = known(lows);
  return base === undefined || measured.length === 0 ? undefined : Math.min(...measured) / base - 1;
}
