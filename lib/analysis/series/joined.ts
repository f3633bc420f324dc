import { minutesIn, type MinuteRange } from '../../domain/minute';
import { SOURCES } from '../../domain/market';
import { missingCode, type Missing } from '../../domain/missing';
import { once } from '../once';
import type { BookSpan, VenueSeries } from '../types';
import type { DaySeries } from './daySeries';

/** A venue's columns on one day of a window, or why it has none. */
export type DayPart =
  | { readonly range: MinuteRange; readonly series: DaySeries }
  | { readonly range: MinuteRange; readonly series: undefined; readonly why: Missing };

type Columns<Kind> = { [Name in keyof VenueSeries]: VenueSeries[Name] extends Kind ? Name : never }[keyof VenueSeries];
type Doubles = Columns<Float64Array>;
type Bytes = Columns<Uint8Array>;

/** Days that follow one another without a gap, as one: days without a book are holes. Columns few readers want are joined on first use. */
export function joined(parts: readonly DayPart[]): VenueSeries {
  const [only] = parts;
  if (parts.length === 1 && only?.series !== undefined) return only.series;
  const slots = parts.reduce((sum, { range }) => sum + minutesIn(range), 0);
  const doubles = (name: Doubles): Float64Array => {
    const out = new Float64Array(slots).fill(NaN);
    let at = 0;
    for (const { range, series } of parts) {
      if (series !== undefined) out.set(series[name], at);
      at += minutesIn(range);
    }
    return out;
  };
  const bytes = (name: Bytes): Uint8Array => {
    const out = new Uint8Array(slots);
    let at = 0;
    for (const part of parts) {
      if (part.series !== undefined) out.set(part.series[name], at);
      else if (name === 'missing') out.fill(missingCode(part.why), at, at + minutesIn(part.range));
      at += minutesIn(part.range);
    }
    return out;
  };
  const books = togetherOf(parts.flatMap(({ series }) => series?.books ?? []));
  const main = mainOf(books);
  const late = {
    rawOpen: once(() => doubles('rawOpen')),
    rawHigh: once(() => doubles('rawHigh')),
    rawLow: once(() => doubles('rawLow')),
    rawClose: once(() => doubles('rawClose')),
    baseVolume: once(() => doubles('baseVolume')),
    quoteVolume: once(() => doubles('quoteVolume')),
    trades: once(() => doubles('trades')),
    open: once(() => doubles('open')),
    usdVolume: once(() => doubles('usdVolume')),
    dispersion: once(() => doubles('dispersion')),
    uncertainty: once(() => doubles('uncertainty')),
    weak: once(() => bytes('weak')),
  };
  return {
    venue: main.market.venue,
    kind: main.market.kind,
    market: main.market,
    source: main.source,
    otherSources: main.otherSources,
    books,
    get rawOpen() {
      return late.rawOpen();
    },
    get rawHigh() {
      return late.rawHigh();
    },
    get rawLow() {
      return late.rawLow();
    },
    get rawClose() {
      return late.rawClose();
    },
    get baseVolume() {
      return late.baseVolume();
    },
    get quoteVolume() {
      return late.quoteVolume();
    },
    get trades() {
      return late.trades();
    },
    get open() {
      return late.open();
    },
    get usdVolume() {
      return late.usdVolume();
    },
    get dispersion() {
      return late.dispersion();
    },
    get uncertainty() {
      return late.uncertainty();
    },
    get weak() {
      return late.weak();
    },
    high: doubles('high'),
    low: doubles('low'),
    close: doubles('close'),
    rate: doubles('rate'),
    rateRule: bytes('rateRule'),
    rateUncertainty: doubles('rateUncertainty'),
    legs: bytes('legs'),
    referenceLow: doubles('referenceLow'),
    referenceHigh: doubles('referenceHigh'),
    referenceClose: doubles('referenceClose'),
    peers: bytes('peers'),
    dLow: doubles('dLow'),
    dHigh: doubles('dHigh'),
    dClose: doubles('dClose'),
    outside: doubles('outside'),
    missing: bytes('missing'),
  };
}

const isSame = (a: BookSpan, b: BookSpan): boolean =>
  a.source === b.source && a.quote === b.quote && a.market.quote === b.market.quote && a.range.to === b.range.from;

/** Spans of days in order; those of days in a row that are one book of one source, as one. */
export function togetherOf(days: readonly BookSpan[]): readonly BookSpan[] {
  const spans: BookSpan[] = [];
  for (const span of days) {
    const last = spans.at(-1);
    if (last !== undefined && isSame(last, span))
      spans[spans.length - 1] = {
        ...last,
        range: { from: last.range.from, to: span.range.to },
        otherSources: SOURCES.filter(
          (source) => last.otherSources.includes(source) || span.otherSources.includes(source),
        ),
      };
    else spans.push(span);
  }
  return spans;
}

/** The book of most minutes, the first of equals, and every source of it that took no part in some of them. */
export function mainOf(spans: readonly BookSpan[]): BookSpan {
  const [first] = spans;
  if (first === undefined) throw new RangeError('a venue without a book has no columns');
  const minutes = new Map<string, { readonly one: BookSpan; count: number }>();
  for (const one of spans) {
    const key = `${one.market.quote} ${one.source}`;
    const known = minutes.get(key) ?? { one, count: 0 };
    known.count += minutesIn(one.range);
    minutes.set(key, known);
  }
  return [...minutes.values()].reduce((best, book) => (book.count > best.count ? book : best)).one;
}
