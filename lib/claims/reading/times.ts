import { MINUTE_MS } from '../../domain/minute';

/** No place on Earth is further from UTC. */
export const [LEAST_ZONE_MINUTES, MOST_ZONE_MINUTES] = [-12 * 60, 14 * 60] as const;

/** `2025-10-10 21:20:37.689`, `2025/10/10T21:20`, with or without a zone behind. */
const DAY_FIRST = /^(\d{4})[-/](\d{2})[-/](\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(.*)$/;
/** `21:20 2025-10-10`, as Bybit's exports write it. */
const CLOCK_FIRST = /^(\d{1,2}):(\d{2})(?::(\d{2}))? (\d{4})-(\d{2})-(\d{2})$/;
/** Ten digits of seconds reach from 2001 to 2286; thirteen and sixteen are finer: they cannot be confused. */
const EPOCHS: Readonly<Record<number, number>> = { 10: 1_000, 13: 1, 16: 1 / 1_000 };

/** The first exchanges of coins opened in 2010 (Bitcoin Market in March, Mt. Gox in July). */
const FIRST_MS = Date.UTC(2010, 0, 1);
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Whether an instant, in milliseconds since 1970, lies in the life of the exchanges, to a day from now: a clock may be wrong by a zone. */
export const isTradingTime = (ms: number, nowMs = Date.now()): boolean => ms >= FIRST_MS && ms < nowMs + DAY_MS;

/** A time as a file has it. */
export interface ReadTime {
  /** Milliseconds since 1970 of what its clock shows, were it UTC. */
  readonly ms: number;
  /** Minutes east of UTC where the text itself says: 0 of a count since 1970; undefined: it does not say. */
  readonly zone: number | undefined;
}

/**
 * Reads a time; undefined: the text is none. A day written in another order than year, month, day is never guessed at. A leap second, `23:59:60`, is
 * none either: clocks that count since 1970 have no such second, and which of its neighbours a venue meant is not known.
 */
export function timeIn(text: string): ReadTime | undefined {
  const unit = /^\d+$/.test(text) ? EPOCHS[text.length] : undefined;
  if (unit !== undefined) return { ms: Math.floor(Number(text) * unit), zone: 0 };
  const match = DAY_FIRST.exec(text);
  if (match !== null) {
    const [, year, month, day, hour, minute, second = '0', fraction = '', behind = ''] = match;
    const ms = instant(year, month, day, hour, minute, second);
    const zone = behind === '' ? undefined : zoneIn(behind);
    if (ms === undefined || (behind !== '' && zone === undefined)) return undefined;
    return { ms: ms + Number(fraction.padEnd(3, '0').slice(0, 3)), zone };
  }
  const clock = CLOCK_FIRST.exec(text);
  if (clock === null) return undefined;
  const [, hour, minute, second = '0', year, month, day] = clock;
  const ms = instant(year, month, day, hour, minute, second);
  return ms === undefined ? undefined : { ms, zone: undefined };
}

function instant(...parts: readonly (string | undefined)[]): number | undefined {
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = parts.map(Number);
  const midnight = Date.UTC(year, month - 1, day);
  // 30 February would roll over, and so would hour 25.
  const isDay = new Date(midnight).getUTCDate() === day && new Date(midnight).getUTCMonth() === month - 1;
  if (!isDay || hour > 23 || minute > 59 || second > 59) return undefined;
  return midnight + (hour * 60 + minute) * MINUTE_MS + second * 1_000;
}

/** Minutes east of UTC of `utc`, `Z`, `utc+8`, `UTC+05:30`, `GMT-4`, `+08:00`; undefined: the text names no zone. */
export function zoneIn(text: string): number | undefined {
  const match = /^(?:(z|utc|gmt)|(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?)$/i.exec(text.trim());
  if (match === null) return undefined;
  if (match[1] !== undefined) return 0;
  const [, , sign, hours, minutes = '00'] = match;
  const east = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (Number(minutes) > 59 || east < LEAST_ZONE_MINUTES || east > MOST_ZONE_MINUTES) return undefined;
  // Never -0.
  return east === 0 ? 0 : east;
}

/** `UTC`, `UTC+8`, `UTC-3:30`. */
export function zoneName(east: number): string {
  if (east === 0) return 'UTC';
  const [hours, minutes] = [Math.floor(Math.abs(east) / 60), Math.abs(east) % 60];
  return `UTC${east < 0 ? '-' : '+'}${String(hours)}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

/** The zone that a column's head states: `Date(UTC)`, `Timestamp (UTC+0)`, `Time(UTC+8)`; undefined: none. */
export function zoneOfHead(head: string): number | undefined {
  const inside = /\(((?:utc|gmt)[^)]*)\)/i.exec(head)?.[1] ?? (/^(utc)[_ ]?time$|_(utc)$/i.test(head) ? 'utc' : '');
  return zoneIn(inside);
}
