import { aloneAmong, furthestDeviation, type MinuteDeviation } from '../../api/furthest';
import type { MissingReason } from '../../api/hole';
import type { MinuteVenue } from '../../api/minute';
import { ascending } from '../../domain/ascending';
import { symbolOf } from '../../domain/asset';
import { isComputed } from '../../domain/market';
import { isReferenceVenue } from '../../domain/reference';
import type { MinuteFacts } from '../en/minute';
import { han } from '../han';
import { blocsSentence, certaintyClause, uncertaintyClause } from './certainty';
import { whyWords } from './leftOut';
import { marketLabel, marketName, venueAndKind } from './market';
import { missingWords, reasonsWithMarkets } from './missing';
import { distance, formatPrice } from './numbers';
import { lackingReference, referencePrice, withinReference } from './reference';

export function minuteSentence(facts: MinuteFacts): string {
  const furthest = furthestDeviation(facts.venues, facts.enter);
  const when = `${facts.minute.slice(0, 10)} ${facts.minute.slice(11, 16)} UTC，`;
  const { low, high } = facts.blocs;
  return furthest === undefined
    ? `${when}${withinSentence(facts) ?? notMeasured(facts)}。${low === null ? blocsSentence(high, 'above') : blocsSentence(low, 'below')}`
    : `${when}${furthestSentence(facts, furthest)}。${blocsSentence(furthest.side === 'below' ? low : high, furthest.side)}`;
}

function furthestSentence(facts: MinuteFacts, furthest: MinuteDeviation): string {
  const { venue, side, ratio, price, reference, certainty } = furthest;
  const field = side === 'below' ? 'low' : 'high';
  const reached = `${isComputed(venue.kind) ? '價格' : '成交價'}${side === 'below' ? '最低' : '最高'}為 ${formatPrice(price)} ${facts.currency}`;
  const of = { field, price: reference, currency: facts.currency, peers: venue.peers } as const;
  const against = referencePrice(facts.reference, facts.asset, of, facts.bloc);
  const off =
    ratio === 0
      ? han`恰好等於${against}`
      : han`比${against}${side === 'below' ? '低' : '高'}${distance(ratio)}${uncertaintyClause(venue.uncertainty)}`;
  return `${symbolOf(facts.asset.asset)} 在 ${marketName(venue)}的${reached}，${off}${certainty === undefined ? '' : certaintyClause(certainty)}${outsideClause(furthest, facts)}`;
}

function outsideClause(furthest: MinuteDeviation, facts: MinuteFacts): string {
  const alone = aloneAmong(furthest, facts);
  if (alone === undefined) return '';
  return `；該分鐘沒有其他${alone === 'all' ? '' : '測得的'}交易所的成交價更${furthest.side === 'below' ? '低' : '高'}`;
}

function withinSentence({ asset, reference, bloc, venues }: MinuteFacts): string | undefined {
  const measured = venues.filter(({ missing }) => missing === null).map(venueAndKind);
  if (measured.length === 0) return undefined;
  return `${symbolOf(asset.asset)} 在每一家測得的交易所都${withinReference(reference, asset, bloc)}：${measured.join('、')}`;
}

function reasonOf(
  { asset, reference, bloc, leftOut }: MinuteFacts,
  venue: MinuteVenue,
  missing: MissingReason,
): string {
  switch (missing) {
    case 'no-rate':
      return '無換算為共同貨幣的匯率';
    case 'no-trade':
    case 'not-fetched':
    case 'moved':
    case 'set-aside':
      return missingWords(missing);
    case 'too-few-peers':
      return isReferenceVenue(reference, venue) ? '基準交易所本身' : lackingReference(reference, asset, bloc);
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
  return `沒有任何交易所的 ${symbolOf(facts.asset.asset)} 價格可供測量：${reasons.length === 0 ? '這一分鐘無資料' : reasons.join('；')}`;
}
