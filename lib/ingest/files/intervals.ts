import { timeframeMinutes, TIMEFRAMES } from '../../domain/timeframe';

/** What a file's candles span: a minute, or one of the longer candles that are stored beside the minutes. */
export const INTERVALS = ['1m', ...TIMEFRAMES] as const;
export type Interval = (typeof INTERVALS)[number];

export const minutesOf = (interval: Interval): number => (interval === '1m' ? 1 : timeframeMinutes(interval));

const SECONDS_A_MINUTE = 60;
const DAY = 1_440;
const WEEK = 7 * DAY;
/** A month of thirty days: no month is a minute, an hour or a day, and more is not asked. */
const MONTH = 30 * DAY;

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(s|sec|secs|second|seconds)$/, 1 / SECONDS_A_MINUTE],
  [/^(m|t|min|mins|minute|minutes)$/, 1],
  [/^(h|hr|hrs|hour|hours|hourly)$/, 60],
  [/^(d|day|days|daily)$/, DAY],
  [/^(w|wk|week|weeks|weekly)$/, WEEK],
  [/^(mo|mon|month|months|monthly)$/, MONTH],
];

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
  fifteen: 15,
  thirty: 30,
};

const unitOf = (word: string): number | undefined => UNITS.find(([names]) => names.test(word))?.[1];

/** Minutes of `1m`, `5min`, `1h`, `hourly`, `PT1H`, `P1D`, `OneMinute`, `minute`; undefined: no interval in words. */
export function minutesNamed(text: string): number | undefined {
  const plain = text.trim();
  // Capital M is a month, wherever it is told from the minute.
  if (/^\d*M$/.test(plain)) return plain === 'M' ? MONTH : Number(plain.slice(0, -1)) * MONTH;
  const word = plain.toLowerCase().replace(/[^a-z0-9]/g, '');
  const iso = /^pt?(?=\d)(\d+)([smhdw])$/.exec(word);
  const match = iso ?? /^(\d+)([a-z]+)$/.exec(word);
  if (match !== null) return times(match[1], match[2]);
  const spelled = Object.entries(NUMBERS).find(
    ([name]) => word.startsWith(name) && unitOf(word.slice(name.length)) !== undefined,
  );
  if (spelled !== undefined) return times(String(spelled[1]), word.slice(spelled[0].length));
  return word.length > 1 || /^[mhd]$/.test(word) ? unitOf(word) : undefined;
}

function times(count: string | undefined, word: string | undefined): number | undefined {
  const unit = word === undefined ? undefined : unitOf(word);
  return unit === undefined ? undefined : Number(count) * unit;
}

/**
 * What an interval column may say, in minutes: one value where it is in words, several where it is a bare number (60 may be
 * seconds or minutes, 60000 milliseconds).
 */
export function minutesSaid(text: string): readonly number[] {
  const named = minutesNamed(text);
  if (named !== undefined) return [named];
  const reversed = /^([mhdwt])(\d+)$/i.exec(text.trim());
  const turned = reversed === null ? undefined : times(reversed[2], reversed[1]?.toLowerCase());
  if (turned !== undefined) return [turned];
  const bare = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
  if (Number.isNaN(bare)) return [];
  return [bare, bare / SECONDS_A_MINUTE, bare / SECONDS_A_MINUTE / 1_000].filter((minutes) =>
    Number.isInteger(minutes),
  );
}
