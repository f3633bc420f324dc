import { ascending } from '../domain/ascending';
import { certaintyFrom, writeCertainty, type Side } from '../domain/episode';
import type { WrittenCertainty } from '../domain/episode';
import type { MissingReason } from './hole';
import type { MinuteVenue } from './minute';

/** A market's low at or below its reference, or its high above it, in one minute. */
export interface MinuteDeviation {
  readonly venue: MinuteVenue;
  readonly side: Side;
  readonly ratio: number;
  readonly price: number;
  readonly reference: number;
  /** undefined: nearer than an episode's entry level. */
  readonly certainty: WrittenCertainty | undefined;
}

/**
 * The market furthest from its reference in a minute, on either side, by lows below and highs above; one beyond what the rates leave
 * unknown comes before all within it, and equals are ordered by the venue's id. `enter`: an episode's entry level, a ratio.
 * undefined: no low at or below its reference was measured, and no high above it.
 */
export const furthestDeviation = (venues: readonly MinuteVenue[], enter: number): MinuteDeviation | undefined =>
  deviationsIn(venues, enter).sort(
    (a, b) =>
      Number(isBeyond(b)) - Number(isBeyond(a)) ||
      Math.abs(b.ratio) - Math.abs(a.ratio) ||
      ascending(a.venue.venue, b.venue.venue),
  )[0];

const isBeyond = ({ certainty }: MinuteDeviation): boolean => certainty === 'certain' || certainty === 'weak';

function deviationsIn(venues: readonly MinuteVenue[], enter: number): MinuteDeviation[] {
  return venues.flatMap((venue) => {
    const { dLow, dHigh, converted, reference } = venue;
    const out: MinuteDeviation[] = [];
    const add = (side: Side, ratio: number, price: number, against: number): void => {
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
function certaintyOf({ uncertainty, weak }: MinuteVenue, ratio: number, enter: number): MinuteDeviation['certainty'] {
  return Math.abs(ratio) < enter ? undefined : writeCertainty(certaintyFrom(ratio, uncertainty ?? NaN, weak, enter));
}

/**
 * Whether no other venue traded lower, or higher, in that minute, whomever it is compared with; `measured`: none of those whose prices are known, for at least one's are not, or
 * others were left out by choice (`isOfSome`).
 * undefined: one did, or the deviation's own venue was not outside its peers.
 */
export function aloneAmong(
  { venue, side, price }: MinuteDeviation,
  { venues, isOfSome }: { readonly venues: readonly MinuteVenue[]; readonly isOfSome: boolean },
): 'all' | 'measured' | undefined {
  const { outside } = venue;
  if (outside === null || outside === 0 || outside < 0 !== (side === 'below')) return undefined;
  const others = venues.filter((one) => one.venue !== venue.venue && one.kind === 'spot');
  const isFurther = ({ converted: { low, high } }: MinuteVenue): boolean =>
    side === 'below' ? low !== null && low < price : high !== null && high > price;
  if (others.some(isFurther)) return undefined;
  const areKnown = others.every(({ missing }) => missing === null || KNOWN_HOLES.includes(missing));
  return areKnown && !isOfSome ? 'all' : 'measured';
}

/** Nothing was traded, or its price is known and has too few to be compared with. */
const KNOWN_HOLES: readonly MissingReason[] = ['no-trade', 'too-few-peers'];
