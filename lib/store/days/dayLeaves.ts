import { LEAF_BYTES } from '../../domain/observationBytes';
import { dayOf, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import type { Wanted } from './candles';
import type { Connections, Readable } from '../connection/client';
import { withTransaction } from '../connection/transactions';
import { marketColumns } from '../markets';

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
    `SELECT w.place::int - 1 AS place, d.day, coalesce(l.version, 0) AS version, CASE WHEN l.layout = $8 THEN l.leaf END AS leaf
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS w (venue, base, quote, kind, source, place)
     JOIN market m USING (venue, base, quote, kind)
     JOIN market_day d ON d.market_id = m.id AND d.source = w.source AND d.day BETWEEN $6 AND $7
     LEFT JOIN stored_day l ON l.market_id = d.market_id AND l.source = d.source AND l.day = d.day`,
    [...marketColumns(wanted.map(({ market }) => market)), wanted.map(({ source }) => source), first, last, layout],
  );
  return rows.map(({ leaf, ...row }) => ({ ...row, leaf: leaf ?? undefined }));
}

/** The version of every stored day of what is wanted, by market and day. */
export async function dayVersionsOf(
  db: Readable,
  wanted: readonly Wanted[],
  range: MinuteRange,
): Promise<readonly Omit<DayLeaf, 'leaf'>[]> {
  const { rows } = await db.query<Omit<DayLeaf, 'leaf'>>(
    `SELECT w.place::int - 1 AS place, d.day, d.version
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS w (venue, base, quote, kind, source, place)
     JOIN market m USING (venue, base, quote, kind)
     JOIN market_day d ON d.market_id = m.id AND d.source = w.source AND d.day BETWEEN $6 AND $7
     ORDER BY w.place, d.day`,
    [
      ...marketColumns(wanted.map(({ market }) => market)),
      wanted.map(({ source }) => source),
      dayOf(range.from),
      dayOf((range.to - 1) as Minute),
    ],
  );
  return rows;
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
      [
        ...marketColumns(own.map(({ market }) => market)),
        own.map(({ source }) => source),
        leaves.map(({ day }) => day),
        leaves.map(({ version }) => version),
        bytes,
        layout,
      ],
    ),
  );
}
