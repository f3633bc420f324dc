import { formatInstant, instant } from '../../domain/instant';
import { MINUTE_MS } from '../../domain/minute';

/** Date, time of day, perhaps seconds with their fraction, and the zone: Z, UTC, or an offset, whose plus sign a query reads as a space. */
const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt]| +)(\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)? ?(?:([Zz]|[Uu][Tt][Cc])|([+\- ])(\d{2})(?::?(\d{2}))?)$/;

/** What a time in an address stands for: a minute, either end of a half-open window, or a moment to the millisecond. */
export type TimeRole = 'minute' | 'from' | 'to' | 'moment';

/**
 * A time that names its zone in another spelling than an address's (`2025-10-10t21:20:37z`, `2025-10-11T05:20+08:00`) as an address
 * writes it, in UTC. Seconds name the minute they lie in; an end of a window with seconds is the end of that minute, so that the window
 * holds what was named. Anything else, a time without a zone among it, comes back as it is, to be refused where it is read.
 */
export function mendedTime(text: string, role: TimeRole): string {
  const [, day, time, seconds = '', utc, sign, hours, minutes = '00'] = WRITTEN.exec(text) ?? [];
  if (day === undefined || time === undefined) return text;
  const ms = Date.parse(`${day}T${time}${fractionOf(seconds)}Z`);
  // A day no calendar has rolls over: it stays as written.
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(`${day}T${time}`)) return text;
  const offset = utc === undefined ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
  if (Math.abs(offset) > MOST_OFFSET) return text;
  const at = ms - offset * MINUTE_MS;
  const rounded = role === 'moment' ? at : (role === 'to' ? Math.ceil : Math.floor)(at / MINUTE_MS) * MINUTE_MS;
  return rounded < 0 || rounded > LAST_MS ? text : formatInstant(instant(rounded));
}

/** Zones reach from −12:00 to +14:00. */
const MOST_OFFSET = 14 * 60;
/** The last minute that may be written in an address. */
const LAST_MS = Date.UTC(2999, 11, 31, 23, 59);

/** At most milliseconds, which is what a moment has. */
const fractionOf = (seconds: string): string => (seconds === '' ? ':00' : seconds.slice(0, 7));
