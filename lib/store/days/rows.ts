import { ANSWERED, PRICE_FIELDS, type CandleColumns, type CandleField } from '../../domain/candle';
import type { Instant } from '../../domain/instant';
import type { Market, Source } from '../../domain/market';
import { dayOf, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import { answeredRanges } from '../answered/decode';
import { withNeeded } from '../codec/day';
import type { Readable } from '../connection/client';
import { namedBooks, type NamedBooks } from '../markets';
import { COLUMNS, type EncodedDay } from './dayRows';

/** One market as one source tells it. */
export interface Wanted {
  readonly market: Market;
  readonly source: Source;
}

/** A day row, or a minute that says more than its day row does. */
export type Row = Partial<EncodedDay> & {
  /** The position in the list of what is wanted, from 1. */
  readonly place: number;
  readonly first: Day | Minute;
  /** Of a minute that was revised since: the fields as they were. Absent or null: a day. */
  readonly before?: readonly (number | null)[] | null;
  /** Of a minute of which something was set aside: when that was seen last (ms since 1970). Null: a day, or a minute revised. */
  readonly aside_ms: number | null;
};

/**
 * Day rows of everything wanted; the minutes of which something was set aside; and, as of an instant, what the minutes revised later held
 * then (the `before` of the oldest later change): in one statement, so that all are of one moment.
 */
function statement(
  fields: readonly CandleField[],
  asOf: Instant | undefined,
  { head, wanted, given }: NamedBooks,
): string {
  const names = fields.map((field) => COLUMNS[field]);
  const columns = [...withNeeded(fields).map((field) => COLUMNS[field]), 'answered_at'];
  const holes = columns.map(() => 'NULL').join(', ');
  const days = `${head}
    SELECT wanted.place, d.day AS first, ${columns.map((name) => `d.${name}`).join(', ')}, NULL::float8 AS aside_ms${asOf === undefined ? '' : ', NULL::float8[] AS before'}
    FROM ${wanted} AS wanted (id, source, place) JOIN market_day d ON d.market_id = wanted.id AND d.source = wanted.source AND d.day BETWEEN $1 AND $2
    WHERE ${given('d')}
    UNION ALL
    SELECT wanted.place, q.minute, ${holes}, (extract(epoch FROM max(q.seen_at)) * 1000)::float8${asOf === undefined ? '' : ', NULL'}
    FROM ${wanted} AS wanted (id, source, place) JOIN quarantine q ON q.market_id = wanted.id AND q.source = wanted.source AND q.minute >= $3 AND q.minute < $4${asOf === undefined ? '' : ' AND q.seen_at <= $5::timestamptz'}
    WHERE ${given('q')}
    GROUP BY wanted.place, q.minute`;
  if (asOf === undefined) return days;
  return `${days}
    UNION ALL (
      SELECT DISTINCT ON (wanted.place, r.minute) wanted.place, r.minute, ${holes}, NULL,
             ARRAY[${['open', ...names].map((name) => `r.${name}_before`).join(', ')}]
      FROM ${wanted} AS wanted (id, source, place) JOIN revision r ON r.market_id = wanted.id AND r.source = wanted.source AND r.minute >= $3 AND r.minute < $4
      WHERE ${given('r')} AND r.seen_again > $5::timestamptz
      ORDER BY wanted.place, r.minute, r.seen_again, r.id
    )`;
}

/** What is stored of the whole days that a range touches, in no order. */
export async function rowsOf(
  db: Readable,
  wanted: readonly Wanted[],
  range: MinuteRange,
  fields: readonly CandleField[],
  asOf?: Instant,
): Promise<readonly Row[]> {
  if (wanted.length === 0) return [];
  const own = [
    dayOf(range.from),
    dayOf((range.to - 1) as Minute),
    range.from,
    range.to,
    ...(asOf === undefined ? [] : [new Date(asOf).toISOString()]),
  ];
  const books = await namedBooks(db, wanted, own.length + 1);
  const { rows } = await db.query<Row>(statement(fields, asOf, books), [...own, ...books.values]);
  return rows;
}

type DayBytes = Pick<Row, 'first'> & Pick<Partial<EncodedDay>, 'answered_at'>;

export const daysAt = (days: readonly Row[], place: number): readonly DayBytes[] =>
  days.filter((row) => row.place === place);

/**
 * Marks a minute of which something was set aside: where it has no candle, and no answer came after what was set aside. (The answer is the
 * first one: of a candle that vanished after a row was set aside, the minute counts as set aside.)
 */
export function setAside(columns: CandleColumns, minute: Minute, seenMs: number, days: readonly DayBytes[]): void {
  const slot = minute - columns.range.from;
  if (PRICE_FIELDS.some((field) => !Number.isNaN(columns[field][slot] ?? NaN))) return;
  if (columns.answered[slot] === ANSWERED.yes) {
    const day = days.find(({ first }) => first === dayOf(minute));
    const answers = answeredRanges(dayOf(minute), day?.answered_at ?? null);
    const answered = answers.find(({ from, to }) => from <= minute && minute < to);
    if (answered !== undefined && answered.atMs > seenMs) return;
  }
  columns.answered[slot] = ANSWERED.setAside;
}
