import { ANSWERED, type CandleField } from '../../domain/candle';
import { startOf, type Day } from '../../domain/minute';
import { answeredRanges } from '../answered/decode';
import { decodeDay } from '../codec/day';
import type { BookRoom } from './dayRoom';
import { COLUMNS } from './dayRows';

/** What of a book is decoded of every day. */
export const AT_ONCE = ['open', 'high', 'low', 'close', 'baseVolume'] as const satisfies readonly CandleField[];

/** The columns of a day row that are decoded of every day, as they are stored. */
export const AT_ONCE_COLUMNS = [...AT_ONCE.map((field) => COLUMNS[field]), 'answered_at'] as const;

export type AtOnceBytes = Readonly<Partial<Record<(typeof AT_ONCE_COLUMNS)[number], Uint8Array | null>>>;

export const NOTHING = new Float64Array(0);

/**
 * Decodes what is asked of every day of one book into `room`; `undefined`, a day that is not stored, fills it with holes. Throws `ColumnUnreadable`
 * or `AnsweredUnreadable`; what lies in the room then means nothing.
 */
export function decodeBook(day: Day, row: AtOnceBytes | undefined, { answered, columns }: BookRoom): void {
  answered.fill(ANSWERED.no);
  if (row === undefined) {
    for (const field of AT_ONCE) columns[field].fill(NaN);
    return;
  }
  const bytes: Readonly<Record<string, Uint8Array | null | undefined>> = row;
  decodeDay((field) => bytes[COLUMNS[field]] ?? null, { ...columns, quoteVolume: NOTHING, trades: NOTHING }, AT_ONCE);
  const start = startOf(day);
  for (const { from, to } of answeredRanges(day, row.answered_at ?? null))
    answered.fill(ANSWERED.yes, from - start, to - start);
}
