import type { Asset, Market, Venue } from '../domain/market';
import { minuteAt, minuteRange, plus, type MinuteRange } from '../domain/minute';
import type { Dataset } from '../store/dataset/dataset';
import type { IngestRequest } from '../ingest/run/ingest';

/** What a process is told to do with a database, from whatever state that is in to its end; and when it kills itself. */
export interface Errand {
  readonly work: Work;
  /** The database's address. */
  readonly url: string;
  /** The simulator's address. */
  readonly origin: string;
  /** The file that is imported. */
  readonly file: string;
  readonly kill?: StatementKill;
}

/** With migrations and the stamp of its dataset before it, and episodes after it. */
export type Work = 'ingest' | 'import';

export const datasetOf = (work: Work): Dataset => (work === 'import' ? 'real' : 'rehearsal');

/** As the process's own nth statement is sent, counted from 1: before it, or once it is on its way. */
export interface StatementKill {
  readonly statement: number;
  readonly when: 'before' | 'after';
}

/** What a process that came to its end tells. */
export interface Done {
  /** Of transactions that may write. */
  readonly statements: number;
  /** Of those, the ones that made the tables. */
  readonly making: number;
  /** Lines of what did not come. */
  readonly missing: readonly string[];
}

const from = minuteAt(Date.UTC(2025, 9, 10, 20));
const EVENT_HOURS = minuteRange(from, plus(from, 240));

/** Two hundred rows a page at one venue, a thousand at the other; a later window and one before it. */
export const REQUEST: IngestRequest = {
  assets: ['ATOM' as Asset],
  venues: ['binance', 'upbit'].map((id) => id as Venue),
  windows: [EVENT_HOURS, minuteRange(plus(from, -720), from)],
  source: 'simulated',
};

export const IMPORTED: Market = { venue: 'coinbase' as Venue, base: 'ATOM' as Asset, quote: 'USD', kind: 'spot' };

/** Days of the file: each is recorded by itself or with a few others. */
const DAYS = 4;
const MINUTES = DAYS * 1440;
const FILE_BEGINS = Date.UTC(2025, 9, 8);

/** From the first minute that any work brings in to the last. */
export const SPAN: MinuteRange = minuteRange(minuteAt(FILE_BEGINS), plus(minuteAt(FILE_BEGINS), MINUTES));
/** Of which digests are taken. */
export const DIGESTED = EVENT_HOURS;

/** The text of the file: a price that wanders, a minute in seven without a row. */
export function fileText(): string {
  const rows = Array.from({ length: MINUTES }, (_, n) => n)
    .filter((n) => n % 7 !== 3)
    .map((n) => {
      const price = 4 + Math.round(400 * Math.sin(n / 97)) / 1000;
      return [
        new Date(FILE_BEGINS + n * 60_000).toISOString(),
        price,
        price + 0.01,
        price - 0.01,
        price,
        (n % 13) + 1,
      ].join(',');
    });
  return ['timestamp,open,high,low,close,volume', ...rows, ''].join('\n');
}
