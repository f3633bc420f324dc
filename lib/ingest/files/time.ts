/** How a file writes its times: seconds, milliseconds, microseconds or nanoseconds since 1970, or ISO 8601. */
export const TIME_UNITS = ['s', 'ms', 'us', 'ns', 'iso'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** How the times of a column are read. */
export interface TimeReading {
  readonly unit: TimeUnit;
  /** Minutes east of UTC of a time that names no zone; undefined: such a time is not read. */
  readonly zone: number | undefined;
}

/** Ten digits of seconds reach from 2001 to 2286; thirteen, sixteen and nineteen are finer: they cannot be confused. */
const DIGITS: Readonly<Record<number, TimeUnit>> = { 10: 's', 13: 'ms', 16: 'us', 19: 'ns' };
const DIGITS_OF: Readonly<Record<Exclude<TimeUnit, 'iso'>, number>> = { s: 10, ms: 13, us: 16, ns: 19 };
/** What is finer than a microsecond is cut off: rounded up, it could be the next minute. */
const MICRO_DIGITS = 6;
const MICRO_END = 16;
const MS_DIGITS = 13;

/** `2025-10-10T21:20:00.000Z`, `2025-10-10 21:20 UTC`, `…+02:00`, `…+0200`, and a day alone. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

const HOUR_MINUTES = 60;
const MINUTE = 60_000;
/** No place on Earth is further from UTC. */
const MOST_ZONE_MINUTES = 14 * HOUR_MINUTES;

/** Minutes east of UTC of `Z`, `UTC`, `+02:00`, `-0400`, `+08`; undefined: no zone. */
export function zoneOf(text: string): number | undefined {
  if (/^(z|utc|gmt)$/i.test(text)) return 0;
  const match = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, hours, minutes = '00'] = match;
  const east = Number(hours) * HOUR_MINUTES + Number(minutes);
  return east > MOST_ZONE_MINUTES ? undefined : sign === '-' ? -east : east;
}

/** The unit a column's name states (`open_time_ms`), or undefined. */
export function unitNamed(column: string): TimeUnit | undefined {
  const end = /_(s|sec|seconds|ms|millis|us|micros|ns|nanos)$/.exec(column)?.[1];
  if (end === undefined) return undefined;
  if (end.startsWith('n')) return 'ns';
  return end.startsWith('s') ? 's' : end === 'us' || end === 'micros' ? 'us' : 'ms';
}

/** The unit of a value by its number of digits, or ISO by its shape; undefined: neither. */
export function unitShown(text: string): TimeUnit | undefined {
  const digits = /^(\d+)(?:\.\d+)?$/.exec(text)?.[1];
  if (digits !== undefined) return DIGITS[digits.length];
  return ISO.test(text) ? 'iso' : undefined;
}

/** Whether an ISO time names its zone. */
export const namesZone = (text: string): boolean => ISO.exec(text)?.[8] !== undefined;

function isoMs(text: string, zone: number | undefined): number {
  const match = ISO.exec(text);
  if (match === null) return NaN;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', named] = match;
  const east = named === undefined ? zone : zoneOf(named);
  if (east === undefined) return NaN;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // 30 February would roll over, and so would hour 25.
  if (
    new Date(midnight).getUTCDate() !== Number(day) ||
    Number(hour) > 23 ||
    Number(minute) > 59 ||
    Number(second) > 59
  )
    return NaN;
  const clock = ((Number(hour) * HOUR_MINUTES + Number(minute)) * HOUR_MINUTES + Number(second)) * 1_000;
  const ms = midnight + clock + microsOf(fraction) / 1_000 - east * MINUTE;
  // No market is so old, and no minute is counted from before 1970.
  return ms < 0 ? NaN : ms;
}

const microsOf = (fraction: string): number => Number(fraction.slice(0, MICRO_DIGITS).padEnd(MICRO_DIGITS, '0'));

/**
 * Milliseconds since 1970 (with a fraction for what is finer), or NaN where the text is no time in that unit. An ISO time that
 * names no zone is read only in the zone that the reading states: a local time is never guessed at.
 */
export function msOf(text: string, { unit, zone }: TimeReading): number {
  if (unit === 'iso') return isoMs(text, zone);
  const dot = text.indexOf('.');
  if ((dot === -1 ? text.length : dot) !== DIGITS_OF[unit]) return NaN;
  switch (unit) {
    case 's':
      return dot === -1
        ? Number(text) * 1_000
        : Number(text.slice(0, dot)) * 1_000 + microsOf(text.slice(dot + 1)) / 1_000;
    case 'ms':
      return Number(text);
    case 'us':
      return Number(text) / 1_000;
    case 'ns':
      return Number(text.slice(0, MS_DIGITS)) + Number(text.slice(MS_DIGITS, MICRO_END)) / 1_000;
  }
}
