import { count, utc } from './numbers';

export const calendar = {
  day: 'UTC day',
  /** `from`, `to`: dates, both included. */
  gap: (from: string, to: string): string => `${from} to ${to}: never requested`,
  gapOfDays: (from: string, to: string, days: number): string =>
    `${from} to ${to}, ${String(days)} days: never requested`,
  days: (days: number): string => `${String(days)} d`,
  utc: 'UTC',
  /** "Binance ATOM/USDT, REST klines": a row. */
  row: (label: string, detail: string, note: string): string => `${label}${detail === '' ? '' : ` ${detail}`}, ${note}`,
  /** A cell for those who hear the page. `outcome`: what came of the day. */
  cell: (row: string, day: string, outcome: string): string => `${row}, ${day}: ${outcome}`,
} as const;

/** What leads to other assets and days of the calendar. Dates as YYYY-MM-DD, both included. */
export const calendarSteps = {
  assets: 'More assets',
  assetsShown: (first: number, last: number, all: number): string =>
    `Assets ${count(first)} to ${count(last)} of ${count(all)}`,
  previousAssets: 'Previous assets',
  nextAssets: 'Next assets',
  days: 'More days',
  daysShown: (first: string, last: string): string => `${first} to ${last}, UTC days`,
  earlierDays: 'Earlier days',
  laterDays: 'Later days',
} as const;

export const calendarLegend = {
  label: 'Legend',
  all: 'all answered, all traded',
  noTrade: 'hatched: answered, no trade',
  unanswered: 'empty: not answered',
  neverRequested: 'never requested',
  failed: 'refused or failed',
  notServed: 'not served: older than the venue’s history',
  quarantined: 'quarantined rows',
  revised: 'revised',
} as const;

export const coverageTable = {
  title: 'Coverage in figures',
  lead: '“Answered” is the share of the minutes between a source’s first answer and its last; “traded”, “no trade” and “volume 0, prices moved” are counted among the answered minutes. Of a mark or an index price, “traded” counts the minutes that have one. “Set aside”: what the source sent could not be used.',
  venue: 'Venue',
  market: 'Market, source',
  first: 'First answer, UTC',
  last: 'Last, UTC',
  answeredMinutes: 'Answered, min',
  answered: 'Answered',
  traded: 'Traded',
  noTrade: 'No trade, min',
  moved: 'Volume 0,\nprices moved, min',
  setAside: 'Set aside,\nmin',
  quarantined: 'Quarantined,\nrows',
  revised: 'Revised,\nmin',
  requested: 'Requested, UTC',
} as const;

/** When something was requested, first and last; of ISO moments. */
export function requestedWords(first: string, last: string): string {
  const [a, b] = [utc(first), utc(last)];
  return a === b ? a : rangeWords(first, last);
}

/** "2025-10-10 20:00 to 2025-10-11 00:00". */
export const rangeWords = (from: string, to: string): string => `${utc(from)} to ${utc(to)}`;

export const failedRequests = {
  title: 'Failed requests. No data for these minutes',
  label: 'Failed requests',
  lead: 'The venue refused, did not answer, or does not go back that far. These minutes are drawn as missing, never as “no trade”.',
  venue: 'Venue',
  market: 'Market, source',
  outcome: 'Outcome',
  from: 'From, UTC',
  to: 'To, UTC',
  lastRequested: 'Last requested, UTC',
  cause: 'Cause',
} as const;

export const replies = {
  title: 'Replies behind these candles',
  label: 'Replies',
  lead: (from: string, to: string): string =>
    `For ${rangeWords(from, to)} UTC: the address requested, the time, and the SHA-256 of the bytes received. If the same request returns different bytes, the reply has changed since.`,
  more: (shown: number, all: number): string => `${count(shown)} of ${count(all)} shown; all of them as JSON`,
  none: 'No replies were recorded for these minutes. The candles were stored before replies were recorded, or their source has none.',
  venue: 'Venue',
  market: 'Market, source',
  minutes: 'Minutes requested, UTC',
  received: 'Received, UTC',
  reader: 'Read by',
  body: 'Body',
  address: 'Address requested, and SHA-256 of the bytes received',
  stored: 'stored',
  notStored: 'not stored',
} as const;

/** The page of what is stored, day by day. Without an asset: of every asset. */
export const coverageHead = {
  title: (asset: string | undefined): string => (asset === undefined ? 'Coverage by day' : `${asset} coverage by day`),
  lead: (asset: string | undefined): string =>
    asset === undefined
      ? 'Each row is one asset, all its markets together. For each market and day, the source with the most answered minutes counts. Choose an asset to see its markets one by one. Choose a day to open its chart.'
      : 'Each row is one market from one source. Sources are never mixed, and no missing minute is ever filled in. Choose a day to open its chart.',
  calendar: (asset: string | undefined): string =>
    asset === undefined ? 'Assets by UTC day' : `${asset}: markets and sources by UTC day`,
} as const;
