import { isComputed, type Kind } from '../../domain/market';
import { dayOf, daysIn, minute, type Day, type MinuteRange } from '../../domain/minute';
import { Overtaken, type Transaction } from '../connection/transactions';
import { readDays, type DayKey, type DaySpan } from '../days/dayRows';
import { emptyDay, type DayColumns } from '../merge/book';
import type { InsertedQuarantined } from '../quarantine/quarantineTable';
import {
  keyOf,
  lockBooks,
  readAside,
  readRevised,
  readRowVersions,
  touchDays,
  writeCounts,
  type BookKey,
  type CountedRow,
} from './bookTable';
import { isSpread } from '../spread/isSpread';
import { answeredParts, countColumns } from './dayCount';

/** What one transaction wrote of one market and source. */
export interface BookWrite extends BookKey {
  readonly kind: Kind;
  /** The days written, as they are now. */
  readonly days?: ReadonlyMap<Day, DayColumns>;
  /** Those of them in which the history of a minute changed. */
  readonly revised?: ReadonlySet<Day>;
  /** What was put beside the candles of these minutes: replies. */
  readonly beside?: readonly MinuteRange[];
  /** Whether something was written that concerns no single day: what was asked in vain, longer candles. */
  readonly whole?: boolean;
}

/** An answer that says what was said before, without a reply to keep, writes nothing. */
const wrote = ({ days, beside = [], whole = false }: BookWrite): boolean =>
  whole || beside.length > 0 || (days !== undefined && days.size > 0);

const dayKey = (of: DayKey): string => `${keyOf(of)} ${String(of.day)}`;

/**
 * Counts what a transaction wrote, as its last step: days, revisions and quarantine are written before. The books are locked first, in one order,
 * and nothing else is locked after them: so no two writers ever wait for each other in a ring, and whoever comes second counts what the
 * first one left. A day is hashed whenever it is written, and not
 * once an ingest has finished it: so its hash is never of another version.
 */
export async function noteWrites(
  client: Transaction,
  all: readonly BookWrite[],
  quarantined: readonly InsertedQuarantined[] = [],
): Promise<void> {
  const writes = all.filter((one) => wrote(one) || quarantined.some((row) => keyOf(row) === keyOf(one)));
  if (writes.length === 0) return;
  const books = new Map(writes.map((write) => [keyOf(write), write]));
  const aside = await lockBooks(
    client,
    writes.map(({ marketId, source, whole = false }) => ({
      marketId,
      source,
      whole:
        whole ||
        quarantined.some((row) => row.minute === undefined && row.marketId === marketId && row.source === source),
    })),
  );
  const columns = new Map<string, DayKey & { columns: DayColumns }>();
  for (const { marketId, source, days: written } of writes) {
    for (const [day, own] of written ?? []) {
      const key = { marketId, source, day };
      columns.set(dayKey(key), { ...key, columns: own });
    }
  }
  const written = new Set(columns.keys());
  for (const one of await unwritten(client, quarantined, columns)) columns.set(dayKey(one), one);
  const days = [...columns.values()];
  // Those put there by this transaction itself are among them only once the book has counted them.
  const given = new Set(quarantined.map((row) => keyOf(row)));
  const asideOf = grouped(
    await readAside(
      client,
      days.filter((one) => aside.has(keyOf(one)) || given.has(keyOf(one))),
    ),
  );
  const revisedOf = grouped(
    await readRevised(
      client,
      days.filter((one) => books.get(keyOf(one))?.revised?.has(one.day) === true),
    ),
  );
  const rows = days.map((one): CountedRow => {
    const { marketId, source, day } = one;
    const kind = books.get(keyOf(one))?.kind;
    return {
      marketId,
      source,
      day,
      ...countColumns(day, one.columns, asideOf(dayKey(one)), kind !== undefined && isComputed(kind)),
      quarantined: quarantined.filter((row) => row.inserted && row.day === day && keyOf(row) === keyOf(one)).length,
      revised: revisedOf(dayKey(one))[0]?.revised,
      rowVersion: one.columns.version + (written.has(dayKey(one)) ? 1 : 0),
      answered: answeredParts(day, one.columns.answeredAt),
    };
  });
  if (rows.length > 0 || quarantined.length > 0) await writeCounts(client, rows, booksOf(writes, rows, quarantined));
  await touchDays(client, writes.flatMap(unwrittenBeside));
}

/** The spans beside whose candles something was put, where not every day of them was written. */
const unwrittenBeside = ({ marketId, source, days, beside = [] }: BookWrite): readonly DaySpan[] =>
  beside
    .filter((range) => daysIn(range).some((day) => days?.has(day) !== true))
    .map(({ from, to }) => ({ marketId, source, first: dayOf(from), last: dayOf(minute(to - 1)) }));

/**
 * The days of which something was set aside and that this transaction did not write, as they are stored. Throws `Overtaken` where their node does not show
 * yet what the transaction before wrote there.
 */
async function unwritten(
  client: Transaction,
  quarantined: readonly InsertedQuarantined[],
  written: ReadonlyMap<string, unknown>,
): Promise<readonly (DayKey & { readonly columns: DayColumns })[]> {
  const days = new Map<string, DayKey>();
  for (const { marketId, source, day } of quarantined) {
    if (day === undefined) continue;
    const key = { marketId, source, day };
    if (!written.has(dayKey(key))) days.set(dayKey(key), key);
  }
  if (days.size === 0) return [];
  const stored = new Map((await readDays(client, [...days.values()])).map((one) => [dayKey(one), one]));
  const found = new Map([...days].map(([key, day]) => [key, stored.get(key) ?? { ...day, columns: emptyDay() }]));
  if (await isSpread(client))
    for (const one of await readRowVersions(client, [...days.values()]))
      if (found.get(dayKey(one))?.columns.version !== one.rowVersion) throw new Overtaken();
  return [...found.values()];
}

const booksOf = (
  writes: readonly BookWrite[],
  rows: readonly CountedRow[],
  quarantined: readonly InsertedQuarantined[],
): Parameters<typeof writeCounts>[2] => {
  const answered = new Map<string, MinuteRange[]>();
  for (const row of rows) answered.set(keyOf(row), [...(answered.get(keyOf(row)) ?? []), ...row.answered]);
  return writes.map(({ marketId, source }) => {
    const key = keyOf({ marketId, source });
    return {
      marketId,
      source,
      answered: answered.get(key) ?? [],
      unnamed: quarantined.filter((row) => row.inserted && row.day === undefined && keyOf(row) === key).length,
    };
  });
};

function grouped<T extends DayKey>(rows: readonly T[]): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(dayKey(row));
    if (group === undefined) groups.set(dayKey(row), [row]);
    else group.push(row);
  }
  return (key) => groups.get(key) ?? [];
}
