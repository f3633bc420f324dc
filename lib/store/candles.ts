import { CANDLE_FIELDS, emptyColumns, type CandleColumns, type CandleField } from '../domain/candle';
import type { Market, Source } from '../domain/market';
import { dayOf, daysIn, MINUTES_PER_DAY, startOf, type Day, type Minute, type MinuteRange } from '../domain/minute';
import { decodeInto } from './codec/decode';
import { COLUMNS, columnNames, type EncodedDay } from './dayRows';
import { marketColumns } from './markets';
import type { Database } from './database';

/** One market as one source tells it. */
export interface Wanted {
  readonly market: Market;
  readonly source: Source;
}

type Row = Partial<EncodedDay> & { readonly place: number } & (
    | { readonly what: 'day'; readonly first: Day }
    | { readonly what: 'answered'; readonly first: Minute; readonly last: Minute }
  );

/**
 * Day rows and answered ranges of everything wanted, in one statement, so that both are of one moment. `place` is the
 * position in the list of what is wanted, from 1.
 */
const SQL = `
  WITH wanted AS MATERIALIZED (
    SELECT m.id, w.source, w.place::int
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS w (venue, base, quote, kind, source, place)
    JOIN market m USING (venue, base, quote, kind)
  )
  SELECT w.place, 'day' AS what, d.day AS first, NULL::int AS last, ${columnNames('d.')}
  FROM wanted w JOIN market_day d ON d.market_id = w.id AND d.source = w.source AND d.day BETWEEN $6 AND $7
  UNION ALL
  SELECT w.place, 'answered', c.from_minute, c.to_minute, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM wanted w JOIN coverage c ON c.market_id = w.id AND c.source = w.source AND c.outcome = 'answered'
    AND c.from_minute < $9::bigint AND c.to_minute > $8::bigint`;

/** Scratch for the days that reach over an end of the range. */
const wholeDay = new Float64Array(MINUTES_PER_DAY);

/** Decodes the part of one day that lies in the range into its place. */
function place(columns: CandleColumns, range: MinuteRange, day: Day, encoded: Partial<EncodedDay>): void {
  const start = startOf(day);
  const inside = start >= range.from && start + MINUTES_PER_DAY <= range.to;
  const from = Math.max(range.from, start);
  const to = Math.min(range.to, start + MINUTES_PER_DAY);
  const read = (field: CandleField): void => {
    const bytes = encoded[COLUMNS[field]] ?? null;
    if (bytes === null) return;
    if (inside) {
      decodeInto(bytes, MINUTES_PER_DAY, columns[field], start - range.from);
    } else {
      decodeInto(bytes, MINUTES_PER_DAY, wholeDay, 0);
      columns[field].set(wholeDay.subarray(from - start, to - start), from - range.from);
    }
  };
  CANDLE_FIELDS.forEach(read);
}

/**
 * The newest candles of each market and source over the range, in the order asked for. A market or source of which nothing
 * is held answers with columns of holes, nothing answered. Throws `ColumnUnreadable` for a damaged row.
 */
export async function candlesOf(db: Database, wanted: readonly Wanted[], range: MinuteRange): Promise<CandleColumns[]> {
  const answers = wanted.map(() => emptyColumns(range));
  if (wanted.length === 0) return answers;
  const days = daysIn(range);
  const { rows } = await db.pool.query<Row>(SQL, [
    ...marketColumns(wanted.map(({ market }) => market)),
    wanted.map(({ source }) => source),
    days[0],
    dayOf((range.to - 1) as Minute),
    range.from,
    range.to,
  ]);
  for (const row of rows) {
    const columns = answers[row.place - 1];
    if (columns === undefined) throw new Error(`the store answered for place ${String(row.place)} of ${String(wanted.length)}`);
    if (row.what === 'day') place(columns, range, row.first, row);
    else columns.answered.fill(1, Math.max(row.first - range.from, 0), Math.min(row.last, range.to) - range.from);
  }
  return answers;
}
