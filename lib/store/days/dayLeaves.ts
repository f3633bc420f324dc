import { LEAF_BYTES } from '../../domain/observationBytes';
import { dayOf, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import type { Wanted } from './candles';
import type { Connections, Readable } from '../connection/client';
import { withTransaction } from '../connection/transactions';
import { bookColumns } from '../markets';

/** A stored market day, its version (`stored_day`), and its hash where it is stored in the layout asked for. */
export interface DayLeaf {
  /** The position in the list of what is wanted. */
  readonly place: number;
  readonly day: Day;
  readonly version: number;
  readonly leaf: Uint8Array | undefined;
}

/** Every stored day of what is wanted, both ends included; `layout`: of the digest. */
export async function dayLeavesOf(
  db: Readable,
  layout: number,
  wanted: readonly Wanted[],
  [first, last]: readonly [Day, Day],
): Promise<readonly DayLeaf[]> {
  const { rows } = await db.query<{
    readonly place: number;
    readonly day: Day;
    readonly version: number;
    readonly leaf: Buffer | null;
  }>(
    `SELECT w.place::int - 1 AS place, d.day, d.version, CASE WHEN d.layout = $8 THEN d.leaf END AS leaf
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS w (venue, base, quote, kind, source, place)
     JOIN market m USING (venue, base, quote, kind)
     JOIN stored_day d ON d.market_id = m.id AND d.source = w.source AND d.day BETWEEN $6 AND $7 AND d.row_version > 0`,
    [...bookColumns(wanted), first, last, layout],
  );
  return rows.map(({ leaf, ...row }) => ({ ...row, leaf: leaf ?? undefined }));
}

/** What is stored of some books on one UTC day, told by hashes. */
export interface DayState {
  readonly day: Day;
  /** Which of them have a row, and in which version: another after each write of one. */
  readonly versions: Buffer;
  /** Which of them have a row, and what it says: of their leaves; undefined: one of them has none in the layout asked for. */
  readonly leaves: Buffer | undefined;
}

/** Every day on which something is stored of what is wanted, in order, both ends included; `layout`: of the digest. */
export async function dayStatesOf(
  db: Readable,
  layout: number,
  wanted: readonly Wanted[],
  range: MinuteRange,
): Promise<readonly DayState[]> {
  const { rows } = await db.query<Omit<DayState, 'leaves'> & { readonly leaves: Buffer | null }>(
    `SELECT d.day, sha256(string_agg(int4send(w.place::int) || int4send(d.row_version), ''::bytea ORDER BY w.place)) AS versions,
       CASE WHEN bool_and(d.leaf IS NOT NULL AND d.layout = $8) THEN sha256(string_agg(int4send(w.place::int) || d.leaf, ''::bytea ORDER BY w.place)) END AS leaves
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS w (venue, base, quote, kind, source, place)
     JOIN market m USING (venue, base, quote, kind)
     JOIN stored_day d ON d.market_id = m.id AND d.source = w.source AND d.day BETWEEN $6 AND $7 AND d.row_version > 0
     GROUP BY d.day ORDER BY d.day`,
    [...bookColumns(wanted), dayOf(range.from), dayOf((range.to - 1) as Minute), layout],
  );
  return rows.map(({ leaves, ...row }) => ({ ...row, leaves: leaves ?? undefined }));
}

/** Stores hashes of days in the versions they were read in; days written meanwhile have theirs already. */
export async function storeDayLeaves(
  db: Connections,
  layout: number,
  wanted: readonly Wanted[],
  leaves: readonly (DayLeaf & { readonly leaf: Uint8Array })[],
): Promise<void> {
  if (leaves.length === 0) return;
  const own = leaves.map(({ place }) => {
    const one = wanted[place];
    if (one === undefined) throw new RangeError(`a leaf of place ${String(place)} of ${String(wanted.length)}`);
    return one;
  });
  const bytes = Buffer.concat(
    leaves.map(({ leaf }) => leaf),
    leaves.length * LEAF_BYTES,
  );
  await withTransaction(db, (client) =>
    client.query(
      `UPDATE stored_day d SET layout = $9, leaf = substring($8::bytea FROM (w.place::int - 1) * ${String(LEAF_BYTES)} + 1 FOR ${String(LEAF_BYTES)})
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[]) WITH ORDINALITY AS w (venue, base, quote, kind, source, day, version, place)
     JOIN market m USING (venue, base, quote, kind)
     WHERE d.market_id = m.id AND d.source = w.source AND d.day = w.day AND d.version = w.version`,
      [...bookColumns(own), leaves.map(({ day }) => day), leaves.map(({ version }) => version), bytes, layout],
    ),
  );
}
