import { aloneAmong, furthestDeviation, type MinuteDeviation } from '../../api/furthest';
import type { MissingReason } from '../../api/hole';
import type { MinuteVenue } from '../../api/minute';
import { ascending } from '../../domain/ascending';
import { symbolOf } from '../../domain/asset';
import { isComputed } from '../../domain/market';
import { isReferenceVenue } from '../../domain/reference';
import type { MinuteFacts } from '../en/minute';
import { blocsSentence, certaintyClause, uncertaintyClause } from './certainty';
import { whyWords } from './leftOut';
import { marketLabel, marketName, venueAndKind } from './market';
import { missingWords, reasonsWithMarkets } from './missing';
import { distance, formatPrice } from './numbers';
import { lackingReference, referencePrice, withinReference } from './reference';

export function minuteSentence(facts: MinuteFacts): string {
  const furthest = furthestDeviation(facts.venues, facts.enter);
  const when = `${facts.minute.slice(0, 10)} ${facts.minute.slice(11, 16)} UTC에`;
  const { low, high } = facts.blocs;
  return furthest === undefined
    ? `${when} ${withinSentence(facts) ?? notMeasured(facts)}.${low === null ? blocsSentence(high, 'above') : blocsSentence(low, 'below')}`
    : `${when} ${furthestSentence(facts, furthest)}.${blocsSentence(furthest.side === 'below' ? low : high, furthest.side)}`;
}

/** "ATOM 체결가는 Binance (ATOM/USDT)에서 최저 0.001 USD로, 다른 거래소 5곳의 저가 중앙값 1.6 USD보다 99.94 % 낮았습니다". */
function furthestSentence(facts: MinuteFacts, furthest: MinuteDeviation): string {
  const { venue, side, ratio, price, reference, certainty } = furthest;
  const field = side === 'below' ? 'low' : 'high';
  const of = { field, price: reference, currency: facts.currency, peers: venue.peers } as const;
  const against = referencePrice(facts.reference, facts.asset, of, facts.bloc);
  const off =
    ratio === 0
      ? `${against} 대비 차이가 없었습니다`
      : `${against}보다 ${distance(ratio)}${uncertaintyClause(venue.uncertainty)} ${side === 'below' ? '낮았습니다' : '높았습니다'}`;
  return `${symbolOf(facts.asset.asset)} ${isComputed(venue.kind) ? '산출 가격은' : '체결가는'} ${marketName(venue)}에서 ${side === 'below' ? '최저' : '최고'} ${formatPrice(price)} ${facts.currency}로, ${off}${certainty === undefined ? '' : certaintyClause(certainty)}${outsideClause(furthest, facts)}`;
}

function withinSentence({ asset, reference, bloc, venues }: MinuteFacts): string | undefined {
  const measured = venues.filter(({ missing }) => missing === null).map(venueAndKind);
  if (measured.length === 0) return undefined;
  return `${symbolOf(asset.asset)} 가격은 측정된 모든 거래소에서 ${withinReference(reference, asset, bloc)}에 머물렀습니다: ${measured.join(', ')}`;
}

function outsideClause(furthest: MinuteDeviation, facts: MinuteFacts): string {
  const alone = aloneAmong(furthest, facts);
  if (alone === undefined) return '';
  const price = `더 ${furthest.side === 'below' ? '낮은' : '높은'} 가격에 체결된`;
  return alone === 'all'
    ? `. 같은 분에 ${price} 다른 거래소는 없었습니다`
    : `. 같은 분에 측정된 다른 거래소 가운데 ${price} 곳은 없었습니다`;
}

function reasonOf(
  { asset, reference, bloc, leftOut }: MinuteFacts,
  venue: MinuteVenue,
  missing: MissingReason,
): string {
  switch (missing) {
    case 'no-rate':
      return '공통 통화로의 환산율 없음';
    case 'no-trade':
    case 'not-fetched':
    case 'moved':
    case 'set-aside':
      return missingWords(missing);
    case 'too-few-peers':
      return isReferenceVenue(reference, venue) ? '기준 거래소 자신' : lackingReference(reference, asset, bloc);
    case 'left-out':
      return whyWords(leftOut.find((one) => one.venue === venue.venue && one.kind === venue.kind)?.why);
  }
}

function notMeasured(facts: MinuteFacts): string {
  const rows = facts.venues.flatMap((venue) =>
    venue.missing === null ? [] : [[reasonOf(facts, venue, venue.missing), venueAndKind(venue)] as const],
  );
  for (const one of facts.leftOut) {
    const isShown = facts.venues.some(({ venue, kind }) => venue === one.venue && kind === one.kind);
    if (!isShown) rows.push([whyWords(one.why), marketLabel(one)]);
  }
  const reasons = reasonsWithMarkets(rows.sort(([a], [b]) => ascending(a, b)));
  return `${symbolOf(facts.asset.asset)} 가격을 측정할 수 있는 거래소가 없었습니다: ${reasons.length === 0 ? '해당 분의 데이터 없음' : reasons.join('; ')}`;
}
