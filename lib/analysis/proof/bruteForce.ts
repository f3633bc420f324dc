import type { Market } from '../../domain/market';
import type { Question } from '../../domain/question';
import type { AnalysisInput, Episode, MISSING, Side } from '../types';
import { alphabetical, known, middle } from './arithmetic';
import { books, minutesOf, oneBookAVenue, sharedQuote, type Bar, type Book } from './books';
import { far, recovered, stretches, type Strayed } from './stretch';
import { usdOf, type Usd } from './usd';

/**
 * The method read a second time, word by word, sections 2 to 6: slow, objects and maps, and nothing shared with the
 * kernel it is held against. A hole is undefined.
 */
export interface Prices {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** Beyond every other venue: `under` and `over` by themselves, `outside` the further of the two. */
interface Outside {
  readonly outside: number;
  readonly under: number;
  readonly over: number;
}

export interface BruteMinute {
  readonly bar: Bar | undefined;
  readonly usd: Usd;
  readonly price: Prices | undefined;
  readonly usdVolume: number | undefined;
  readonly peers: number;
  readonly reference: Omit<Prices, 'open'> | undefined;
  readonly dispersion: number | undefined;
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
  readonly falls: readonly { readonly venue: string; readonly fall: number | undefined; readonly excess: number | undefined }[];
}

/** What `venue:V` rests on: V where it traded. */
const ONE = 1;
const NONE = 0;

/** One venue's book and its prices in the common currency. */
interface Priced {
  readonly book: Book;
  readonly usd: ReadonlyMap<number, Usd>;
  readonly prices: ReadonlyMap<number, Prices>;
}

export function bruteForce(input: AnalysisInput): BruteAnalysis {
  const { question } = input;
  const minutes = minutesOf(question);
  const yardstick = question.reference.kind === 'venue' ? [question.reference.venue] : [];
  const invited = question.venues === undefined ? undefined : [...question.venues, ...yardstick];
  const held = books(input.markets, input.question).filter(({ market }) => invited === undefined || invited.includes(market.venue));
  const quote = question.rate === 'none' ? sharedQuote(question, held) : undefined;
  const taking = oneBookAVenue(question, question.rate === 'none' ? held.filter(({ market }) => market.quote === quote) : held);
  const rateBooks = books(input.rateMarkets, input.question);
  const usdAt = (ofQuote: string, at: number): Usd => (question.rate === 'none' ? { rate: 1, rule: 'none' } : usdOf(rateBooks, ofQuote, at));
  const rates = new Map([...new Set(taking.map(({ market }) => market.quote))].map((one) => [one, new Map(minutes.map((at) => [at, usdAt(one, at)]))]));
  const priced = taking.map((book) => price(book, minutes, rates.get(book.market.quote) ?? new Map<number, Usd>()));
  const series = priced.map((own) => seriesOf(question, own, priced, minutes));
  const marketFall = fall(
    minutes.map((at) => middle(spotPrices(priced, at).map(({ low }) => low))),
    minutes.map((at) => middle(spotPrices(priced, at).map(({ close }) => close))),
  );
  return {
    currency: question.rate === 'none' ? quote : 'USD',
    series,
    episodes: series.flatMap((one) => (['below', 'above'] as const).flatMap((side) => episodes(question, one, side, series))).sort(rank),
    marketFall,
    falls: priced.map((own) => {
      const ownFall = fall(minutes.map((at) => own.prices.get(at)?.low), minutes.map((at) => own.prices.get(at)?.close));
      return {
        venue: own.book.market.venue,
        fall: ownFall,
        excess: ownFall === undefined || marketFall === undefined ? undefined : ownFall - marketFall,
      };
    }),
  };
}

function price(book: Book, minutes: readonly number[], usd: ReadonlyMap<number, Usd>): Priced {
  const prices = new Map<number, Prices>();
  for (const at of minutes) {
    const bar = book.bars.get(at);
    const rate = usd.get(at)?.rate;
    if (bar === undefined || rate === undefined) continue;
    prices.set(at, { open: bar.open * rate, high: bar.high * rate, low: bar.low * rate, close: bar.close * rate });
  }
  return { book, usd, prices };
}

const spotPrices = (priced: readonly Priced[], at: number, except?: Priced): readonly Prices[] =>
  known(priced.filter((one) => one !== except && one.book.market.kind === 'spot').map(({ prices }) => prices.get(at)));

function seriesOf(question: Question, own: Priced, all: readonly Priced[], minutes: readonly number[]): BruteSeries {
  const { market, source, otherSources } = own.book;
  return { market, source, otherSources, minutes: new Map(minutes.map((at) => [at, minuteOf(question, own, all, at)])) };
}

function minuteOf(question: Question, own: Priced, all: readonly Priced[], at: number): BruteMinute {
  const bar = own.book.bars.get(at);
  const usd = own.usd.get(at) ?? { rate: undefined, rule: 'none' };
  const mine = own.prices.get(at);
  const others = spotPrices(all, at, own);
  const reference = referenceOf(question, own, all, others, at);
  const strayed = mine === undefined || reference === undefined ? undefined : strayedOf(mine, reference, others);
  return {
    bar, usd, price: mine,
    usdVolume: usdVolumeOf(bar, usd),
    peers: question.reference.kind === 'others' ? others.length : reference === undefined ? NONE : ONE,
    reference,
    dispersion: reference === undefined || question.reference.kind === 'venue' ? undefined : dispersionOf(others.map(({ close }) => close)),
    strayed,
    missing: whyMissing(own, at, strayed !== undefined),
  };
}

function whyMissing(own: Priced, at: number, measured: boolean): (typeof MISSING)[number] {
  if (measured) return 'measured';
  if (!own.book.asked.has(at)) return 'not-fetched';
  if (!own.book.bars.has(at)) return 'no-trade';
  return own.usd.get(at)?.rate === undefined ? 'no-rate' : 'too-few-peers';
}

function usdVolumeOf(bar: Bar | undefined, usd: Usd): number | undefined {
  if (bar === undefined || usd.rate === undefined) return undefined;
  if (bar.quoteVolume !== undefined) return bar.quoteVolume * usd.rate;
  return bar.baseVolume === undefined ? undefined : bar.baseVolume * (bar.close * usd.rate);
}

/** Section 3. */
function referenceOf(question: Question, own: Priced, all: readonly Priced[], others: readonly Prices[], at: number): Omit<Prices, 'open'> | undefined {
  const asked = question.reference;
  if (asked.kind === 'venue') {
    return own.book.market.venue === asked.venue && own.book.market.kind === 'spot' ? undefined : all.find(({ book }) => book.market.venue === asked.venue && book.market.kind === 'spot')?.prices.get(at);
  }
  if (others.length < question.minPeers) return undefined;
  const [low, high, close] = [middle(others.map((one) => one.low)), middle(others.map((one) => one.high)), middle(others.map((one) => one.close))];
  return low === undefined || high === undefined || close === undefined ? undefined : { low, high, close };
}

function dispersionOf(values: readonly number[]): number | undefined {
  const centre = middle(values);
  const distance = centre === undefined ? undefined : middle(values.map((value) => Math.abs(value - centre)));
  return distance === undefined ? undefined : 1.4826 * distance;
}

/** Section 4. */
function strayedOf(mine: Prices, reference: Omit<Prices, 'open'>, others: readonly Prices[]): Strayed & Outside {
  const below = mine.low / Math.min(...others.map(({ low }) => low)) - 1;
  const above = mine.high / Math.max(...others.map(({ high }) => high)) - 1;
  const [under, over] = [below < 0 ? below : 0, above > 0 ? above : 0];
  return {
    dLow: mine.low / reference.low - 1,
    dHigh: mine.high / reference.high - 1,
    dClose: mine.close / reference.close - 1,
    outside: -under >= over ? under : over,
    under,
    over,
  };
}

/** Section 5. */
function episodes(question: Question, own: BruteSeries, side: Side, all: readonly BruteSeries[]): readonly BruteEpisode[] {
  const minutes = minutesOf(question);
  const at = (minute: number): BruteMinute['strayed'] => own.minutes.get(minute)?.strayed;
  const level = question.enter;
  const sign = side === 'below' ? -1 : 1;
  return stretches(minutes, side, level, at).map(({ start, end, censored }) => {
    const inside = minutes.filter((minute) => minute >= start && minute < end);
    const measured = inside.flatMap((minute) => {
      const of = own.minutes.get(minute);
      const d = of?.strayed;
      return of?.price === undefined || of.reference === undefined || d === undefined ? [] : [{ minute, of, d, price: of.price, reference: of.reference }];
    });
    const peak = measured.reduce((deepest, one) => (far(side, one.d) > far(side, deepest.d) ? one : deepest));
    const usdIn = (one: BruteSeries): number | undefined => total(inside.map((minute) => one.minutes.get(minute)?.usdVolume));
    const usdVolume = usdIn(own);
    const everyone = total(all.filter((one) => one === own || one.market.kind === 'spot').map(usdIn));
    return {
      venue: own.market.venue, market: own.market, kind: own.market.kind, side, censored,
      start: start as Episode['start'], end: end as Episode['end'], spanMinutes: end - start,
      minutesBeyond: measured.filter(({ d }) => far(side, d) >= level).length,
      minutesClosedBeyond: measured.filter(({ d }) => sign * d.dClose >= level).length,
      unknownMinutes: inside.length - measured.length,
      peak: sign * far(side, peak.d),
      peakMinute: peak.minute as Episode['start'],
      peakPrice: side === 'below' ? peak.price.low : peak.price.high,
      peakReference: side === 'below' ? peak.reference.low : peak.reference.high,
      peakClose: sign * Math.max(...measured.map(({ d }) => sign * d.dClose)) + 0,
      peakOutside: (side === 'below' ? Math.min(0, ...measured.map(({ d }) => d.under)) : Math.max(0, ...measured.map(({ d }) => d.over))) + 0,
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
