import { parsed, refused, type Parsed, type Unit } from './unit';

/** Whole minutes since 1970-01-01T00:00Z; names a 1m candle by its OPEN time. */
export type Minute = Unit<number, 'Minute'>;

/** Whole UTC days since 1970-01-01. */
export type Day = Unit<number, 'Day'>;

/** Half-open: `from` belongs to it, `to` does not. Never empty, never reversed. */
export interface MinuteRange {
  readonly from: Minute;
  readonly to: Minute;
}

export const MINUTE_MS = 60_000;
export const MINUTES_PER_DAY = 1_440;

/** 9999-12-31T23:59Z: the last minute whose ISO text has a four-digit year. */
const LAST_MINUTE = Date.UTC(9999, 11, 31, 23, 59) / MINUTE_MS;

/** Minutes are counted from its beginning. */
const FIRST_YEAR = 1970;

/** What people may type ends here, so that there is always a minute after it; a later year is a slip of the finger. */
const LAST_TYPED_YEAR = 2999;
const LAST_TYPED_MINUTE = Date.UTC(LAST_TYPED_YEAR, 11, 31, 23, 59) / MINUTE_MS;

/** Throws on anything but a whole, non-negative count of minutes up to the year 9999. */
export function minute(count: number): Minute {
  if (!Number.isInteger(count) || count < 0 || count > LAST_MINUTE)
    throw new RangeError(`not a minute: ${String(count)}`);
  return count as Minute;
}

/** The minute nearest to a count that may lie before 1970 or after the year 9999. */
export const clampedMinute = (count: number): Minute => minute(Math.min(LAST_MINUTE, Math.max(0, count)));

/** The minute that contains an instant given in milliseconds since 1970 (UTC). */
export const minuteAt = (epochMs: number): Minute => minute(Math.floor(epochMs / MINUTE_MS));

export const epochMs = (m: Minute): number => m * MINUTE_MS;

export const plus = (m: Minute, minutes: number): Minute => minute(m + minutes);

export const dayOf = (m: Minute): Day => Math.floor(m / MINUTES_PER_DAY) as Day;

export const startOf = (d: Day): Minute => minute(d * MINUTES_PER_DAY);

/** `2025-10-10`. */
export const formatDay = (d: Day): string => formatMinute(startOf(d)).slice(0, 10);

/** `2025-10-10T21:20Z`. */
export function formatMinute(m: Minute): string {
  const day = Math.floor(m / MINUTES_PER_DAY);
  if (day !== lastDay) {
    lastDayText = new Date(day * MINUTES_PER_DAY * MINUTE_MS).toISOString().slice(0, 11);
    lastDay = day;
  }
  return `${lastDayText}${(timesOfDay ??= allTimesOfDay())[m - day * MINUTES_PER_DAY] ?? ''}`;
}

/** The day written last, `2025-10-10T`: minutes are mostly written in order, by the ten thousand. */
let [lastDay, lastDayText] = [NaN, ''];
/** `00:00Z` to `23:59Z`. */
let timesOfDay: readonly string[] | undefined;

const allTimesOfDay = (): readonly string[] =>
  Array.from({ length: MINUTES_PER_DAY }, (_, time) => `${twoDigits(Math.floor(time / 60))}:${twoDigits(time % 60)}Z`);
const twoDigits = (count: number): string => String(count).padStart(2, '0');

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::00(?:\.000)?)?Z$/;

/**
 * Reads `2025-10-10T21:20Z` (zero seconds allowed). Always UTC; a time without `Z` is refused rather than guessed at.
 * 30 February and minute 99 are refused by a round trip.
 */
