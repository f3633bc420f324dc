import { defaultEnter } from '../domain/asset';
import { parseVenue, type Asset, type Venue } from '../domain/market';
import { clampedMinute, formatMinute, parseMinute, type Minute, type MinuteRange } from '../domain/minute';
import { DEFAULT_MIN_PEERS } from '../domain/method';
import type { Question, Reference } from '../domain/question';
import { refused, type Parsed } from '../domain/unit';
import { refusalWords } from '../words/en/refusals';
import {
  misfitOf,
  readAsOf,
  readEnter,
  readMarkets,
  readMinPeers,
  readRange,
  readRate,
  readReference,
  readVenues,
  shown,
  writeQuestion,
} from './fields';
import { migrated, VIEW_VERSION } from './version';

export type Scale = 'linear' | 'log';

/** Everything a reader sees of an asset or a minute, as its address carries it. */
export interface View {
  readonly question: Question;
  readonly scale: Scale;
  /** The venue whose others' median is drawn; undefined: the one that strayed furthest. */
  readonly focus: Venue | undefined;
  /** On a minute's page, that minute; the question's range is then what the chart around it shows. */
  readonly minute: Minute | undefined;
}

/** A view read from an address, what of the address was ignored (a sentence each), and whether it spelled out its whole state. */
export interface ReadView {
  readonly view: View;
  readonly ignored: readonly string[];
  readonly canonical: boolean;
}

/** What an address that leaves them out opens with; its full address then spells them out. */
export interface ViewDefaults {
  readonly range: MinuteRange;
  /** Every venue held, sorted, so that a link shows the same venues after more are held; undefined: left open. */
  readonly venues?: readonly Venue[];
}

const NAMES = [
  'v',
  'from',
  'to',
  'venues',
  'markets',
  'reference',
  'rate',
  'minPeers',
  'enter',
  'asOf',
  'scale',
  'focus',
];
/** A minute page whose address names no window shows this much to each side. */
const AROUND = 30;

/** The address of a view: path and query, its colons readable. */
export function viewPath(view: View): string {
  const { question } = view;
  const path = view.minute === undefined ? `/${question.asset}` : `/${question.asset}/${formatMinute(view.minute)}`;
  return `${path}?${viewQuery(view)}`;
}

/** A view's query, without the question mark: the part that its page and its picture share. */
export function viewQuery({ question, scale, focus }: View): string {
  const fields = [
    ['v', String(VIEW_VERSION)] as const,
    ...writeQuestion(question),
    ['scale', scale] as const,
    ...(focus === undefined ? [] : [['focus', focus] as const]),
  ];
  return fields.map(([name, value]) => `${name}=${value}`).join('&');
}

/**
 * Reads an address leniently: what cannot be read is replaced by its default and named in `ignored`, so that a broken link opens
 * something sensible and says so. `asset` is known to be well-formed. Never looks at a clock.
 */
export function readView(
  asset: Asset,
  minuteText: string | undefined,
  params: URLSearchParams,
  defaults: ViewDefaults,
): ReadView {
  const ignored: string[] = [];
  const given = migrated(params, ignored);
  for (const name of new Set(given.keys())) {
    if (!NAMES.includes(name)) ignored.push(`"${shown(name)}" is not known.`);
    else if (given.getAll(name).length > 1) ignored.push(`"${name}" is given more than once; the first is taken.`);
  }
  const field = (name: string): string | undefined => given.get(name) ?? undefined;
  const take = <T>(read: Parsed<T>, otherwise: T): T => {
    if (read.ok) return read.value;
    ignored.push(`${refusalWords(read.error)}.`);
    return otherwise;
  };
  const at = minuteText === undefined ? undefined : take<Minute | undefined>(parseMinute(minuteText), undefined);
  const whole = at === undefined ? defaults.range : around(at);
  const range =
    field('from') === undefined && field('to') === undefined
      ? whole
      : take(readRange(field('from'), field('to')), whole);
  const question: Question = {
    asset,
    range: at !== undefined && (at < range.from || at >= range.to) ? outOfWindow(at, ignored) : range,
    venues: take(readVenues(field('venues')), undefined) ?? defaults.venues,
    markets: take(readMarkets(field('markets')), []),
    reference: take(fitting(readReference(field('reference')), asset), { kind: 'others' }),
    rate: take(readRate(field('rate')), 'usd'),
    minPeers: take(readMinPeers(field('minPeers')), DEFAULT_MIN_PEERS),
    enter: take(readEnter(field('enter'), asset), defaultEnter(asset)),
    asOf: take(readAsOf(field('asOf')), undefined),
  };
  const view: View = {
    question,
    scale: take(readScale(field('scale')), 'linear'),
    focus: take(readFocus(field('focus')), undefined),
    minute: at,
  };
  return {
    view,
    ignored,
    canonical: ignored.length === 0 && params.toString() === new URLSearchParams(viewQuery(view)).toString(),
  };
}

function fitting(read: Parsed<Reference>, asset: Asset): Parsed<Reference> {
  const misfit = read.ok ? misfitOf(read.value, asset) : undefined;
  return misfit === undefined ? read : refused(misfit);
}

const around = (at: Minute): MinuteRange => ({ from: clampedMinute(at - AROUND), to: clampedMinute(at + AROUND + 1) });

function outOfWindow(at: Minute, ignored: string[]): MinuteRange {
  ignored.push('The window of the address does not hold the minute; the half hour to each side is shown instead.');
  return around(at);
}

function readScale(text: string | undefined): Parsed<Scale> {
  if (text === undefined || text === 'linear') return { ok: true, value: 'linear' };
  return text === 'log'
    ? { ok: true, value: 'log' }
    : refused({ kind: 'not-one-of', name: 'scale', text, known: ['linear', 'log'] });
}

const readFocus = (text: string | undefined): Parsed<Venue | undefined> =>
  text === undefined ? { ok: true, value: undefined } : parseVenue(text);
