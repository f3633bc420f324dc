import { subtract, union, type MinuteRange } from '../../domain/minute';

/** A range that was answered, and when it first was (milliseconds since 1970). */
export interface CoverageRow extends MinuteRange {
  readonly askedAtMs: number;
}

/**
 * Ranges asked in one hour join into one row that bears the latest of their times: a market that is followed minute by
 * minute makes 24 rows a day instead of 1,440, and no minute is ever said to have been known before it was.
 */
const JOINED_MS = 3_600_000;

const touches = (a: MinuteRange, b: MinuteRange): boolean => a.from <= b.to && b.from <= a.to;
const sameHour = (a: CoverageRow, b: CoverageRow): boolean => Math.floor(a.askedAtMs / JOINED_MS) === Math.floor(b.askedAtMs / JOINED_MS);

function joined(rows: readonly CoverageRow[], added: CoverageRow): readonly CoverageRow[] {
  const fits = (row: CoverageRow): boolean => touches(row, added) && sameHour(row, added);
  const near = rows.filter(fits);
  if (near.length === 0) return [...rows, added];
  const all = [...near, added];
  const one = {
    from: all.reduce((least, row) => (row.from < least ? row.from : least), added.from),
    to: all.reduce((most, row) => (row.to > most ? row.to : most), added.to),
    askedAtMs: Math.max(...all.map((row) => row.askedAtMs)),
  };
  return joined(rows.filter((row) => !fits(row)), one);
}

/** The parts of `asked` that no row covers: what becomes answered by asking now. */
export const newlyAnswered = (rows: readonly CoverageRow[], asked: MinuteRange, except: readonly MinuteRange[]): readonly MinuteRange[] =>
  subtract(asked, [...rows, ...except]);

/** The rows after further ranges were answered; minutes that were answered before keep the time of then. */
export const withAnswered = (rows: readonly CoverageRow[], parts: readonly MinuteRange[], askedAtMs: number): readonly CoverageRow[] =>
  union(parts).reduce((held, part) => joined(held, { ...part, askedAtMs }), rows);
