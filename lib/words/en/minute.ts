import type { MissingReason } from '../../api/hole';
import type { MinuteVenue } from '../../api/minute';
import { symbolOf, type AssetEntry } from '../../domain/asset';
import { isComputed } from '../../domain/market';
import { isYardstick, type Reference } from '../../domain/reference';
import { marketName, venueAndKind } from './market';
import { reasonsWithMarkets } from './missing';
import { distance, formatPrice } from './numbers';
import { lackingReference, referencePrice, withinReference } from './reference';

/** What the sentence is made from. */
export interface MinuteFacts {
  readonly asset: Pick<AssetEntry, 'asset' | 'nature'>;
  /** `2025-10-10T21:20Z` */
  readonly minute: string;
  readonly currency: string;
  readonly reference: Reference;
  readonly venues: readonly MinuteVenue[];
}

/** A market's low at or below its reference, or its high above it. */
interface Deviation {
  readonly venue: MinuteVenue;
  readonly side: 'below' | 'above';
  readonly ratio: number;
  readonly price: number;
  readonly reference: number;
}

/**
 * One plain sentence that states what happened in a minute: the market furthest from its reference, on either side, by lows
 * below and highs above; that nobody could be measured, and why, where that is so. It states prices, never causes.
 */
export function minuteSentence(facts: MinuteFacts): string {
  const furthest = deviationsIn(facts.venues).sort(
    (a, b) => Math.abs(b.ratio) - Math.abs(a.ratio) || compare(a.venue.venue, b.venue.venue),
  )[0];
  const when = `On ${facts.minute.slice(0, 10)} at ${facts.minute.slice(11, 16)} UTC`;
  return `${when}${furthest === undefined ? (withinSentence(facts) ?? notMeasured(facts)) : furthestSentence(facts, furthest)}.`;
}

function furthestSentence(facts: MinuteFacts, { venue, side, ratio, price, reference }: Deviation): string {
  const field = side === 'below' ? 'low' : 'high';
  const verb = isComputed(venue.kind) ? 'was priced' : 'traded';
  const off = ratio === 0 ? 'exactly at' : `${distance(ratio)} ${side}`;
  const of = { field, price: reference, currency: facts.currency, peers: venue.peers } as const;
  return `, ${symbolOf(facts.asset.asset)} ${verb} as ${field} as ${formatPrice(price)} ${facts.currency} on ${marketName(venue)}, ${off} ${referencePrice(facts.reference, facts.asset, of)}${outsideClause(venue, side)}`;
}

/** Where venues were measured and none reached as far as its reference, on either side; undefined where none was measured. */
function withinSentence({ asset, reference, venues }: MinuteFacts): string | undefined {
  const measured = venues.filter(({ missing }) => missing === null).map(venueAndKind);
  if (measured.length === 0) return undefined;
  return `, ${symbolOf(asset.asset)} stayed ${withinReference(reference, asset)} on every venue measured: ${measured.join(', ')}`;
}

function deviationsIn(venues: readonly MinuteVenue[]): Deviation[] {
  return venues.flatMap((venue) => {
    const { dLow, dHigh, converted, reference } = venue;
    const out: Deviation[] = [];
    if (dLow !== null && dLow <= 0 && converted.low !== null && reference.low !== null)
      out.push({ venue, side: 'below', ratio: dLow, price: converted.low, reference: reference.low });
    if (dHigh !== null && dHigh > 0 && converted.high !== null && reference.high !== null)
      out.push({ venue, side: 'above', ratio: dHigh, price: converted.high, reference: reference.high });
    return out;
  });
}

function outsideClause(venue: MinuteVenue, side: 'below' | 'above'): string {
  if (venue.outside === null || venue.outside === 0 || venue.outside < 0 !== (side === 'below')) return '';
  return `; no other venue traded ${side === 'below' ? 'lower' : 'higher'} that minute`;
}

/** Why a market could not be compared. */
function reasonOf({ asset, reference }: MinuteFacts, venue: MinuteVenue, missing: MissingReason): string {
  switch (missing) {
    case 'no-rate':
      return 'no exchange rate to the common currency';
    case 'no-trade':
      return 'no trade';
    case 'not-fetched':
      return 'not fetched';
    case 'too-few-peers':
      return isYardstick(reference, venue) ? 'the reference venue itself' : lackingReference(reference, asset);
  }
}

/** Each reason with its markets, by reason. */
function notMeasured(facts: MinuteFacts): string {
  const rows = facts.venues.flatMap((venue) =>
    venue.missing === null ? [] : [[reasonOf(facts, venue, venue.missing), venueAndKind(venue)] as const],
  );
  const reasons = reasonsWithMarkets(rows.sort(([a], [b]) => compare(a, b)));
  return ` no venue’s ${symbolOf(facts.asset.asset)} price could be measured: ${reasons.length === 0 ? 'no data for this minute' : reasons.join('; ')}`;
}

/** By code unit, so that no machine’s locale changes the order. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
