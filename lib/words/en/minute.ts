import type { MissingReason } from '../../api/hole';
import type { BlocMedians } from '../../api/certainty';
import { aloneAmong, furthestDeviation, type MinuteDeviation } from '../../api/furthest';
import type { LeftOutMarket } from '../../api/leftOut';
import type { MinuteVenue } from '../../api/minute';
import { ascending } from '../../domain/ascending';
import { symbolOf, type AssetEntry } from '../../domain/asset';
import { isComputed } from '../../domain/market';
import type { Bloc } from '../../domain/question';
import { isReferenceVenue, type Reference } from '../../domain/reference';
import { blocsSentence, certaintyClause, uncertaintyClause } from './certainty';
import { whyWords } from './leftOut';
import { marketLabel, marketName, venueAndKind } from './market';
import { missingWords, reasonsWithMarkets } from './missing';
import { distance, formatPrice } from './numbers';
import { lackingReference, referencePrice, withinReference } from './reference';

/** What the sentence is made from. */
export interface MinuteFacts {
  readonly asset: Pick<AssetEntry, 'asset' | 'nature'>;
  /** `2025-10-10T21:20Z` */
  readonly minute: string;
  readonly currency: string;
  readonly reference: Reference;
  /** Among whose books medians are taken. */
  readonly bloc: Bloc;
  /** The entry level of an episode, a ratio: from here on a deviation is called certain, or not. */
  readonly enter: number;
  readonly venues: readonly MinuteVenue[];
  /** Of the lows and of the highs, each null where the blocs do not part. */
  readonly blocs: { readonly low: BlocMedians | null; readonly high: BlocMedians | null };
  readonly leftOut: readonly LeftOutMarket[];
  /** Whether the venues were named, and there is data of others. */
  readonly isOfSome: boolean;
}

/**
 * What happened in a minute, in a plain sentence: the market furthest from its reference, on either side, by lows below and
 * highs above, and what the rates leave unknown of that; one that lies beyond it comes before all that lie within. That nobody could
 * be measured, and why, where that is so. A second sentence says where the USD and the USDT books parted. States prices, never causes.
 */
export function minuteSentence(facts: MinuteFacts): string {
  const furthest = furthestDeviation(facts.venues, facts.enter);
  const when = `On ${facts.minute.slice(0, 10)} at ${facts.minute.slice(11, 16)} UTC`;
  const { low, high } = facts.blocs;
  return furthest === undefined
    ? `${when}${withinSentence(facts) ?? notMeasured(facts)}.${low === null ? blocsSentence(high, 'above') : blocsSentence(low, 'below')}`
    : `${when}${furthestSentence(facts, furthest)}.${blocsSentence(furthest.side === 'below' ? low : high, furthest.side)}`;
}

function furthestSentence(facts: MinuteFacts, furthest: MinuteDeviation): string {
  const { venue, side, ratio, price, reference, certainty } = furthest;
  const field = side === 'below' ? 'low' : 'high';
  const verb = isComputed(venue.kind) ? 'was priced' : 'traded';
  const off = ratio === 0 ? 'exactly at' : `${distance(ratio)}${uncertaintyClause(venue.uncertainty)} ${side}`;
  const of = { field, price: reference, currency: facts.currency, peers: venue.peers } as const;
  return `, ${symbolOf(facts.asset.asset)} ${verb} as ${field} as ${formatPrice(price)} ${facts.currency} on ${marketName(venue)}, ${off} ${referencePrice(facts.reference, facts.asset, of, facts.bloc)}${certainty === undefined ? '' : certaintyClause(certainty)}${outsideClause(furthest, facts)}`;
}

function outsideClause(furthest: MinuteDeviation, facts: MinuteFacts): string {
  const alone = aloneAmong(furthest, facts);
  if (alone === undefined) return '';
  return `; ${alone === 'all' ? 'no other venue' : 'of the venues measured, no other'} traded ${furthest.side === 'below' ? 'lower' : 'higher'} that minute`;
}

/** Where venues were measured and none reached as far as its reference, on either side; undefined where none was measured. */
function withinSentence({ asset, reference, bloc, venues }: MinuteFacts): string | undefined {
  const measured = venues.filter(({ missing }) => missing === null).map(venueAndKind);
  if (measured.length === 0) return undefined;
  return `, ${symbolOf(asset.asset)} stayed ${withinReference(reference, asset, bloc)} on every venue measured: ${measured.join(', ')}`;
}

/** Why a market could not be compared. */
function reasonOf(
  { asset, reference, bloc, leftOut }: MinuteFacts,
  venue: MinuteVenue,
  missing: MissingReason,
): string {
  switch (missing) {
    case 'no-rate':
      return 'no exchange rate to the common currency';
    case 'no-trade':
    case 'not-fetched':
    case 'moved':
    case 'set-aside':
      return missingWords(missing);
    case 'too-few-peers':
      return isReferenceVenue(reference, venue)
        ? 'the reference venue itself'
        : lackingReference(reference, asset, bloc);
    case 'left-out':
      return whyWords(leftOut.find((one) => one.venue === venue.venue && one.kind === venue.kind)?.why);
  }
}

/** Each reason with its markets, by reason. */
function notMeasured(facts: MinuteFacts): string {
  const rows = facts.venues.flatMap((venue) =>
    venue.missing === null ? [] : [[reasonOf(facts, venue, venue.missing), venueAndKind(venue)] as const],
  );
  for (const one of facts.leftOut) {
    const isShown = facts.venues.some(({ venue, kind }) => venue === one.venue && kind === one.kind);
    if (!isShown) rows.push([whyWords(one.why), marketLabel(one)]);
  }
  const reasons = reasonsWithMarkets(rows.sort(([a], [b]) => ascending(a, b)));
  return ` no venue’s ${symbolOf(facts.asset.asset)} price could be measured: ${reasons.length === 0 ? 'no data for this minute' : reasons.join('; ')}`;
}
