import type { MethodExample } from '../../../api/method';
import type { MinuteAnswer } from '../../../api/minute';
import { clock, dayPart, utc } from '../numbers';
import { missingWords, reasonsWithMarkets } from '../missing';
import { venueAndKind } from '../market';

/** What frames every worked example. */
export const EXAMPLE = {
  label: 'Worked example',
  none: 'There are no stored candles yet, so this rule has no example. One will appear here once there are.',
} as const;

/** The links of an example to the page and to the answer that show the same. */
export const LINKS = {
  minute: 'This minute',
  window: 'This window',
  peak: 'Peak minute',
  json: 'JSON',
} as const;

/** Heads that stand in the tables of several chapters. */
export const HEADS = {
  venue: 'Venue',
  venues: 'Venues',
  market: 'Market',
  minute: 'Minute, UTC',
  rule: 'Rule',
} as const;

/** "ATOM, 2025-10-10 21:20 UTC". */
export const minuteOf = ({ name, minute }: Pick<MethodExample, 'name' | 'minute'>): string =>
  `${name}, ${utc(minute.minute)} UTC`;

/** "ATOM, 2025-10-10 20:00 to 22:00 UTC": the day once where both ends are of one. */
export const windowOf = ({ name, from, to }: Pick<MethodExample, 'name' | 'from' | 'to'>): string =>
  `${name}, ${utc(from)} to ${dayPart(from) === dayPart(to) ? clock(to) : utc(to)} UTC`;

/** Why no market of the minute could be measured: "no trade (Gate); too few peers (OKX, Bybit)". */
export function unmeasured({ venues }: Pick<MinuteAnswer, 'venues'>): string {
  return reasonsWithMarkets(
    venues.flatMap((one) => (one.missing === null ? [] : [[missingWords(one.missing), venueAndKind(one)] as const])),
  ).join('; ');
}
