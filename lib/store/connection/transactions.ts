import { setTimeout as wait } from 'node:timers/promises';
import type { QueryResultRow } from 'pg';
import { neverOneMoment, outageWaitedFor, refusalWaitedFor, standbyConflict } from '../../words/en/database';
import { cancelSignal } from './cancelling';
import { Statements, withClient, type Connections, type Lent, type Readable } from './client';
import { isOutage, mayTakeWritesAgain, reasonOf, sqlStateOf, StatementStopped, Unsettled } from './failures';
import { readFailed, statementSent } from './reading';
import { setLocalCommands } from './settings';

/** One transaction that may write: all of it is stored, or nothing. */
export interface Transaction extends Readable {
  readonly mayWrite: true;
}

/**
 * Another writer changed what we read: between our reading and our writing, or, where tables are spread over nodes, while we read. Nothing was written. Trying
 * again succeeds.
 */
export class Overtaken extends Error {}

const READ_COMMITTED = 'BEGIN ISOLATION LEVEL READ COMMITTED';
const ONE_MOMENT = 'BEGIN ISOLATION LEVEL REPEATABLE READ';
const ONE_MOMENT_READ_ONLY = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * The same, of which whoever collects what an answer rests on is told. Once nobody waits any more for what is being done (`cancelling`), the statement in
 * flight is cancelled and no further one is sent; either throws the reason.
 */
function watched(client: Lent): Readable {
  const signal = cancelSignal();
  return {
    over: client.over,
    query: (statement, values) => {
      statementSent();
      return signal === undefined
        ? client.query(statement, values)
        : untilCancelled(signal, client, () => client.query(statement, values));
    },
  };
}

async function untilCancelled<T>(signal: AbortSignal, client: Lent, send: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let cancelled: Promise<void> | undefined;
  const cancel = (): void => {
    cancelled = client.cancel();
  };
  signal.addEventListener('abort', cancel);
  try {
    return await send();
  } catch (failure) {
    signal.throwIfAborted();
    throw failure;
  } finally {
    signal.removeEventListener('abort', cancel);
    await cancelled;
  }
}

/** Runs `work` in one transaction, undone when it throws. Whatever `work` did not wait for is not sent. */
const transaction = <T>(of: Connections, begin: string, work: (client: Transaction) => Promise<T>): Promise<T> =>
  withClient(of, async (client) => {
    await client.query(`${begin}; ${setLocalCommands(of.statementMs)}`);
    const statements = Object.assign(new Statements(watched(client)), { mayWrite: true as const });
    try {
      const result = await work(statements);
      await statements.close();
      await client.query('COMMIT');
      return result;
    } catch (failure) {
      // Who was overtaken reads all of it again.
      if (!(failure instanceof Overtaken)) readFailed();
      await statements.close();
      // Where even this fails, the connection is still in its transaction, and so is closed (`withClient`).
      await client.query('ROLLBACK').catch(() => undefined);
      throw failure;
    }
  });

/** SQLSTATE serialization_failure, deadlock_detected: the server undid this transaction in favour of another. */
const UNDONE = ['40001', '40P01'];
/** unique_violation: of work whose moment began before another's end, what that other added. */
const ADDED_MEANWHILE = '23505';
/** Each try loses only to a writer that succeeded, so a hundred in a row mean a fault of another kind. */
const TRIES = 100;
/** Spreads writers that collided; grows with the tries, drawn anew for each. */
const PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 200;

const isOvertaken = (failure: unknown): boolean =>
  failure instanceof Overtaken || UNDONE.includes(sqlStateOf(failure) ?? '');

/** Runs a whole transaction again from its start, at most so many times, whenever another writer was faster. */
async function retried<T>(of: Connections, tries: number, whole: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await whole();
    } catch (failure) {
      if (!isOvertaken(failure)) throw failure;
      if (attempt === tries) throw neverSettled(of, tries, failure);
      await wait(Math.random() * Math.min(PAUSE_MS * attempt, LONGEST_PAUSE_MS));
    }
  }
}

/** What the server itself gave up stays what the server says. */
function neverSettled(of: Connections, tries: number, failure: unknown): unknown {
  if (!(failure instanceof Overtaken)) return failure;
  readFailed();
  return new Unsettled(neverOneMoment(of.place, tries), { cause: failure });
}

const FIRST_OUTAGE_PAUSE_MS = 250;
const LONGEST_OUTAGE_PAUSE_MS = 5_000;

/** Connections over which a transaction that wrote was stored: what refuses writes from then on may take them again. */
const written = new WeakSet<object>();
const WRITES: readonly string[] = ['INSERT', 'UPDATE', 'DELETE'];

/** The same; `onWrite` is called where a statement has written rows. */
const noting = (client: Transaction, onWrite: () => void): Transaction => ({
  over: client.over,
  mayWrite: true,
  query: async <Row extends QueryResultRow>(statement: string, values?: unknown[]) => {
    const result = await client.query<Row>(statement, values);
    if (WRITES.includes(result.command) && result.rowCount !== 0) onWrite();
    return result;
  },
});

/** One try of a transaction that may write. */
async function tried<T>(of: Connections, work: (client: Transaction) => Promise<T>): Promise<T> {
  const noted = { hasWritten: false };
  const result = await transaction(of, READ_COMMITTED, (client) =>
    work(
      noting(client, () => {
        noted.hasWritten = true;
      }),
    ),
  );
  if (noted.hasWritten) written.add(of.pool);
  return result;
}

