import type { DeviationsAnswer, EpisodeAnswer } from '../../api/deviations';
import type { MissingReason } from '../../api/hole';
import { assetEntry, type AssetEntry } from '../../domain/asset';
import { isComputed, type Asset, type Kind } from '../../domain/market';
import { referenceOf } from '../../domain/reference';
import { clock, dayPart, distance, formatLevel } from './numbers';
import { missingWords } from './missing';
import { referenceNoun } from './reference';

/** The episode whose worst minute strayed furthest; ties go to the larger area (method, section 5). */
export const deepestOf = (episodes: readonly EpisodeAnswer[]): EpisodeAnswer | undefined =>
  [...episodes].sort((a, b) => Math.abs(b.peak) - Math.abs(a.peak) || b.areaPctMinutes - a.areaPctMinutes)[0];

const yardstick = (answer: Pick<DeviationsAnswer, 'reference'>, entry: AssetEntry): string =>
  referenceNoun(referenceOf(answer.reference), entry);

/** "binance", "bybit’s perpetual", "okx’s index". */
const whose = ({ venue, kind }: { readonly venue: string; readonly kind: Kind }): string =>
  kind === 'spot' ? venue : `${venue}’s ${kind === 'perp' ? 'perpetual' : kind === 'mark' ? 'mark price' : kind}`;

/** Whether any minute of any venue could be measured at all. "Nobody strayed" is only then a finding. */
export const anyMeasured = (answer: Pick<DeviationsAnswer, 'series'>): boolean =>
  answer.series.some((series) => series.missing.includes(null));

/**
 * The analysis in one or two plain sentences: how far the deepest episode's venue strayed from the reference, and what the
 * market did meanwhile. States prices, never causes; leaves out what was not measured. `entry`: what the registry says of the
 * asset, given where the process does not know a user's additions.
 */
export function deepestSentence(
  answer: DeviationsAnswer,
  entry: AssetEntry = assetEntry(answer.asset as Asset),
): string {
  if (!anyMeasured(answer)) return notMeasured(answer);
  const deepest = deepestOf(answer.episodes);
  if (deepest === undefined)
    return `No venue strayed ${formatLevel(answer.enter)} or more from ${yardstick(answer, entry)} in this window.`;
  const strayed = `${whenOf(deepest.peakMinute, answer)}, ${whose(deepest)} ${isComputed(deepest.kind) ? 'stood' : 'traded'} ${distance(deepest.peak)} ${deepest.side} ${yardstick(answer, entry)}.`;
  const falls = fallsSentence(answer, deepest);
  return falls === undefined ? strayed : `${strayed} ${falls}`;
}

/** The clock alone says when in a window of one day; a longer one needs the date. */
function whenOf(iso: string, { from, to }: Pick<DeviationsAnswer, 'from' | 'to'>): string {
  const oneDay = Date.parse(to) - Date.parse(from) <= 24 * 3_600_000;
  return `${oneDay ? '' : `On ${dayPart(iso)}, `}${oneDay ? 'At' : 'at'} ${clock(iso)} UTC`;
}

/** "In this window no venue could be measured: too few peers (binance, okx); no trade (gate)." */
function notMeasured({ series }: DeviationsAnswer): string {
  const reasons = new Map<MissingReason, string[]>();
  for (const one of series) {
    for (const why of new Set(one.missing))
      if (why !== null) reasons.set(why, [...(reasons.get(why) ?? []), whose(one)]);
  }
  const words = [...reasons].map(([why, venues]) => `${missingWords(why)} (${venues.join(', ')})`).join('; ');
  return `In this window no venue could be measured${words === '' ? '' : `: ${words}`}.`;
}

/** "Over the window the market fell 24.10 %, binance 99.97 %." Undefined where either was not measured or did not fall. */
function fallsSentence(answer: DeviationsAnswer, deepest: EpisodeAnswer): string | undefined {
  const market = answer.market.fall;
  const own = answer.falls.find(
    (fall) => fall.venue === deepest.venue && fall.market === deepest.market && fall.kind === deepest.kind,
  )?.fall;
  if (market === null || own === null || own === undefined || market >= 0 || own >= 0) return undefined;
  return `The market fell ${distance(market)}, ${whose(deepest)} ${distance(own)}.`;
}
