import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { allConnectionsBusy, type DatabasePlace } from '../../words/en/database';
import { cancelSignal } from './cancelling';
import { requestCancel } from './cancelRequest';
import { AllConnectionsBusy, connectFailure, statementFailure, WritesRefused } from './failures';
import { readFailed } from './reading';

/** What answers statements that read: a database, or one moment of it. */
export interface Readable {
  /** The connections its statements go over: the key of what is remembered of their database. undefined: nothing is. */
  readonly over?: object | undefined;
  query<Row extends QueryResultRow>(statement: string, values?: unknown[]): Promise<QueryResult<Row>>;
}

/** The connections of one database. */
export interface Connections {
  readonly pool: Pool;
  readonly place: DatabasePlace;
  /** Where what is written goes, where these are for reading alone (of a standby); undefined: here. */
  readonly primary?: Connections | undefined;
  /** How long to wait for a connection that others have, ms. */
  readonly patienceMs: number;
  /** How long one statement may run, ms; undefined: as long as the server lets it. */
  readonly statementMs?: number | undefined;
  /** How long to wait for a server that is away in the middle of work, ms. */
  readonly outageMs: number;
  /** Given one line for people when the server does not answer and is waited for. */
  readonly onOutage: (line: string) => void;
}

/**
 * The statements of one piece of work, sent one after another in the order they were asked for. Once closed nothing more is
 * sent: what still waited for its turn, or is asked later, rejects.
 */
export class Statements implements Readable {
  readonly over: object | undefined;
  readonly #to: Readable;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(to: Readable) {
    this.#to = to;
    this.over = to.over;
  }

  query<Row extends QueryResultRow>(statement: string, values?: unknown[]): Promise<QueryResult<Row>> {
    const mine = this.#last.then(() => {
      if (this.#isClosed) throw new Error('a statement was asked for after its work had ended');
      return this.#to.query<Row>(statement, values);
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Resolves when the statement in flight has ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
  }
}

/** A connection that is lent. */
export interface Lent extends Readable {
  /** Has the server cancel the statement in flight; resolves when that can hit no later one. */
  cancel(): Promise<void>;
}

/** What node-postgres 8 says when no connection came free in time. */
const NONE_CAME_FREE = /^timeout exceeded when trying to connect$/;

/** A free connection; one that comes when nobody waits any more is given back. */
async function free(pool: Pool): Promise<PoolClient> {
  const signal = cancelSignal();
  signal?.throwIfAborted();
  const coming = pool.connect();
  if (signal === undefined) return coming;
  let leave = (): void => undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', leave);
  });
  try {
    return await Promise.race([coming, left]);
  } catch (failure) {
    if (signal.aborted)
      coming.then(
        (client) => {
          client.release();
        },
        () => undefined,
      );
    throw failure;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

async function connected({ pool, place, patienceMs }: Connections): Promise<PoolClient> {
  const signal = cancelSignal();
  try {
    return await free(pool);
  } catch (failure) {
    if (signal?.aborted === true) throw failure;
    readFailed();
    if (failure instanceof Error && NONE_CAME_FREE.test(failure.message))
      throw new AllConnectionsBusy(allConnectionsBusy(place, pool.options.max, patienceMs / 1000), { cause: failure });
    throw connectFailure(failure, place);
  }
}

/**
 * Lends one connection. It is given back when `work` has ended and the statement then in flight, too; one that broke is
 * closed instead. Work that has a connection must send all its statements over it: a second one may never come free while all
 * wait for theirs. Throws `AllConnectionsBusy`, `CannotConnect`, what `statementFailure` makes of a statement's failure, and, where nobody waits any
 * more (`cancelling`) before a connection is had, the reason of that.
 */
export async function withClient<T>(of: Connections, work: (client: Lent) => Promise<T>): Promise<T> {
  const client = await connected(of);
  // Where the server that it leads to has become a standby, a new connection may lead to another.
  const refusal = { isMet: false };
  const statements = new Statements({
    over: of.pool,
    query: <Row extends QueryResultRow>(statement: string, values?: unknown[]) =>
      client.query<Row>(statement, values).catch((failure: unknown) => {
        const typed = statementFailure(failure, of.place);
        if (typed instanceof WritesRefused) refusal.isMet = true;
        throw typed;
      }),
  });
  try {
    return await work(Object.assign(statements, { cancel: () => requestCancel(client) }));
  } finally {
    await statements.close();
    client.release(refusal.isMet || client.getTransactionStatus() !== OUTSIDE);
  }
}

/** The status of a connection that is in no transaction; any other is of no use to whoever comes next. */
const OUTSIDE = 'I';
