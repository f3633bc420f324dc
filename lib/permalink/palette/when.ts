import {
  dayOf,
  formatDay,
  minute,
  MINUTES_PER_DAY,
  parseMinute,
  startOf,
  type Day,
  type Minute,
} from '../../domain/minute';
import { NAMED_ZONES, ZONE_STEP, ZONES_REACH } from '../../domain/namedZones';

/** A day, a time of day, or both, as somebody typed them, and what else was typed. */
export interface TypedWhen {
  readonly day: Day | undefined;
  /** Minutes since midnight on the clock of `offset`. */
  readonly clock: number | undefined;
  /** Minutes that clock is ahead of UTC. */
  readonly offset: number;
  /** What is written as a day, a time or a zone and is none: "25:99", "2025-02-30", "+15". */
  readonly unreal: string | undefined;
  readonly rest: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;

/** Not part of a longer word or number. */
const alone = (pattern: string): RegExp => new RegExp(`(?<![\\w.:+-])(?:${pattern})(?![\\w:])`, 'i');

/** The year first, as ISO 8601 and as Korean and Chinese write it: 2025-10-10, 2025. 10. 10., 2025년 10월 10일, 2025年10月10日. */
const YEAR_FIRST = alone(
  '(\\d{4})(?:-|/|\\.\\s?|[年년]\\s?)(\\d{1,2})(?:-|/|\\.\\s?|[月월]\\s?)(\\d{1,2})(?:\\.(?=\\s)|[日일])?',
);
const DAY_MONTH = alone(`(\\d{1,2})\\.?\\s+${MONTH},?\\s+(\\d{4})`);
const MONTH_DAY = alone(`${MONTH}\\s+(\\d{1,2}),?\\s+(\\d{4})`);
const CLOCK = alone('(\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?');

const OFFSET = /(?<![\w:])(?:(?:utc|gmt)\s*)?([+\-−])(\d{1,2})(?::?(\d{2}))?(?![\w:])/i;
const NAMED_ZONE = alone([...NAMED_ZONES.keys()].join('|'));

const UTC = 0;

/** Takes the day, the time of day and its zone out of a text; a time that names no zone is UTC. */
export function typedWhen(text: string): TypedWhen {
  // Keyboards of Chinese and Korean write wide digits and colons; `2025-10-10T21:20Z` is a day, a time and a zone without spaces.
  let rest = text
    .normalize('NFKC')
    .replace(/(\d{4}-\d{1,2}-\d{1,2})[Tt](?=\d)/, '$1 ')
    .replace(/(:\d{2}(?:\.\d+)?)([Zz]|[+\-−]\d)/, '$1 $2');
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = pattern.exec(rest) ?? undefined;
    if (match !== undefined) rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    return match;
  };
  const written = takeDay(take);
  const time = take(CLOCK);
  const clock = clockOf(time);
  // A sign and a number mean a zone only behind a time of day.
  const signed = clock === undefined ? undefined : take(OFFSET);
  const signedAhead = signedOffset(signed);
  const offset = clock === undefined || signed !== undefined ? signedAhead : namedOffset(take(NAMED_ZONE));
  // What was typed of each kind, and whether it could be read.
  const unread = [
    { typed: written?.text, isRead: written?.day !== undefined },
    { typed: time?.[0], isRead: clock !== undefined },
    { typed: signed?.[0], isRead: signedAhead !== undefined },
  ].find(({ typed, isRead }) => typed !== undefined && !isRead);
  return {
    day: written?.day,
    clock,
    offset: offset ?? UTC,
    unreal: unread?.typed,
    rest: rest.replace(/\s+/g, ' ').trim(),
  };
}

/** A day as it was written, and which it is. */
interface WrittenDay {
  readonly text: string;
  readonly day: Day | undefined;
}

function takeDay(take: (pattern: RegExp) => RegExpExecArray | undefined): WrittenDay | undefined {
  const yearFirst = take(YEAR_FIRST);
  if (yearFirst !== undefined) return { text: yearFirst[0], day: dayIn(yearFirst[1], yearFirst[2], yearFirst[3]) };
  const dayFirst = take(DAY_MONTH);
  if (dayFirst !== undefined) return { text: dayFirst[0], day: dayIn(dayFirst[3], monthIn(dayFirst[2]), dayFirst[1]) };
  const monthFirst = take(MONTH_DAY);
  return monthFirst === undefined
    ? undefined
    : { text: monthFirst[0], day: dayIn(monthFirst[3], monthIn(monthFirst[1]), monthFirst[2]) };
}

const monthIn = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** undefined: a day no calendar has, or before 1970. */
function dayIn(year = '', month = '', day = ''): Day | undefined {
  const read = parseMinute(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00Z`);
  return read.ok ? dayOf(read.value) : undefined;
}

function clockOf(match: RegExpExecArray | undefined): number | undefined {
  const [, hours = '', minutes = ''] = match ?? [];
  return match !== undefined && Number(hours) <= 23 && Number(minutes) <= 59
    ? Number(hours) * 60 + Number(minutes)
    : undefined;
}

/** undefined: no zone is there. What stands behind a time and is none may be the end of a range. */
function signedOffset(match: RegExpExecArray | undefined): number | undefined {
  if (match === undefined) return undefined;
  const [, sign, hours = '', minutes = '00'] = match;
  const ahead = (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
  const [west, east] = ZONES_REACH;
  const isZone = Number(minutes) <= 59 && ahead % ZONE_STEP === 0 && ahead >= west && ahead <= east;
  return isZone ? ahead : undefined;
}

const namedOffset = (match: RegExpExecArray | undefined): number | undefined =>
  match === undefined ? undefined : NAMED_ZONES.get(match[0].toUpperCase());

/**
 * The minute that was typed. A day that was typed is one of the clock's zone; `usual`, for a time without a day, is a day of UTC, and the
 * minute is the one of that day at which the clock reads so. undefined: no time was typed, or it lies before 1970.
 */
export function minuteTyped({ day, clock, offset }: TypedWhen, usual: Day): Minute | undefined {
  if (clock === undefined) return undefined;
  if (day === undefined)
    return minute(startOf(usual) + ((((clock - offset) % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY));
  const count = startOf(day) + clock - offset;
  return count < 0 ? undefined : minute(count);
}

/** Whether a text names a day by its number, wholly or in part: "2025-10" is part of "2025-10-10". */
export const isPartOfDay = (text: string, day: Day): boolean =>
  /^\d{4}(-\d{0,2}){0,2}$/.test(text) && formatDay(day).startsWith(text);
