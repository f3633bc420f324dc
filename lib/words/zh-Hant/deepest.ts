import { anyMeasured, deepestOf, deepestWithin, type DeepestFacts } from '../../api/deepest';
import type { DeviationsAnswer, EpisodeAnswer } from '../../api/deviations';
import { assetEntry, type AssetEntry } from '../../domain/asset';
import { isComputed, type Asset } from '../../domain/market';
import { referenceOf } from '../../domain/reference';
import { han } from '../han';
import type { Finding } from '../en/deepest';
import { blocsSentence, certaintyClause, uncertaintyClause } from './certainty';
import { venueAndKind } from './market';
import { missingWords, reasonsWithMarkets } from './missing';
import { clock, dayPart, distance, formatLevel } from './numbers';
import { referenceNoun } from './reference';

const referenceOfAnswer = (answer: Pick<DeviationsAnswer, 'reference' | 'bloc'>, entry: AssetEntry): string =>
  referenceNoun(referenceOf(answer.reference), entry, answer.bloc);

export function deepestFinding(answer: DeepestFacts, entry: AssetEntry = assetEntry(answer.asset as Asset)): Finding {
  if (!anyMeasured(answer)) return { finding: notMeasured(answer), beside: undefined };
  const deepest = deepestOf(answer.episodes);
  if (deepest === undefined) return { finding: noneSentence(answer, entry), beside: undefined };
  const finding = han`${whenOf(deepest.peakMinute, answer)}，${venueAndKind(deepest)}${isComputed(deepest.kind) ? '' : '的成交價'}比${referenceOfAnswer(answer, entry)}${HIGHER[deepest.side]}${distanceWords(deepest)}${certaintyClause(deepest.certainty)}。`;
  const beside = `${blocsSentence(deepest.blocs, deepest.side)}${fallsSentence(answer, deepest) ?? ''}`;
  return { finding, beside: beside === '' ? undefined : beside };
}

export function deepestSentence(answer: DeepestFacts, entry?: AssetEntry): string {
  const { finding, beside } = deepestFinding(answer, entry);
  return beside === undefined ? finding : `${finding}${beside}`;
}

const HIGHER: Readonly<Record<EpisodeAnswer['side'], string>> = { below: '低', above: '高' };

const distanceWords = ({ peak, uncertaintyAtPeak }: EpisodeAnswer): string =>
  `${distance(peak)}${uncertaintyClause(uncertaintyAtPeak)}`;

function noneSentence(answer: DeepestFacts, entry: AssetEntry): string {
  const none = han`此時間範圍內，沒有任何測得的交易所相對於${referenceOfAnswer(answer, entry)}的偏離達到 ${formatLevel(answer.enter)} 或以上`;
  const within = deepestWithin(answer.episodes);
  return within === undefined
    ? `${none}。`
    : han`${none}並超出匯率不確定度。在不確定度之內偏離最遠者：${venueAndKind(within)}，偏${HIGHER[within.side]}${distanceWords(within)}，${whenOf(within.peakMinute, answer)}。`;
}

/** The clock alone says when in a window of one day; a longer one needs the date. */
function whenOf(iso: string, { from, to }: Pick<DeviationsAnswer, 'from' | 'to'>): string {
  const oneDay = Date.parse(to) - Date.parse(from) <= 24 * 3_600_000;
  return `${oneDay ? '' : `${dayPart(iso)} `}${clock(iso)} UTC`;
}

function notMeasured({ series }: DeepestFacts): string {
  const rows = series.flatMap((one) =>
    [...new Set(one.missing)].flatMap((why) => (why === null ? [] : [[missingWords(why), venueAndKind(one)] as const])),
  );
  const words = reasonsWithMarkets(rows).join('；');
  return `此時間範圍內沒有任何測得的交易所可供測量${words === '' ? '' : `：${words}`}。`;
}

function fallsSentence(answer: DeepestFacts, deepest: EpisodeAnswer): string | undefined {
  if (deepest.side === 'above') return undefined;
  const market = answer.market.fall;
  const own = answer.falls.find((fall) => fall.venue === deepest.venue && fall.kind === deepest.kind)?.fall;
  if (market === null || own === null || own === undefined || market >= 0 || own >= 0) return undefined;
  return han`此時間範圍內，整體市場最多下跌 ${distance(market)}，${venueAndKind(deepest)}最多下跌 ${distance(own)}。`;
}