/**
 * Runs `whole` again from its start while the server is away, or takes no writes any more, for up to a minute; says so once. Only for work that may be done
 * twice: when a connection breaks during COMMIT, nobody knows whether the server had finished.
 */
export async function throughOutages<T>(of: Connections, whole: () => Promise<T>): Promise<T> {
  let until: number | undefined;
  for (let pause = FIRST_OUTAGE_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_OUTAGE_PAUSE_MS)) {
    try {
      return await whole();
    } catch (failure) {
      const now = performance.now();
      const isAway = isOutage(failure);
      const mayPass = isAway || (written.has(of.pool) && mayTakeWritesAgain(failure));
      if (!mayPass || of.outageMs === 0 || (until !== undefined && now + pause > until)) throw failure;
      if (until === undefined) {
        until = now + of.outageMs;
        const line = isAway ? outageWaitedFor : refusalWaitedFor;
        of.onOutage(line(of.place, reasonOf((failure as Error).cause), of.outageMs / 1000));
      }
      await wait(pause);
    }
  }
}

/**
 * Runs `work` in one transaction, all or nothing: again from its start whenever another writer was faster, when the server
 * was away, and when one that took writes before refuses them. So `work` must come to the same when it is done twice. Where others are for reading alone, it runs on their primary.
 */
export function withTransaction<T>(of: Connections, work: (client: Transaction) => Promise<T>): Promise<T> {
  const to = of.primary ?? of;
  return throughOutages(to, () => retried(to, TRIES, () => tried(to, work)));
}

/** A reader of days that are written without pause gives up after as many moments: each costs as much as the answer. */
const MOMENTS = 10;

/**
 * Lends one moment of the database: whatever is read through it was true at the same time. Nothing can be written. Where tables are spread over nodes the
 * moment is that of the first one, and `work` runs again in a later one whenever days on others were not of it (`ofOneMoment`); so it must come to the same
 * when it is done twice. Throws `Unsettled` where none fitted, and `StatementStopped` where a standby gave the moment up, because its primary removed what
 * was read.
 */
export const withSnapshot = <T>(of: Connections, work: (snapshot: Readable) => Promise<T>): Promise<T> =>
  retried(of, MOMENTS, () => moment(of, work));

/** Whoever only reads loses against no other transaction. */
const moment = <T>(of: Connections, work: (snapshot: Readable) => Promise<T>): Promise<T> =>
  transaction(of, ONE_MOMENT_READ_ONLY, work).catch((failure: unknown) => {
    if (!UNDONE.includes(sqlStateOf(failure) ?? '')) throw failure;
    throw new StatementStopped(standbyConflict(of.place, reasonOf(failure)), { cause: failure });
  });

/** What is locked: `purpose` keeps locks of one kind apart from others' in the same database. */
export interface Lock {
  readonly purpose: number;
  readonly name: string;
}

/**
 * Lends one moment of the database and the right to change what the lock stands for, all or nothing: of several processes one
 * at a time, and each sees what the one before it wrote. Done again from its start as `withTransaction` does. The lock ends
 * with its transaction and rests on no session.
 */
export function withLock<T>(of: Connections, lock: Lock, work: (client: Transaction) => Promise<T>): Promise<T> {
  const to = of.primary ?? of;
  return throughOutages(to, () => retried(to, TRIES, () => locked(to, lock, work)));
}

/**
 * Whether this transaction's moment sees whatever was committed before it got its lock. A moment is taken just before its first
 * statement runs, so that the lock may have been given up in between. Of the transactions that the moment counts as running, or as
 * not begun, all must still be running; any other is taken for the one that had the lock.
 */
const HAS_SEEN_ALL = `SELECT NOT EXISTS (
  SELECT FROM (
    SELECT pg_snapshot_xip(pg_current_snapshot()) AS id
    UNION ALL
    SELECT number::text::xid8 FROM generate_series(
      pg_snapshot_xmax(pg_current_snapshot())::text::bigint, pg_current_xact_id()::text::bigint - 1
    ) AS number
  ) AS unseen WHERE pg_xact_status(id) = 'committed'
) AS all`;

async function locked<T>(
  of: Connections,
  { purpose, name }: Lock,
  work: (client: Transaction) => Promise<T>,
): Promise<T> {
  const key = [purpose, name];
  const done = await transaction(of, ONE_MOMENT, async (client) => {
    // A moment begins with its first statement. Who waited here for the lock would see what was before the other's end.
    const { rows } = await client.query<{ readonly got: boolean }>(
      'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS got',
      key,
    );
    if (rows[0]?.got !== true) return undefined;
    const seen = await client.query<{ readonly all: boolean }>(HAS_SEEN_ALL);
    if (seen.rows[0]?.all !== true) throw new Overtaken();
    return { result: await work(client) };
  }).catch((failure: unknown) => {
    throw sqlStateOf(failure) === ADDED_MEANWHILE ? new Overtaken('', { cause: failure }) : failure;
  });
  if (done !== undefined) return done.result;
  await transaction(of, READ_COMMITTED, (client) =>
    client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', key),
  );
  throw new Overtaken();
}
