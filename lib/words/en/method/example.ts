import type { MethodExample } from '../../../api/method';
import type { MinuteAnswer } from '../../../api/minute';
import type { MissingReason } from '../../../api/hole';
import { clock, dayPart, utc } from '../numbers';
import { missingWords } from '../missing';
import { venueName } from '../venues';

/** What frames every worked example. */
export const EXAMPLE = {
  label: 'Worked example',
  simulated: 'SIMULATED',
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
  minute: 'Minute (UTC)',
  rule: 'Rule',
} as const;

/** In the place of a figure. */
export const NONE = {
  none: 'none',
  notMeasured: 'not measured',
  noRate: 'no rate',
  noPrice: 'no price',
  never: 'never',
} as const;

/** "ATOM, 2025-10-10 21:20 UTC". */
export const minuteOf = ({ name, minute }: Pick<MethodExample, 'name' | 'minute'>): string =>
  `${name}, ${utc(minute.minute)} UTC`;

/** "ATOM, 2025-10-10 20:00 to 22:00 UTC": the day once where both ends are of one. */
export const windowOf = ({ name, from, to }: Pick<MethodExample, 'name' | 'from' | 'to'>): string =>
  `${name}, ${utc(from)} to ${dayPart(from) === dayPart(to) ? clock(to) : utc(to)} UTC`;

/** "Binance ATOM/USDT". */
export const marketOf = ({ venue, market }: { readonly venue: string; readonly market: string }): string =>
  `${venueName(venue)} ${market}`;

/** Why no market of the minute could be measured: "no trade (Gate); too few peers (OKX, Bybit)". */
export function unmeasured({ venues }: Pick<MinuteAnswer, 'venues'>): string {
  const reasons = new Map<MissingReason, string[]>();
  for (const { venue, missing } of venues)
    if (missing !== null) reasons.set(missing, [...(reasons.get(missing) ?? []), venueName(venue)]);
  return [...reasons].map(([why, names]) => `${missingWords(why)} (${names.join(', ')})`).join('; ');
}
