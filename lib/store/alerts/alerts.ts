import type { AlertState, Withdrawal } from '../../domain/alert';
import type { Side } from '../../domain/episode';
import { formatInstant, instant } from '../../domain/instant';
import type { Asset, Venue } from '../../domain/market';
import { dayOf, minute, type Minute, type MinuteRange } from '../../domain/minute';
import type { Connections, Readable } from '../connection/client';
import { withLock, type Transaction } from '../connection/transactions';

/** An alert as it stands. */
export interface StoredAlert {
  readonly id: string;
  readonly rule: string;
  readonly ruleText: string;
  readonly asset: Asset;
  readonly venue: Venue;
  readonly side: Side;
  readonly state: AlertState;
  readonly start: Minute;
  readonly end: Minute;
  /** Where it was last judged, and the sum of the versions of the window's days then. */
  readonly from: Minute;
  readonly to: Minute;
  readonly versions: string;
  readonly sequence: number;
}

/** A change of an alert's state. */
export interface StoredChange {
  readonly alert: string;
  readonly sequence: number;
  readonly state: AlertState;
  readonly reason: Withdrawal | undefined;
  /** ISO 8601, UTC. */
  readonly recorded: string;
  readonly to: Minute;
  readonly address: string;
  readonly digest: string;
  /** JSON; undefined: there is no such episode any more. */
  readonly figures: string | undefined;
}

const ALERT = `id, rule, rule_text AS "ruleText", asset, venue, side, state, start_minute AS start, end_minute AS "end",
  from_minute AS "from", to_minute AS "to", versions::text AS versions, sequence`;

/** The end of the newest minute of each asset: of its spot books that are not more than ten minutes behind the first, half have data up to it. */
export async function newestMinutes(db: Readable): Promise<ReadonlyMap<Asset, Minute>> {
  const { rows } = await db.query<{ readonly asset: Asset; readonly until: Minute }>(
    `SELECT asset, percentile_disc(0.5) WITHIN GROUP (ORDER BY upto) AS until FROM (
       SELECT m.base AS asset, upper(b.answered) AS upto, max(upper(b.answered)) OVER (PARTITION BY m.base) AS newest
       FROM stored_book b JOIN market m ON m.id = b.market_id WHERE m.kind = 'spot' AND NOT isempty(b.answered)
     ) AS book WHERE upto > newest - 10 GROUP BY asset`,
  );
  return new Map(rows.map(({ asset, until }) => [asset, until]));
}