export function parseMinute(text: string): Parsed<Minute> {
  if (!SHAPE.test(text)) return refused({ kind: 'not-a-time', text, precision: 'minute' });
  const ms = Date.parse(`${text.slice(0, 16)}:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 16) !== text.slice(0, 16))
    return refused({ kind: 'impossible-time', text, precision: 'minute' });
  if (ms < 0 || ms > LAST_TYPED_MINUTE * MINUTE_MS)
    return refused({ kind: 'time-out-of-range', text, firstYear: FIRST_YEAR, lastYear: LAST_TYPED_YEAR });
  return parsed(minuteAt(ms));
}

const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `2025-10-10`, a UTC day. 30 February is refused. */
export function parseDay(text: string): Parsed<Day> {
  if (!DAY_SHAPE.test(text)) return refused({ kind: 'not-a-time', text, precision: 'day' });
  const midnight = parseMinute(`${text}T00:00Z`);
  if (midnight.ok) return parsed(dayOf(midnight.value));
  const { error } = midnight;
  return refused(
    error.kind === 'impossible-time' ? { ...error, text, precision: 'day' } : ({ ...error, text } as typeof error),
  );
}

/** Throws when empty or reversed; `parseRange` is for what people typed. */
export function minuteRange(from: Minute, to: Minute): MinuteRange {
  if (from >= to) throw new RangeError(`range is empty or reversed: ${formatMinute(from)} to ${formatMinute(to)}`);
  return { from, to };
}

/** Every minute there is but the last, the year 9999's. */
export const ALL_TIME: MinuteRange = minuteRange(clampedMinute(0), clampedMinute(Infinity));

/** Reads a half-open range of two UTC minutes. */
export function parseRange(from: string, to: string): Parsed<MinuteRange> {
  const start = parseMinute(from);
  if (!start.ok) return start;
  const end = parseMinute(to);
  if (!end.ok) return end;
  if (start.value >= end.value) return refused({ kind: 'range-reversed', from, to });
  return parsed({ from: start.value, to: end.value });
}

export const minutesIn = (range: MinuteRange): number => range.to - range.from;

/** The part two ranges share, or undefined. */
export function overlap(a: MinuteRange, b: MinuteRange): MinuteRange | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from < to ? { from, to } : undefined;
}

/** Sorted, disjoint ranges that cover exactly what the given ranges cover; touching ranges become one. */
export function union(ranges: readonly MinuteRange[]): readonly MinuteRange[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  const out: { from: Minute; to: Minute }[] = [];
  for (const range of sorted) {
    const last = out.at(-1);
    if (last !== undefined && range.from <= last.to) {
      if (range.to > last.to) last.to = range.to;
    } else {
      out.push({ from: range.from, to: range.to });
    }
  }
  return out;
}

/** What of `whole` is not in `parts`: sorted, disjoint. */
export function subtract(whole: MinuteRange, parts: readonly MinuteRange[]): readonly MinuteRange[] {
  const out: MinuteRange[] = [];
  let at = whole.from;
  for (const part of union(parts)) {
    if (part.to <= at || part.from >= whole.to) continue;
    if (part.from > at) out.push({ from: at, to: part.from });
    at = part.to;
  }
  if (at < whole.to) out.push({ from: at, to: whole.to });
  return out;
}

/** A UTC day, whole. */
export const wholeDay = (day: Day): MinuteRange => minuteRange(startOf(day), plus(startOf(day), MINUTES_PER_DAY));

/** The whole UTC days a range touches. */
export const wholeDays = ({ from, to }: MinuteRange): MinuteRange =>
  minuteRange(wholeDay(dayOf(from)).from, wholeDay(dayOf((to - 1) as Minute)).to);

/** A range cut at midnights UTC, in order. */
export const partsByDay = (range: MinuteRange): readonly MinuteRange[] =>
  daysIn(range).flatMap((day) => overlap(range, wholeDay(day)) ?? []);

/** The UTC days a range touches, in order. */
export function daysIn(range: MinuteRange): readonly Day[] {
  const first = dayOf(range.from);
  const last = dayOf((range.to - 1) as Minute);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) as Day);
}

/** How many minutes of each UTC day the ranges cover; a day of none is left out. */
export function minutesByDay(ranges: readonly MinuteRange[]): ReadonlyMap<Day, number> {
  const minutes = new Map<Day, number>();
  for (const part of ranges.flatMap(partsByDay)) {
    const before = minutes.get(dayOf(part.from));
    minutes.set(dayOf(part.from), before === undefined ? minutesIn(part) : before + minutesIn(part));
  }
  return minutes;
}
