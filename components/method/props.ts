import type { MethodExample } from '@/lib/api/method';
import type { MinuteVenue } from '@/lib/api/minute';
import { clock, dayPart, utc } from '@/lib/words/en/numbers';
import { missingWords } from '@/lib/words/en/missing';

export interface ExampleProps {
  /** null: nothing is held. */
  readonly example: MethodExample | null;
  readonly simulated: boolean;
}

export const NOTHING_HELD =
  'No candles are held, so there is nothing to work this rule out on. It will be worked out here as soon as there are.';

/** "ATOM, 2025-10-10 21:20 UTC". */
export const minuteWords = ({ name, minute }: MethodExample): string => `${name}, ${utc(minute.minute)} UTC`;

/** "ATOM, 2025-10-10 20:00 to 2025-10-11 00:00 UTC", a day once where it is one. */
export function windowWords({ name, from, to }: Pick<MethodExample, 'name' | 'from' | 'to'>): string {
  return `${name}, ${utc(from)} to ${dayPart(from) === dayPart(to) ? clock(to) : utc(to)} UTC`;
}

/** The row of the market that strayed furthest, and the price field its side goes by. */
export interface Focused {
  readonly row: MinuteVenue;
  readonly field: 'low' | 'high';
  /** The other spot books with a price in that minute, by that price, ascending. */
  readonly peers: readonly { readonly venue: string; readonly value: number }[];
}

export function focused({ minute, focus }: MethodExample): Focused | undefined {
  const row = minute.venues.find(
    (one) => one.venue === focus?.venue && one.market === focus.market && one.kind === focus.kind,
  );
  if (row === undefined || focus === null) return undefined;
  const field = focus.side === 'below' ? 'low' : 'high';
  const peers = minute.venues.flatMap((one) =>
    one === row || one.kind !== 'spot' || one.converted[field] === null
      ? []
      : [{ venue: one.venue, value: one.converted[field] }],
  );
  return { row, field, peers: [...peers].sort((a, b) => a.value - b.value || (a.venue < b.venue ? -1 : 1)) };
}

/** Why no market of the minute could be measured: "no trade (gate); too few peers (okx, bybit)". */
export function unmeasuredWords({ minute }: MethodExample): string {
  const reasons = [...new Set(minute.venues.flatMap(({ missing }) => (missing === null ? [] : [missing])))];
  return reasons
    .map(
      (why) =>
        `${missingWords(why)} (${minute.venues
          .filter(({ missing }) => missing === why)
          .map(({ venue }) => venue)
          .join(', ')})`,
    )
    .join('; ');
}
