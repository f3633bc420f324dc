import type { DeviationsAnswer } from '../../api/deviations';
import { bySource } from '../../api/bySource';
import { takingPart } from '../../api/takingPart';
import { quoteRates, type QuoteRate } from '../../api/quoteRates';
import { assetEntry } from '../../domain/asset';
import type { Asset } from '../../domain/market';
import { referenceOf, type Reference } from '../../domain/reference';
import { deepestOf, type DeepestFacts } from '../../api/deepest';
import { deepestSentence } from './deepest';
import { marketLabel } from './market';
import { formatDuration, formatLevel, formatPrice, plusMinus } from './numbers';
import { ruleWords } from './rates';
import { referenceRule } from './reference';
import { sourceWords } from './sources';
import { listed } from './spelled';
import { venueList } from './venues';
import { windowEnds } from '../windowEnds';

/** `2025-10-10 20:00` of an ISO minute; the word UTC stands beside it. */
const written = (iso: string): string => iso.replace('T', ' ').replace('Z', '');

export const pictureWindow = ({ from, to }: Pick<DeviationsAnswer, 'from' | 'to'>): string =>
  `${written(from)} to ${written(to)} UTC`;

/** "ATOM on 14 venues". */
export function pictureTitle({ name, markets }: Pick<DeviationsAnswer, 'name' | 'markets'>): string {
  const venues = new Set(takingPart(markets).map(({ venue }) => venue)).size;
  return venues === 1 ? `${name} on 1 venue` : `${name} on ${String(venues)} venues`;
}

/** Over the sentence. `minute`: the one that the sentence is of; undefined: it is of the whole window. */
export function pictureSubtitle(
  answer: Pick<DeviationsAnswer, 'from' | 'to' | 'currency'>,
  minute: string | undefined,
): string {
  const { from, to } = windowEnds(answer, minute);
  return `${from} to ${to} UTC, prices in ${answer.currency}`;
}

/** The deepest episode with its price and how long it lasted; or that there is none; or that nothing could be measured, and why. */
export function pictureSentence(answer: DeepestFacts): string {
  const deepest = deepestOf(answer.episodes);
  if (deepest === undefined) return deepestSentence(answer);
  const { currency } = answer;
  const field = deepest.side === 'below' ? 'low' : 'high';
  return `${deepestSentence(answer)} The ${field} was ${formatPrice(deepest.peakPrice)} ${currency} against a reference of ${formatPrice(deepest.peakReference)} ${currency}; the episode lasted ${formatDuration(deepest.spanMinutes)}.`;
}

/** "Binance ATOM/USDT, OKX ATOM/USDT (REST klines); Kraken ATOM/USD (official archive)". */
export const pictureVenues = ({ markets }: Pick<DeviationsAnswer, 'markets'>): string =>
  bySource(takingPart(markets))
    .map((of) => `${of.markets.map(marketLabel).join(', ')} (${sourceWords(of.source)})`)
    .join('; ');

/** "USD as quoted; USDT 1.0003 to 1.0004 ± 0.04 %, from legs (Coinbase and Kraken)": how every quote became USD. */
export function pictureRates({
  markets,
  rate,
  currency,
}: Pick<DeviationsAnswer, 'markets' | 'rate' | 'currency'>): string {
  if (rate === 'none') return `none: raw quotes in ${currency}`;
  return quoteRates(takingPart(markets)).map(quoteRate).join('; ');
}

/** The medians of one quote's books, the largest uncertainty among them, and the rules that made them, commonest first. */
function quoteRate({ quote, rules, medians, uncertainty, lenders }: QuoteRate): string {
  if (rules.length === 1 && rules[0] === 'usd') return quote === 'USD' ? 'USD as quoted' : `${quote} read as USD`;
  if (medians === undefined) return `${quote} ${ruleWords('none')}`;
  const [least, most] = [formatPrice(medians.least), formatPrice(medians.most)];
  const spread = uncertainty === null ? ', uncertainty unknown' : ` ${plusMinus(uncertainty)}`;
  const from = lenders.length === 0 ? '' : ` (${venueList(lenders)})`;
  return `${quote} ${least === most ? least : `${least} to ${most}`}${spread}, ${listed(rules.map(ruleWords))}${from}`;
}

/** The rule of the reference that the picture's deviations are from. */
export const pictureReference = ({
  reference,
  bloc,
  asset,
  minPeers,
}: Pick<DeviationsAnswer, 'reference' | 'bloc' | 'asset' | 'minPeers'>): string =>
  referenceRule(referenceOf(reference), assetEntry(asset as Asset), minPeers, bloc);

/** The least and the most venues that a reference rested on. */
export interface PeerRange {
  readonly least: number;
  readonly most: number;
}

/** How many venues the reference rests on, over the measured minutes; undefined: none was measured. */
export function picturePeers({ reference }: Pick<DeviationsAnswer, 'reference'>, peers: PeerRange | undefined): string {
  if (peers === undefined) return 'no minute was measured';
  const { least, most } = peers;
  return peersOf(referenceOf(reference), least === most ? String(least) : `${String(least)} to ${String(most)}`);
}

function peersOf({ kind }: Reference, counted: string): string {
  switch (kind) {
    case 'others':
    case 'vwm':
      return counted;
    case 'all':
      return `${counted}, the one measured included`;
    case 'wrapped':
      return `${counted}, of the underlying`;
    case 'peg':
      return 'none: the peg is fixed';
    case 'venue':
      return `${counted}, the reference venue`;
  }
}

/** The deviation at which an episode begins, and the one below which it ends. */
export const pictureThreshold = ({ enter }: Pick<DeviationsAnswer, 'enter'>): string =>
  `${formatLevel(enter)}; an episode ends below ${formatLevel(enter / 2)}`;

/** The moment as of which the data is read. */
export const pictureAsOf = (instant: string): string => `${written(instant)} UTC`;

/** The terms of a picture’s footer. */
export const pictureTerms = {
  venues: 'Venues',
  notes: 'Notes',
  simulated: 'Simulated',
  reference: 'Reference',
  rates: 'Median rates',
  peers: 'Peers',
  window: 'Window',
  method: 'Method',
  digest: 'Digest',
  threshold: 'Entry level',
  asOf: 'As of',
  lastModified: 'Data last changed',
  key: 'Key',
  address: 'Address',
  /** Behind the address of a picture whose frame has no room for all that it rests on. */
  rest: 'In full at this address and inside this file.',
} as const;

/** In the footer of a picture in another language. */
export const pictureTranslation = { term: 'Language', note: 'Translation; the English text prevails.' } as const;

/** What a picture of simulated prices says of them, in its footer and in the bands above and below. */
export const pictureSimulated = {
  footer: 'Simulated prices. No exchange published them.',
  band: 'SIMULATED · NO EXCHANGE PUBLISHED THESE PRICES',
  stamp: 'SIMULATED',
} as const;
