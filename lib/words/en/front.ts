import { roughPrice } from '../rough';
import type { EpisodeAnswer } from '../../api/deviations';
import { assetEntry } from '../../domain/asset';
import type { Asset } from '../../domain/market';
import { referenceOf, type WrittenReference } from '../../domain/reference';
import { certaintyClause } from './certainty';
import { chartCaptions, chartNames } from './chart';
import { clock, dayPart, distance, formatDuration, formatPrice, plusMinus } from './numbers';
import { referenceNoun } from './reference';
import { venueName } from './venues';

/** The deepest of an asset in a window, with what stands around it. */
export interface FrontFacts {
  readonly asset: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly reference: WrittenReference;
  readonly deepest: EpisodeAnswer;
  /** How far the market and the venue fell in the window; null: not measured. */
  readonly fall: { readonly market: number | null; readonly venue: number | null };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "10 October 2025" of an ISO minute. */
export function dateWords(iso: string): string {
  const [year = '', month = '', day = ''] = dayPart(iso).split('-');
  return `${String(Number(day))} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

const comparedWith = ({ asset, reference }: Pick<FrontFacts, 'asset' | 'reference'>): string =>
  referenceNoun(referenceOf(reference), assetEntry(asset as Asset));

/** "At 21:20 UTC on 10 October 2025, ATOM traded at 0.001 USD on Binance, 99.94 % below the other venues’ median." */
export function heroSentence(facts: FrontFacts): string {
  const { name, currency, deepest } = facts;
  return `At ${clock(deepest.peakMinute)} UTC on ${dateWords(deepest.peakMinute)}, ${name} traded at ${formatPrice(roughPrice(deepest.peakPrice))} ${currency} on ${venueName(deepest.venue)}, ${distance(deepest.peak)} ${deepest.side} ${comparedWith(facts)}${certaintyClause(deepest.certainty)}.`;
}

/** What the rates leave unknown of it, what the market did meanwhile, and how long it lasted. */
export function heroLead({ name, deepest, fall }: FrontFacts): string {
  const { uncertaintyAtPeak: unknown, spanMinutes } = deepest;
  const rates =
    unknown === null
      ? ' The uncertainty of its rates is not known.'
      : unknown === 0
        ? ''
        : ` The rates’ uncertainty is ${plusMinus(unknown)}.`;
  return `${fallsWords(name, deepest, fall)}The episode lasted ${formatDuration(spanMinutes)}.${rates}`;
}

/** A venue above the others is told of without its fall, which was in other minutes. */
function fallsWords(name: string, { venue, side }: EpisodeAnswer, { market, venue: own }: FrontFacts['fall']): string {
  return side === 'above' || market === null || own === null || market >= 0 || own >= 0
    ? ''
    : `The ${name} market fell ${distance(market)} from the first closes shown, ${venueName(venue)} ${distance(own)}. `;
}

/** "WBETH on Binance: 88.42 % below ETH times its usual ratio, 21:43 UTC." */
export function multipleSentence(facts: FrontFacts): string {
  const { name, deepest } = facts;
  return `${name} on ${venueName(deepest.venue)}: ${distance(deepest.peak)} ${deepest.side} ${comparedWith(facts)}, ${clock(deepest.peakMinute)} UTC${certaintyClause(deepest.certainty)}.`;
}

export const heroWords = {
  /** Under the chart: what is drawn. */
  caption: ({ name, currency, from, to }: FrontFacts, others: number, axis: 'log' | number): string =>
    [
      `${name}. ${chartCaptions.price(currency, axis)}, ${dayPart(from)} ${clock(from)} to ${dayPart(to) === dayPart(from) ? '' : `${dayPart(to)} `}${clock(to)} UTC`,
      ...(others > 0 ? [`grey: ${chartNames.others(others)}`] : []),
    ].join('; '),
  open: (name: string): string => `Open the chart of ${name}`,
  /** The small drawings beside it. */
  multiples: 'Deviation of each asset, minute by minute, on one scale',
  multiple: ({ name, deepest }: FrontFacts): string =>
    `${name} on ${venueName(deepest.venue)}: deviation of lows and highs, minute by minute`,
} as const;

/** Where to go from the first screen. */
export const wayOn = {
  label: 'Where to go next',
  /** Under the name of the list it leads to. */
  deepest: 'Every asset, each against its own reference',
  day: { title: 'The day', lead: 'Every episode of that day, venue by venue' },
  window: { title: 'The hours', lead: 'Every venue, minute by minute' },
  minute: { title: 'Your own minute', lead: 'Every venue’s candle of one minute' },
  asset: 'Asset',
  time: 'Minute, UTC',
  open: 'Open',
} as const;
