import type { MethodExample } from '@/lib/api/method';
import type { MinuteVenue } from '@/lib/api/minute';
import type { SideField } from '@/lib/words/en/method/reference';

/** A venue's price in the minute. */
export interface VenuePrice {
  readonly venue: string;
  readonly value: number;
}

/** The row of the market that deviated furthest, and the price its side goes by. */
export interface Focused {
  readonly row: MinuteVenue;
  readonly field: SideField;
  /** The other spot markets with a price in that minute, by that price, ascending. */
  readonly peers: readonly VenuePrice[];
}

/** undefined: no market of the minute was measured. */
export function focused({ minute, focus }: MethodExample): Focused | undefined {
  const row = minute.venues.find(
    (one) => one.venue === focus?.venue && one.market === focus.market && one.kind === focus.kind,
  );
  if (row === undefined || focus === null) return undefined;
  const field = focus.side === 'below' ? 'low' : 'high';
  return { row, field, peers: peersBy(field, minute.venues, row) };
}

/** Whether a row is of the market that deviated furthest. */
export const isFocus = (
  { focus }: Pick<MethodExample, 'focus'>,
  { venue, kind }: Pick<MinuteVenue, 'venue' | 'kind'>,
): boolean => venue === focus?.venue && kind === focus.kind;

/** The other spot markets by one price, ascending; equal ones by their venue's id. */
export const peersBy = (field: SideField, venues: readonly MinuteVenue[], row: MinuteVenue): readonly VenuePrice[] =>
  venues
    .flatMap((one) =>
      one === row || one.kind !== 'spot' || one.converted[field] === null
        ? []
        : [{ venue: one.venue, value: one.converted[field] }],
    )
    .sort((a, b) => a.value - b.value || (a.venue < b.venue ? -1 : 1));
