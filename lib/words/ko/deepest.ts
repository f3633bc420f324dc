import { anyMeasured, deepestOf, deepestWithin, type DeepestFacts } from '../../api/deepest';
import type { DeviationsAnswer, EpisodeAnswer } from '../../api/deviations';
import { assetEntry, type AssetEntry } from '../../domain/asset';
import type { Asset, Kind } from '../../domain/market';
import { referenceOf } from '../../domain/reference';
import type { Finding } from '../en/deepest';
import { blocsSentence, certaintyClause, uncertaintyClause } from './certainty';
import { venueAndKind } from './market';
import { missingWords, reasonsWithMarkets } from './missing';
import { clock, dayPart, distance, formatLevel } from './numbers';
import { referenceNoun } from './reference';

const referenceOfAnswer = (answer: Pick<DeviationsAnswer, 'reference' | 'bloc'>, entry: AssetEntry): string =>
  referenceNoun(referenceOf(answer.reference), entry, answer.bloc);

/** What was low or high: trades, or what the venue computed. */
const PRICES: Readonly<Record<Kind, string>> = { spot: ' 체결가는', perp: ' 체결가는', mark: '은', index: '는' };

/** "21:20 UTC에 Binance 체결가는 다른 거래소들의 중앙값보다 99.97 % (± 0.04 %) 낮았습니다." */
export function deepestFinding(answer: DeepestFacts, entry: AssetEntry = assetEntry(answer.asset as Asset)): Finding {
  if (!anyMeasured(answer)) return { finding: notMeasured(answer), beside: undefined };
  const deepest = deepestOf(answer.episodes);
  if (deepest === undefined) return { finding: noneSentence(answer, entry), beside: undefined };
  const finding = `${whenOf(deepest.peakMinute, answer)}에 ${venueAndKind(deepest)}${PRICES[deepest.kind]} ${referenceOfAnswer(answer, entry)}보다 ${distanceWords(deepest)} ${deepest.side === 'below' ? '낮았습니다' : '높았습니다'}${certaintyClause(deepest.certainty)}.`;
  const beside = [blocsSentence(deepest.blocs, deepest.side).trim(), fallsSentence(answer, deepest)]
    .filter(Boolean)
    .join(' ');
  return { finding, beside: beside === '' ? undefined : beside };
}

export function deepestSentence(answer: DeepestFacts, entry?: AssetEntry): string {
  const { finding, beside } = deepestFinding(answer, entry);
  return beside === undefined ? finding : `${finding} ${beside}`;
}

const distanceWords = ({ peak, uncertaintyAtPeak }: EpisodeAnswer): string =>
  `${distance(peak)}${uncertaintyClause(uncertaintyAtPeak)}`;

function noneSentence(answer: DeepestFacts, entry: AssetEntry): string {
  const from = `${referenceOfAnswer(answer, entry)} 대비 ${formatLevel(answer.enter)} 이상 벗어난 곳`;
  const within = deepestWithin(answer.episodes);
  return within === undefined
    ? `이 기간에 측정된 거래소 가운데 ${from}은 없었습니다.`
    : `이 기간에 측정된 거래소 가운데 환산율의 불확실성을 넘어 ${from}은 없었습니다. 불확실성 이내에서 가장 큰 괴리: ${venueAndKind(within)}, ${whenOf(within.peakMinute, answer)}, ${distanceWords(within)} ${within.side === 'below' ? '낮음' : '높음'}.`;
}

/** The clock alone says when in a window of one day; a longer one needs the date. */
function whenOf(iso: string, { from, to }: Pick<DeviationsAnswer, 'from' | 'to'>): string {
  const oneDay = Date.parse(to) - Date.parse(from) <= 24 * 3_600_000;
  return `${oneDay ? '' : `${dayPart(iso)} `}${clock(iso)} UTC`;
}

/** "이 기간에 측정할 수 있는 거래소가 없었습니다: 비교 거래소 부족 (Binance, OKX); 체결 없음 (Gate)." */
function notMeasured({ series }: DeepestFacts): string {
  const rows = series.flatMap((one) =>
    [...new Set(one.missing)].flatMap((why) => (why === null ? [] : [[missingWords(why), venueAndKind(one)] as const])),
  );
  const words = reasonsWithMarkets(rows).join('; ');
  return `이 기간에 측정할 수 있는 거래소가 없었습니다${words === '' ? '' : `: ${words}`}.`;
}

/** "이 기간의 최대 하락률은 시장 24.10 %, Binance 99.97 %였습니다." */
function fallsSentence(answer: DeepestFacts, deepest: EpisodeAnswer): string | undefined {
  if (deepest.side === 'above') return undefined;
  const market = answer.market.fall;
  const own = answer.falls.find((fall) => fall.venue === deepest.venue && fall.kind === deepest.kind)?.fall;
  if (market === null || own === null || own === undefined || market >= 0 || own >= 0) return undefined;
  return `이 기간의 최대 하락률은 시장 ${distance(market)}, ${venueAndKind(deepest)} ${distance(own)}였습니다.`;
}
