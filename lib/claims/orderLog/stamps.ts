import { NAMED_ZONES, UNREAD_ZONES } from '../../domain/namedZones';
import { timeIn, type ReadTime } from '../reading/times';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = String.raw`\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?`;
/**
 * A zone behind a time. With a blank before it `-2010` is a code and no zone: behind a blank a zone west of Greenwich needs a colon, or a 0 to begin
 * with, which no code has. Postgres writes `+08`, without a blank.
 */
const ZONE = String.raw`(?:\s?Z\b|[+-]\d{2}:?\d{2}(?!\d)|[+-]\d{2}(?![\d:])|\s?(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?(?![A-Za-z\d])|\s\+\d{2}:?\d{2}(?!\d)|\s-\d{2}:\d{2}(?!\d)|\s-0\d{3}(?!\d))?`;
/** `2025-10-10T21:15:03.123Z`, `2025-10-10 21:15:03,123`, `2025/10/10 21:15:03 +0800`. */
const YEAR_FIRST = new RegExp(String.raw`\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?${ZONE}`);
/** `10/Oct/2025:21:15:03 +0000` (web servers), `Fri, 10 Oct 2025 21:15:03 GMT`. */
const DAY_MONTH = new RegExp(String.raw`(\d{1,2})[ /-]([A-Z][a-z]{2})[ /-](\d{4})[ :T](${CLOCK})(${ZONE})`);
/** `Oct 10 21:15:03` (syslog, journald), which has no year, and `Fri Oct 10 2025 21:15:03 GMT+0000`. */
const MONTH_DAY = new RegExp(String.raw`\b([A-Z][a-z]{2})\s{1,2}(\d{1,2})(?:,? (\d{4}))? (${CLOCK})(${ZONE})`);
/** Seconds, with or without a fraction, milliseconds, microseconds, nanoseconds since 1970, at the beginning of a line. */
const EPOCH = /^[[("'\s]{0,3}(\d{19}|\d{16}|\d{13}|1\d{9}(?:\.\d{1,9})?)(?![\d.])/;
/** Stamps stand at the beginning of a line, behind the name of a machine or a level at most. */
const MOST_BEFORE = 120;

/** Behind a time without a zone: a half of the day, of a clock of twelve hours, or a zone's name. */
const HALF_DAY = /^\s?[ap]\.?m\b/i;
const ZONE_NAME = /^\s?\(?([A-Z]{3,4})\b/;
/** A day and a time of day in another form than those above, at the beginning of a line. */
const OTHER_STAMP =
  /^[[("'\s]{0,3}(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[,T\s]{1,3}\d{1,2}:\d{2}|\d{8}[T\s_-]\d{2}:?\d{2})/;

/** Whether a line without a stamp begins with what is one in another form, other digits or other blanks: it is no part of the entry before it. */
export const hasOtherStamp = (line: string): boolean => OTHER_STAMP.test(line.slice(0, MOST_BEFORE).normalize('NFKC'));

/** The year of stamps that name none, and no more. */
export interface StampOptions {
  readonly year?: number | undefined;
}

/** What a text has for a stamp. `no-year`: it names the day and no year; `invalid`: it looks like a time and is none. */
export type Stamp = ReadTime | 'no-year' | 'invalid';

/** The stamp at the beginning of a line; undefined: none is there. */
export function stampOf(line: string, options: StampOptions = {}): Stamp | undefined {
  const head = line.slice(0, MOST_BEFORE);
  const epoch = EPOCH.exec(head)?.[1];
  if (epoch !== undefined) return instantOf(epoch, options);
  const found = [YEAR_FIRST, DAY_MONTH, MONTH_DAY]
    .map((pattern) => pattern.exec(head))
    .filter((match) => match !== null)
    .sort((a, b) => a.index - b.index)
    .find(([text]) => instantOf(text, options) !== undefined);
  if (found === undefined) return undefined;
  return withBehind(instantOf(found[0], options), head.slice(found.index + found[0].length));
}

/** The instant that a cell or a field of its own has; undefined: it looks like no time. */
export function instantOf(given: string, { year }: StampOptions = {}): Stamp | undefined {
  const text = given.trim();
  if (/^\d{9,10}\.\d{1,9}$/.test(text)) return { ms: Math.floor(Number(text) * 1_000), zone: 0 };
  if (/^\d{19}$/.test(text)) return { ms: Number(text.slice(0, 13)), zone: 0 };
  const isTime = YEAR_FIRST.exec(text);
  if (isTime !== null && isTime.index === 0)
    return withBehind(timeIn(pointed(isTime[0])) ?? 'invalid', text.slice(isTime[0].length));
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth !== null) {
    const [, day = '', month = '', ofYear = '', clock = '', zone = ''] = dayMonth;
    return withBehind(written(ofYear, month, day, clock, zone), text.slice(dayMonth.index + dayMonth[0].length));
  }
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay !== null) {
    const [, month = '', day = '', ofYear = year === undefined ? '' : String(year), clock = '', zone = ''] = monthDay;
    return withBehind(written(ofYear, month, day, clock, zone), text.slice(monthDay.index + monthDay[0].length));
  }
  return timeIn(text);
}

/**
 * A time that names no zone, with what stands behind it: a zone's name is read where it means one offset alone. One that means several, or none that
 * is read here, and a clock of twelve hours make it no time: by the zone of the log it would be hours off.
 */
function withBehind<T extends Stamp | undefined>(stamp: T, behind: string): Stamp | T {
  if (typeof stamp !== 'object' || stamp.zone !== undefined) return stamp;
  if (HALF_DAY.test(behind)) return 'invalid';
  const name = ZONE_NAME.exec(behind)?.[1] ?? '';
  if (UNREAD_ZONES.has(name)) return 'invalid';
  const zone = NAMED_ZONES.get(name);
  return zone === undefined ? stamp : { ...stamp, zone };
}

/** undefined: the month is none, so that the text is no time at all. */
function written(year: string, month: string, day: string, clock: string, zone: string): Stamp | undefined {
  const place = MONTHS.indexOf(month.toLowerCase());
  if (place === -1) return undefined;
  if (year === '') return 'no-year';
  const date = [year, String(place + 1).padStart(2, '0'), day.padStart(2, '0')].join('-');
  return timeIn(pointed(`${date} ${clock}${zone}`)) ?? 'invalid';
}

/** Python writes a comma before the fraction of a second. */
const pointed = (text: string): string => text.replace(/(:\d{2}),(\d)/, '$1.$2');
