import type { MissingReason } from '../../api/hole';
import type { BlocMedians, WrittenCertainty } from '../../api/certainty';
import type { LeftOutMarket } from '../../api/leftOut';
import type { MinuteVenue } from '../../api/minute';
import { symbolOf, type AssetEntry } from '../../domain/asset';
import { certaintyFrom, writeCertainty } from '../../domain/episode';
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
}

/** A market's low at or below its reference, or its high above it. */
interface Deviation {
  readonly venue: MinuteVenue;
  readonly side: 'below' | 'above';
  readonly ratio: number;
  readonly price: number;
  readonly reference: number;
  /** undefined: nearer than an episode's entry level. */
  readonly certainty: WrittenCertainty | undefined;
}

/**
 * What happened in a minute, in a plain sentence: the market furthest from its reference, on either side, by lows below and
 * highs above, and what the rates leave unknown of that; one that lies beyond it comes before all that lie within. That nobody could
 * be measured, and why, where that is so. A second sentence says where the USD and the USDT books parted. States prices, never causes.
 */
export function minuteSentence(facts: MinuteFacts): string {
  const furthest = deviationsIn(facts).sort(
    (a, b) =>
      Number(isBeyond(b)) - Number(isBeyond(a)) ||
      Math.abs(b.ratio) - Math.abs(a.ratio) ||
      compare(a.venue.venue, b.venue.venue),
  )[0];
  const when = `On ${facts.minute.slice(0, 10)} at ${facts.minute.slice(11, 16)} UTC`;
  const { low, high } = facts.blocs;
  return furthest === undefined
    ? `${when}${withinSentence(facts) ?? notMeasured(facts)}.${low === null ? blocsSentence(high, 'above') : blocsSentence(low, 'below')}`
    : `${when}${furthestSentence(facts, furthest)}.${blocsSentence(furthest.side === 'below' ? low : high, furthest.side)}`;
}

const isBeyond = ({ certainty }: Deviation): boolean => certainty === 'certain' || certainty === 'weak';

function furthestSentence(facts: MinuteFacts, { venue, side, ratio, price, reference, certainty }: Deviation): string {
  const field = side === 'below' ? 'low' : 'high';
  const verb = isComputed(venue.kind) ? 'was priced' : 'traded';
  const off = ratio === 0 ? 'exactly at' : `${distance(ratio)}${uncertaintyClause(venue.uncertainty)} ${side}`;
  const of = { field, price: reference, currency: facts.currency, peers: venue.peers } as const;
  return `, ${symbolOf(facts.asset.asset)} ${verb} as ${field} as ${formatPrice(price)} ${facts.currency} on ${marketName(venue)}, ${off} ${referencePrice(facts.reference, facts.asset, of, facts.bloc)}${certainty === undefined ? '' : certaintyClause(certainty)}${outsideClause(venue, side)}`;
}

/** Where venues were measured and none reached as far as its reference, on either side; undefined where none was measured. */
function withinSentence({ asset, reference, bloc, venues }: MinuteFacts): string | undefined {
  const measured = venues.filter(({ missing }) => missing === null).map(venueAndKind);
  if (measured.length === 0) return undefined;
  return `, ${symbolOf(asset.asset)} stayed ${withinReference(reference, asset, bloc)} on every venue measured: ${measured.join(', ')}`;
}

function deviationsIn({ venues, enter }: MinuteFacts): Deviation[] {
  return venues.flatMap((venue) => {
    const { dLow, dHigh, converted, reference } = venue;
    const out: Deviation[] = [];
    const add = (side: Deviation['side'], ratio: number, price: number, against: number): void => {
      out.push({ venue, side, ratio, price, reference: against, certainty: certaintyOf(venue, ratio, enter) });
    };
    if (dLow !== null && dLow <= 0 && converted.low !== null && reference.low !== null)
      add('below', dLow, converted.low, reference.low);
    if (dHigh !== null && dHigh > 0 && converted.high !== null && reference.high !== null)
      add('above', dHigh, converted.high, reference.high);
    return out;
  });
}

/** As of an episode whose peak it is (method, section 5). */
function certaintyOf({ uncertainty, weak }: MinuteVenue, ratio: number, enter: number): Deviation['certainty'] {
  return Math.abs(ratio) < enter ? undefined : writeCertainty(certaintyFrom(ratio, uncertainty ?? NaN, weak, enter));
}

function outsideClause(venue: MinuteVenue, side: 'below' | 'above'): string {
  if (venue.outside === null || venue.outside === 0 || venue.outside < 0 !== (side === 'below')) return '';
  return `; no other venue traded ${side === 'below' ? 'lower' : 'higher'} that minute`;
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
  const reasons = reasonsWithMarkets(rows.sort(([a], [b]) => compare(a, b)));
  return ` no venue’s ${symbolOf(facts.asset.asset)} price could be measured: ${reasons.length === 0 ? 'no data for this minute' : reasons.join('; ')}`;
}

/** By code unit, so that no machine’s locale changes the order. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