/** The sum of the versions of every stored day of a window, whatever the book: each write to one of them raises it. */
export async function versionsIn(db: Readable, { from, to }: MinuteRange): Promise<string> {
  const { rows } = await db.query<{ readonly versions: string }>(
    'SELECT coalesce(sum(version), 0)::text AS versions FROM stored_day WHERE day BETWEEN $1 AND $2',
    [dayOf(from), dayOf(minute(to - 1))],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a sum has a row');
  return row.versions;
}

/** Alerts whose episode ended after a minute, of any rule and asset. */
export async function alertsAfter(db: Readable, after: Minute): Promise<readonly StoredAlert[]> {
  const { rows } = await db.query<StoredAlert>(`SELECT ${ALERT} FROM alert WHERE end_minute > $1 ORDER BY id`, [after]);
  return rows;
}

/** Keeps locks of this purpose apart from others' in the same database. */
const LOCKS = 1_886_155_894;

/** One process at a time records what became of an asset's alerts. */
export const changingAlerts = <T>(
  db: Connections,
  asset: Asset,
  work: (client: Transaction) => Promise<T>,
): Promise<T> => withLock(db, { purpose: LOCKS, name: asset }, work);

/** Alerts of a rule and asset whose episode shares a minute with a window. */
export interface AlertsIn {
  readonly rule: string;
  readonly asset: Asset;
  readonly window: MinuteRange;
}

/** Whether these are all of them still, and as they were when they were read. */
export async function areAsRead(
  client: Transaction,
  { rule, asset, window }: AlertsIn,
  read: readonly StoredAlert[],
): Promise<boolean> {
  const { rows } = await client.query<{ readonly id: string; readonly sequence: number }>(
    'SELECT id, sequence FROM alert WHERE rule = $1 AND asset = $2 AND end_minute > $3 AND start_minute < $4',
    [rule, asset, window.from, window.to],
  );
  const known = new Map(read.map(({ id, sequence }) => [id, sequence]));
  return rows.length === known.size && rows.every(({ id, sequence }) => known.get(id) === sequence);
}

/** The first of the names that no alert has. */
export async function freeId(client: Transaction, names: (nth: number) => string): Promise<string> {
  for (let nth = 0; ; nth += 1) {
    const { rows } = await client.query('SELECT FROM alert WHERE id = $1', [names(nth)]);
    if (rows.length === 0) return names(nth);
  }
}

/** Records a change: the alert as it stands after it, the change itself, and that each of the receivers is owed it. */
export async function recordChange(
  client: Transaction,
  alert: StoredAlert,
  change: StoredChange,
  receivers: readonly string[],
): Promise<void> {
  await client.query(
    `INSERT INTO alert (id, rule, rule_text, asset, venue, side, state, start_minute, end_minute, from_minute, to_minute, versions, sequence, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::bigint, $13, $14)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, start_minute = excluded.start_minute, end_minute = excluded.end_minute,
       from_minute = excluded.from_minute, to_minute = excluded.to_minute, versions = excluded.versions, sequence = excluded.sequence,
       changed_at = excluded.changed_at`,
    [
      alert.id,
      alert.rule,
      alert.ruleText,
      alert.asset,
      alert.venue,
      alert.side,
      alert.state,
      alert.start,
      alert.end,
      alert.from,
      alert.to,
      alert.versions,
      alert.sequence,
      change.recorded,
    ],
  );
  await client.query(
    `INSERT INTO alert_change (alert_id, sequence, state, reason, recorded_at, to_minute, address, digest, figures)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      change.alert,
      change.sequence,
      change.state,
      change.reason ?? null,
      change.recorded,
      change.to,
      change.address,
      change.digest,
      change.figures ?? null,
    ],
  );
  await client.query(
    `INSERT INTO alert_delivery (alert_id, sequence, receiver, state, due_at)
     SELECT $1, $2, receiver, 'due', $4 FROM unnest($3::text[]) AS receiver`,
    [change.alert, change.sequence, receivers, change.recorded],
  );
}

/** An alert was judged again and nothing changed: where and by what is noted. */
export async function noteJudged(
  client: Transaction,
  id: string,
  { window, versions }: { readonly window: MinuteRange; readonly versions: string },
): Promise<void> {
  await client.query('UPDATE alert SET from_minute = $2, to_minute = $3, versions = $4::bigint WHERE id = $1', [
    id,
    window.from,
    window.to,
    versions,
  ]);
}

type ChangeRow = Omit<StoredChange, 'recorded' | 'reason' | 'figures'> & {
  readonly recordedAt: Date;
  readonly reason: Withdrawal | null;
  readonly figures: string | null;
};

const CHANGE = `alert_id AS alert, sequence, state, reason, recorded_at AS "recordedAt", to_minute AS "to", address, digest, figures`;

const changeOf = ({ recordedAt, reason, figures, ...row }: ChangeRow): StoredChange => ({
  ...row,
  reason: reason ?? undefined,
  figures: figures ?? undefined,
  recorded: formatInstant(instant(recordedAt.getTime())),
});

export interface AlertWithChanges extends StoredAlert {
  /** The newest first. */
  readonly changes: readonly StoredChange[];
}

/** Those that changed last, at most `limit`, each with all its changes. */
export async function newestAlerts(db: Readable, limit: number): Promise<readonly AlertWithChanges[]> {
  const { rows: alerts } = await db.query<StoredAlert>(
    `SELECT ${ALERT} FROM alert ORDER BY changed_at DESC, id LIMIT $1`,
    [limit],
  );
  const { rows } = await db.query<ChangeRow>(
    `SELECT ${CHANGE} FROM alert_change WHERE alert_id = ANY($1) ORDER BY alert_id, sequence DESC`,
    [alerts.map(({ id }) => id)],
  );
  const changes = rows.map(changeOf);
  return alerts.map((alert) => ({ ...alert, changes: changes.filter((one) => one.alert === alert.id) }));
}

/** How many alerts of a venue are confirmed whose episode began in a range. */
export async function confirmedByVenue(db: Readable, { from, to }: MinuteRange): Promise<ReadonlyMap<Venue, number>> {
  const { rows } = await db.query<{ readonly venue: Venue; readonly confirmed: number }>(
    `SELECT venue, count(*)::int AS confirmed FROM alert
     WHERE state = 'confirmed' AND start_minute >= $1 AND start_minute < $2 GROUP BY venue`,
    [from, to],
  );
  return new Map(rows.map(({ venue, confirmed }) => [venue, confirmed]));
}

/** A change that a receiver is owed. */
export interface Owed {
  readonly receiver: string;
  /** This attempt's number, from 1 on. */
  readonly attempt: number;
  readonly alert: StoredAlert;
  readonly change: StoredChange;
}

/**
 * Takes what is due for any of the receivers, the oldest first, at most `limit`. Nobody else takes it before `until`: of two processes one sends it, and
 * where that one is killed another does after a while.
 */
export async function takeOwed(
  db: Readable,
  {
    receivers,
    now,
    until,
    limit,
  }: { readonly receivers: readonly string[]; readonly now: string; readonly until: string; readonly limit: number },
): Promise<readonly Owed[]> {
  const { rows } = await db.query<{
    readonly alert: string;
    readonly sequence: number;
    readonly receiver: string;
    readonly attempts: number;
  }>(
    `UPDATE alert_delivery d SET attempts = d.attempts + 1, due_at = $3
     FROM (
       SELECT alert_id, sequence, receiver FROM alert_delivery
       WHERE state = 'due' AND due_at <= $2 AND receiver = ANY($1) ORDER BY due_at, alert_id, sequence LIMIT $4 FOR UPDATE SKIP LOCKED
     ) AS owed
     WHERE d.alert_id = owed.alert_id AND d.sequence = owed.sequence AND d.receiver = owed.receiver
     RETURNING d.alert_id AS alert, d.sequence, d.receiver, d.attempts`,
    [receivers, now, until, limit],
  );
  if (rows.length === 0) return [];
  const ids = rows.map(({ alert }) => alert);
  const alerts = await db.query<StoredAlert>(`SELECT ${ALERT} FROM alert WHERE id = ANY($1)`, [ids]);
  const changes = await db.query<ChangeRow>(`SELECT ${CHANGE} FROM alert_change WHERE alert_id = ANY($1)`, [ids]);
  return rows
    .flatMap(({ alert: id, sequence, receiver, attempts }): readonly Owed[] => {
      const alert = alerts.rows.find((one) => one.id === id);
      const change = changes.rows.find((one) => one.alert === id && one.sequence === sequence);
      return alert === undefined || change === undefined
        ? []
        : [{ receiver, attempt: attempts, alert, change: changeOf(change) }];
    })
    .sort((a, b) =>
      a.change.recorded === b.change.recorded
        ? a.change.sequence - b.change.sequence
        : a.change.recorded < b.change.recorded
          ? -1
          : 1,
    );
}

/** Notes what came of an attempt. `next`: when it is tried again; undefined: never. */
export async function noteSent(
  db: Readable,
  { receiver, change }: Owed,
  { isSent, outcome, next }: { readonly isSent: boolean; readonly outcome: string; readonly next: string | undefined },
): Promise<void> {
  await db.query(
    `UPDATE alert_delivery SET state = $4, outcome = $5, due_at = coalesce($6::timestamptz, due_at)
     WHERE alert_id = $1 AND sequence = $2 AND receiver = $3`,
    [
      change.alert,
      change.sequence,
      receiver,
      isSent ? 'sent' : next === undefined ? 'given-up' : 'due',
      outcome,
      next ?? null,
    ],
  );
}
