import { anyMeasured, deepestOf, deepestWithin, type DeepestFacts } from '../../api/deepest';
import type { DeviationsAnswer, EpisodeAnswer } from '../../api/deviations';
import { assetEntry, type AssetEntry } from '../../domain/asset';
import { isComputed, type Asset, type Kind } from '../../domain/market';
import { referenceOf } from '../../domain/reference';
import { blocsSentence, certaintyClause, uncertaintyClause } from './certainty';
import { kindWords } from './kinds';
import { missingWords, reasonsWithMarkets } from './missing';
import { clock, dayPart, distance, formatLevel } from './numbers';
import { referenceNoun } from './reference';
import { venueName } from './venues';

const referenceOfAnswer = (answer: Pick<DeviationsAnswer, 'reference' | 'bloc'>, entry: AssetEntry): string =>
  referenceNoun(referenceOf(answer.reference), entry, answer.bloc);

/** "Binance", "Bybit’s perpetual", "OKX’s index". */
const whose = ({ venue, kind }: { readonly venue: string; readonly kind: Kind }): string =>
  kind === 'spot' ? venueName(venue) : `${venueName(venue)}’s ${kindWords(kind)}`;

/** What was found, and what a reader must know beside it; undefined: nothing. */
export interface Finding {
  readonly finding: string;
  readonly beside: string | undefined;
}

/**
 * The analysis in a few plain sentences: how far the venue of the deepest episode was from the reference, what the rates leave
 * unknown of it; beside that, where the blocs parted, and what the market did meanwhile. States prices, never causes; leaves out what was not
 * measured. `entry`: what the registry says of the asset, given where the process does not know a user's additions.
 */
export function deepestFinding(answer: DeepestFacts, entry: AssetEntry = assetEntry(answer.asset as Asset)): Finding {
  if (!anyMeasured(answer)) return { finding: notMeasured(answer), beside: undefined };
  const deepest = deepestOf(answer.episodes);
  if (deepest === undefined) return { finding: noneSentence(answer, entry), beside: undefined };
  const finding = `${capital(whenOf(deepest.peakMinute, answer, ', '))}, ${whose(deepest)} ${isComputed(deepest.kind) ? 'was' : 'traded'} ${distanceWords(deepest)} ${deepest.side} ${referenceOfAnswer(answer, entry)}${certaintyClause(deepest.certainty)}.`;
  const beside = [blocsSentence(deepest.blocs, deepest.side).trim(), fallsSentence(answer, deepest)]
    .filter(Boolean)
    .join(' ');
  return { finding, beside: beside === '' ? undefined : beside };
}

/** The same in one text. */
export function deepestSentence(answer: DeepestFacts, entry?: AssetEntry): string {
  const { finding, beside } = deepestFinding(answer, entry);
  return beside === undefined ? finding : `${finding} ${beside}`;
}

/** "99.97 % (± 0.04 %)". */
const distanceWords = ({ peak, uncertaintyAtPeak }: EpisodeAnswer): string =>
  `${distance(peak)}${uncertaintyClause(uncertaintyAtPeak)}`;

/** That nobody deviated so far; of what lies within the rates' uncertainty, the furthest, named as that. */
function noneSentence(answer: DeepestFacts, entry: AssetEntry): string {
  const none = `None of the venues measured deviated by ${formatLevel(answer.enter)} or more from ${referenceOfAnswer(answer, entry)}`;
  const within = deepestWithin(answer.episodes);
  return within === undefined
    ? `${none} in this window.`
    : `${none} beyond the uncertainty of the rates in this window. The furthest within it: ${whose(within)}, ${distanceWords(within)} ${within.side} ${whenOf(within.peakMinute, answer, ' ')}.`;
}

/** The clock alone says when in a window of one day; a longer one needs the date. */
function whenOf(iso: string, { from, to }: Pick<DeviationsAnswer, 'from' | 'to'>, comma: string): string {
  const oneDay = Date.parse(to) - Date.parse(from) <= 24 * 3_600_000;
  return `${oneDay ? '' : `on ${dayPart(iso)}${comma}`}at ${clock(iso)} UTC`;
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** "No venue could be measured in this window: too few peers (Binance, OKX); no trade (Gate)." */
function notMeasured({ series }: DeepestFacts): string {
  const rows = series.flatMap((one) =>
    [...new Set(one.missing)].flatMap((why) => (why === null ? [] : [[missingWords(why), whose(one)] as const])),
  );
  const words = reasonsWithMarkets(rows).join('; ');
  return `No venue could be measured in this window${words === '' ? '' : `: ${words}`}.`;
}

/**
 * "In this window the market fell by up to 24.10 %, Binance by up to 99.97 %." The lowest minute of a fall may be another than the deepest: it is told of
 * the window. Undefined where the venue was above the others, of which its fall says nothing, and where either was not measured or did not fall.
 */
function fallsSentence(answer: DeepestFacts, deepest: EpisodeAnswer): string | undefined {
  if (deepest.side === 'above') return undefined;
  const market = answer.market.fall;
  const own = answer.falls.find((fall) => fall.venue === deepest.venue && fall.kind === deepest.kind)?.fall;
  if (market === null || own === null || own === undefined || market >= 0 || own >= 0) return undefined;
  return `In this window the market fell by up to ${distance(market)}, ${whose(deepest)} by up to ${distance(own)}.`;
}
