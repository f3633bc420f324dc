import { DatabaseError } from 'pg';
import { failureCode, failureLine } from '../../domain/failure';
import {
  cannotConnect,
  connectionLost,
  databaseDiskFull,
  databaseTooSlow,
  missingRights,
  NO_REASON,
  readOnlyDatabase,
  type ConnectionTrouble,
  type DatabasePlace,
} from '../../words/en/database';

/**
 * A failure of the database itself and not of a statement; its message is one line for people, with the mend. Every kind goes
 * by this name, also in a stack, which is what a thread hands on of an error.
 */
export abstract class DatabaseFailure extends Error {
  static {
    this.prototype.name = 'DatabaseFailure';
  }
}

/** Whether a failure is one of the database, be it of another thread. */
export const isDatabaseFailure = (failure: unknown): boolean => /\bDatabaseFailure: /.test(String(failure));

/** No connection could be had. */
export class CannotConnect extends DatabaseFailure {}

/** Every connection was lent to others for as long as we were willing to wait. */
export class AllConnectionsBusy extends DatabaseFailure {}

/** The server ended, or the way to it broke, while a statement ran: whether it took effect is not known. */
export class ConnectionLost extends DatabaseFailure {}

/** The database takes no writes: a standby, a read-only database, or a role without the right. */
export class WritesRefused extends DatabaseFailure {}

/** No space left on the server's disk. */
export class DiskFull extends DatabaseFailure {}

/** A statement ran longer than it may, or whoever runs the server had it cancelled; nothing of its transaction took effect. */
export class StatementStopped extends DatabaseFailure {}

/** Days that lie on several nodes were written so often that none of our moments fitted them. */
export class Unsettled extends DatabaseFailure {}

/** Whether the server may be back by itself. */
export const isOutage = (failure: unknown): boolean =>
  failure instanceof ConnectionLost ||
  (failure instanceof CannotConnect && failure.cause !== undefined && mayPass(failure.cause));

/** Whether a server that took writes a moment ago may take them again by itself: room is made on its disk, or a new primary takes over. */
export const mayTakeWritesAgain = (failure: unknown): boolean =>
  failure instanceof DiskFull || (failure instanceof WritesRefused && sqlStateOf(failure.cause) === SQLSTATE.readOnly);

/** SQLSTATE of Postgres, those that are told apart here and by whoever connects: https://www.postgresql.org/docs/current/errcodes-appendix.html */
export const SQLSTATE = {
  readOnly: '25006',
  noRight: '42501',
  diskFull: '53100',
  tooMany: '53300',
  noDatabase: '3D000',
  badPassword: '28P01',
  notAuthorised: '28000',
  adminShutdown: '57P01',
  crashShutdown: '57P02',
  startingUp: '57P03',
  idleTimeout: '25P03',
  canceled: '57014',
} as const;
/** Class 08: connection exceptions. */
const CONNECTION_CLASS = '08';

/** What Node says when the network or a socket fails. */
const NETWORK = [
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'EAI_AGAIN',
];
/** What node-postgres 8 says, without a code, of a connection that ended under a statement. */
const ENDED = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;

export const sqlStateOf = (failure: unknown): string | undefined =>
  failure instanceof DatabaseError ? failure.code : undefined;

const systemCodeOf = (failure: unknown): string | undefined =>
  failure instanceof DatabaseError ? undefined : failureCode(failure);

const isLost = (failure: unknown): boolean => {
  const state = sqlStateOf(failure);
  if (state !== undefined) {
    const ends: readonly string[] = [
      SQLSTATE.adminShutdown,
      SQLSTATE.crashShutdown,
      SQLSTATE.startingUp,
      SQLSTATE.idleTimeout,
    ];
    return state.startsWith(CONNECTION_CLASS) || ends.includes(state);
  }
  const code = systemCodeOf(failure);
  return (code !== undefined && NETWORK.includes(code)) || (failure instanceof Error && ENDED.test(failure.message));
};

/** Whether a failure to connect may pass by itself: the server restarts, or too many are connected just now. */
function mayPass(failure: unknown): boolean {
  const trouble = troubleOf(failure);
  return (
    trouble === 'refused' ||
    trouble === 'starting' ||
    trouble === 'timeout' ||
    trouble === 'too-many' ||
    isLost(failure)
  );
}

/** One line of the cause in its own words; of several tries to connect, each once. */
export function reasonOf(failure: unknown): string {
  if (failure instanceof AggregateError) return [...new Set(failure.errors.map((one) => reasonOf(one)))].join(', ');
  return failureLine(failure) || NO_REASON;
}

function troubleOf(failure: unknown): ConnectionTrouble {
  if (failure instanceof AggregateError && failure.errors.length > 0) return troubleOf(failure.errors[0]);
  switch (sqlStateOf(failure)) {
    case SQLSTATE.noDatabase:
      return 'no-database';
    case SQLSTATE.badPassword:
      return 'password';
    case SQLSTATE.notAuthorised:
      return /encryption|SSL|pg_hba/.test(reasonOf(failure)) ? 'encryption' : 'password';
    case SQLSTATE.tooMany:
      return 'too-many';
    case SQLSTATE.startingUp:
    case SQLSTATE.adminShutdown:
      return 'starting';
    default:
  }
  const code = systemCodeOf(failure);
  // What it cannot read before it connects is a certificate's file.
  if ((failure as NodeJS.ErrnoException | undefined)?.syscall === 'open') return 'certificate';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-host';
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return 'refused';
  if (code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'timeout';
  const reason = reasonOf(failure);
  if (/timeout/i.test(reason)) return 'timeout';
  if (/unsupported startup parameter/.test(reason)) return 'pooler-option';
  if (/certificate|CERT_|sslrootcert/i.test(`${reason} ${code ?? ''}`)) return 'certificate';
  if (/does not support SSL|SSL/.test(reason)) return 'encryption';
  if (/password|SASL|authentication/i.test(reason)) return 'password';
  return 'other';
}

/** The failure of an attempt to connect, for people. */
export const connectFailure = (failure: unknown, place: DatabasePlace): CannotConnect =>
  new CannotConnect(cannotConnect(place, troubleOf(failure), reasonOf(failure)), { cause: failure });

/** A statement's failure: where the database itself is the cause, typed and for people; else as it came. */
export function statementFailure(failure: unknown, place: DatabasePlace): unknown {
  if (isLost(failure)) return new ConnectionLost(connectionLost(place, reasonOf(failure)), { cause: failure });
  switch (sqlStateOf(failure)) {
    case SQLSTATE.readOnly:
      return new WritesRefused(readOnlyDatabase(place, reasonOf(failure)), { cause: failure });
    case SQLSTATE.noRight:
      return new WritesRefused(missingRights(place, reasonOf(failure)), { cause: failure });
    case SQLSTATE.diskFull:
      return new DiskFull(databaseDiskFull(place, reasonOf(failure)), { cause: failure });
    case SQLSTATE.canceled:
      return new StatementStopped(databaseTooSlow(place, reasonOf(failure)), { cause: failure });
    default:
      return failure;
  }
}
