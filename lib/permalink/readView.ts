import { defaultEnter, type AssetEntry } from '../domain/asset';
import type { AssetCoverage } from '../domain/assetCoverage';
import type { Ignored, IgnoredAsWritten } from '../domain/ignored';
import type { Instant } from '../domain/instant';
import { parseVenue, type Venue } from '../domain/market';
import { DEFAULT_MIN_PEERS } from '../domain/method';
import { clampedMinute, formatMinute, parseMinute, type Minute, type MinuteRange } from '../domain/minute';
import type { Question } from '../domain/question';
import { parsed, type Parsed } from '../domain/unit';
import {
  readAsOf,
  readBloc,
  readDigest,
  readEnter,
  readMarkets,
  readMinPeers,
  readOneOf,
  readRange,
  readRate,
  readReference,
  readVenueList,
  readVenues,
  usualReference,
} from './fields';
import { withoutLanguage } from './language';
import { sameQuery, type Search } from './query';
import { migrated } from './version';
import { SCALES, VIEW_NAMES, viewQuery, type View } from './view';
import { withinCoverage } from './within';

/** The address of a view: on a minute's page that minute as written, decoded; and the query. */
export interface ViewAddress {
  readonly minute: string | undefined;
  readonly search: Search;
}

/** What an address that leaves them out opens with. */
export interface ViewDefaults {
  readonly entry: AssetEntry;
  readonly window: MinuteRange;
  /** Sorted; undefined: left open, which is every venue with data. */
  readonly venues?: readonly Venue[];
}

/** A view as its address writes it, and what of the address was ignored. */
export interface WrittenView {
  readonly view: View;
  readonly ignored: readonly IgnoredAsWritten[];
  /** The version of the form it was written in, where that asks for other figures than today's; else undefined. */
  readonly earlierForm: number | undefined;
  /** Nothing was ignored, and the address spells out its whole state. */
  readonly canonical: boolean;
}

/** A view that can be shown. */
export interface ReadView {
  readonly view: View;
  readonly ignored: readonly Ignored[];
  /** The version of the form the address was written in, where that asks for other figures than today's; else undefined. */
  readonly earlierForm: number | undefined;
  /** The view as the address writes it, whatever there is data for; undefined where some of it cannot be read, or its form asks for other figures than today's. */
  readonly written: View | undefined;
  /** The query spells out the whole state. */
  readonly isCanonical: boolean;
}

/** A minute page whose address names no window shows this much to each side. */
const AROUND = 30;

/** The moment that an address asks to be looked at as of; undefined: now, or what cannot be read. */
export function asOfIn(search: Search): Instant | undefined {
  const read = readAsOf(search.get('asOf') ?? undefined);
  return read.ok ? read.value : undefined;
}

/**
 * Reads an address for a page: what cannot be read, or what there is no data for, is replaced and named in `ignored`, so that
 * a broken link opens something sensible and says so. The server and the browser call this with the same coverage and so ask
 * the same question.
 */
export function readView(address: ViewAddress, coverage: AssetCoverage): ReadView {
  const { entry, window, venues } = coverage;
  const written = readWritten(address, { entry, window, venues: venues.map(({ venue }) => venue) });
  const within = withinCoverage(written.view, coverage);
  return {
    view: within.view,
    ignored: [...written.ignored, ...within.ignored],
    earlierForm: written.earlierForm,
    written: written.ignored.length > 0 || written.earlierForm !== undefined ? undefined : written.view,
    isCanonical: written.canonical,
  };
}

/** Reads an address as it is written, whatever there is data for. Never looks at a clock. */
export function readWritten({ minute: minuteText, search: written }: ViewAddress, defaults: ViewDefaults): WrittenView {
  const ignored: IgnoredAsWritten[] = [];
  const search = withoutLanguage(written);
  const { search: given, earlierForm } = migrated(search, ignored);
  for (const name of new Set(given.keys())) {
    if (!VIEW_NAMES.includes(name)) ignored.push({ kind: 'unknown-name', name });
    else if (given.getAll(name).length > 1) ignored.push({ kind: 'repeated', name });
  }
  const { asset } = defaults.entry;
  const field = (name: string): string | undefined => given.get(name) ?? undefined;
  const take = <T>(read: Parsed<T>, otherwise: T): T => {
    if (read.ok) return read.value;
    ignored.push({ kind: 'refused', refusal: read.error });
    return otherwise;
  };
  const at = minuteText === undefined ? undefined : take<Minute | undefined>(parseMinute(minuteText), undefined);
  const whole = at === undefined ? defaults.window : around(at);
  const range =
    field('from') === undefined && field('to') === undefined
      ? whole
      : take(readRange(field('from'), field('to')), whole);
  const reference = take(readReference(field('reference'), defaults.entry), usualReference(defaults.entry));
  const question: Question = {
    asset,
    range: at !== undefined && (at < range.from || at >= range.to) ? outOfWindow(at, range, ignored) : range,
    venues: take(readVenues(field('venues')), undefined) ?? defaults.venues,
    markets: take(readMarkets(field('markets')), []),
    reference,
    bloc: take(readBloc(field('bloc'), reference), 'all'),
    rate: take(readRate(field('rate')), 'usd'),
    minPeers: take(readMinPeers(field('minPeers')), DEFAULT_MIN_PEERS),
    enter: take(readEnter(field('enter'), asset), defaultEnter(asset)),
    asOf: take(readAsOf(field('asOf')), undefined),
  };
  const digest = take(readDigest(field('digest')), undefined);
  const view: View = {
    question,
    scale: take(readOneOf('scale', field('scale') ?? SCALES[0], SCALES), SCALES[0]),
    focus: take(readFocus(field('focus')), undefined),
    lines: take(readLines(field('lines')), []),
    minute: at,
    ...(digest === undefined ? {} : { digest }),
  };
  return { view, ignored, earlierForm, canonical: ignored.length === 0 && sameQuery(search, viewQuery(view)) };
}

const around = (at: Minute): MinuteRange => ({ from: clampedMinute(at - AROUND), to: clampedMinute(at + AROUND + 1) });

function outOfWindow(at: Minute, { from, to }: MinuteRange, ignored: IgnoredAsWritten[]): MinuteRange {
  ignored.push({
    kind: 'minute-outside-window',
    minute: formatMinute(at),
    from: formatMinute(from),
    to: formatMinute(to),
  });
  return around(at);
}

const readFocus = (text: string | undefined): Parsed<Venue | undefined> =>
  text === undefined ? parsed(undefined) : parseVenue(text);

/** The venues drawn as further lines: none where none is named. */
const readLines = (text: string | undefined): Parsed<readonly Venue[]> =>
  text === undefined ? parsed([]) : readVenueList('lines', text);
