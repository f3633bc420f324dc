import { anyMeasured, deepestOf, type DeepestFacts } from '../../api/deepest';
import type { DeviationsAnswer, EpisodeAnswer } from '../../api/deviations';
import { assetEntry, type AssetEntry } from '../../domain/asset';
import { isComputed, type Asset, type Kind } from '../../domain/market';
import { referenceOf } from '../../domain/reference';
import { kindWords } from './kinds';
import { missingWords, reasonsWithMarkets } from './missing';
import { clock, dayPart, distance, formatLevel } from './numbers';
import { referenceNoun } from './reference';
import { venueName } from './venues';

const referenceOfAnswer = (answer: Pick<DeviationsAnswer, 'reference'>, entry: AssetEntry): string =>
  referenceNoun(referenceOf(answer.reference), entry);

/** "Binance", "Bybit’s perpetual", "OKX’s index". */
const whose = ({ venue, kind }: { readonly venue: string; readonly kind: Kind }): string =>
  kind === 'spot' ? venueName(venue) : `${venueName(venue)}’s ${kindWords(kind)}`;

/**
 * The analysis in one or two plain sentences: how far the venue of the deepest episode was from the reference, and what
 * the market did meanwhile. States prices, never causes; leaves out what was not measured. `entry`: what the registry says
 * of the asset, given where the process does not know a user's additions.
 */
export function deepestSentence(answer: DeepestFacts, entry: AssetEntry = assetEntry(answer.asset as Asset)): string {
  if (!anyMeasured(answer)) return notMeasured(answer);
  const deepest = deepestOf(answer.episodes);
  if (deepest === undefined)
    return `No venue deviated by ${formatLevel(answer.enter)} or more from ${referenceOfAnswer(answer, entry)} in this window.`;
  const deviated = `${whenOf(deepest.peakMinute, answer)}, ${whose(deepest)} ${isComputed(deepest.kind) ? 'was' : 'traded'} ${distance(deepest.peak)} ${deepest.side} ${referenceOfAnswer(answer, entry)}.`;
  const falls = fallsSentence(answer, deepest);
  return falls === undefined ? deviated : `${deviated} ${falls}`;
}

/** The clock alone says when in a window of one day; a longer one needs the date. */
function whenOf(iso: string, { from, to }: Pick<DeviationsAnswer, 'from' | 'to'>): string {
  const oneDay = Date.parse(to) - Date.parse(from) <= 24 * 3_600_000;
  return `${oneDay ? '' : `On ${dayPart(iso)}, `}${oneDay ? 'At' : 'at'} ${clock(iso)} UTC`;
}

/** "No venue could be measured in this window: too few peers (Binance, OKX); no trade (Gate)." */
function notMeasured({ series }: DeepestFacts): string {
  const rows = series.flatMap((one) =>
    [...new Set(one.missing)].flatMap((why) => (why === null ? [] : [[missingWords(why), whose(one)] as const])),
  );
  const words = reasonsWithMarkets(rows).join('; ');
  return `No venue could be measured in this window${words === '' ? '' : `: ${words}`}.`;
}

/** "The market fell 24.10 %, Binance 99.97 %." Undefined where either was not measured or did not fall. */
function fallsSentence(answer: DeepestFacts, deepest: EpisodeAnswer): string | undefined {
  const market = answer.market.fall;
  const own = answer.falls.find(
    (fall) => fall.venue === deepest.venue && fall.market === deepest.market && fall.kind === deepest.kind,
  )?.fall;
  if (market === null || own === null || own === undefined || market >= 0 || own >= 0) return undefined;
  return `The market fell ${distance(market)}, ${whose(deepest)} ${distance(own)}.`;
}
