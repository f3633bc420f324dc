import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import {
  ConnectionLost,
  connectFailure,
  DiskFull,
  isOutage,
  statementFailure,
  StatementStopped,
  WritesRefused,
} from './failures';

const PLACE = { name: 'prices', host: 'db.example:5432' };

const ofServer = (code: string, message: string): DatabaseError =>
  Object.assign(new DatabaseError(message, 0, 'error'), { code });
const ofSystem = (code: string, message: string): Error => Object.assign(new Error(message), { code });

describe('a connection that cannot be had is one line with the mend', () => {
  it.each<[string, unknown, string, mayPass: boolean]>([
    [
      'nobody listens there',
      new AggregateError([
        ofSystem('ECONNREFUSED', 'connect ECONNREFUSED ::1:5432'),
        ofSystem('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'),
      ]),
      'connect ECONNREFUSED ::1:5432, connect ECONNREFUSED 127.0.0.1:5432; check that the server runs, and host and port in DATABASE_URL',
      true,
    ],
    [
      'the host is unknown',
      ofSystem('ENOTFOUND', 'getaddrinfo ENOTFOUND db.example'),
      'getaddrinfo ENOTFOUND db.example; check the host in DATABASE_URL, and write # in a password as %23, / as %2F, @ as %40',
      false,
    ],
    [
      'the password is wrong',
      ofServer('28P01', 'password authentication failed for user "me"'),
      'password authentication failed for user "me"; check user and password in DATABASE_URL',
      false,
    ],
    [
      'the database is missing and may not be created',
      new AggregateError([
        ofServer('3D000', 'database "prices" does not exist'),
        ofServer('42501', 'permission denied to create database'),
      ]),
      'database "prices" does not exist, permission denied to create database; create it, or let the role of DATABASE_URL create databases',
      false,
    ],
    [
      'the server wants encryption',
      ofServer('28000', 'no pg_hba.conf entry for host "1.2.3.4", user "me", database "prices", no encryption'),
      'no pg_hba.conf entry for host "1.2.3.4", user "me", database "prices", no encryption; set sslmode in DATABASE_URL to a mode the server accepts',
      false,
    ],
    [
      'its certificate is self-signed',
      ofSystem('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'),
      'self-signed certificate; add sslrootcert=FILE to DATABASE_URL, or set sslmode=require to encrypt without checking the certificate',
      false,
    ],
    [
      'too many are connected',
      ofServer('53300', 'sorry, too many clients already'),
      'sorry, too many clients already; close other programs that use it, or raise max_connections',
      true,
    ],
    [
      'the server starts',
      ofServer('57P03', 'the database system is starting up'),
      'the database system is starting up; wait until it has started, then try again',
      true,
    ],
  ])('%s', (_, cause, rest, mayPass) => {
    const failure = connectFailure(cause, PLACE);
    expect(failure.message).toBe(`cannot connect to the database prices at db.example:5432: ${rest}`);
    expect(isOutage(failure)).toBe(mayPass);
  });
});

it('a connection to the embedded server that was stopped names no DATABASE_URL, which is not set', () => {
  const stopped = ofSystem('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432');
  expect(connectFailure(stopped, { ...PLACE, isEmbedded: true }).message).toBe(
    'cannot connect to the database prices at db.example:5432: connect ECONNREFUSED 127.0.0.1:5432; the embedded server is not running: run the command again, which starts it',
  );
});

describe('the failure of a statement', () => {
  it.each<[string, unknown, new () => Error, isOutage: boolean]>([
    [
      'is a lost connection when the server is shut down',
      ofServer('57P01', 'terminating connection'),
      ConnectionLost,
      true,
    ],
    ['is a lost connection when the network breaks', ofSystem('ECONNRESET', 'read ECONNRESET'), ConnectionLost, true],
    [
      'is a lost connection when node-postgres says so',
      new Error('Connection terminated unexpectedly'),
      ConnectionLost,
      true,
    ],
    [
      'is a refused write on a standby',
      ofServer('25006', 'cannot execute INSERT in a read-only transaction'),
      WritesRefused,
      false,
    ],
    [
      'is a refused write without the right',
      ofServer('42501', 'permission denied for table market'),
      WritesRefused,
      false,
    ],
    ['is a full disk', ofServer('53100', 'could not extend file'), DiskFull, false],
    [
      'is a statement that took too long',
      ofServer('57014', 'canceling statement due to statement timeout'),
      StatementStopped,
      false,
    ],
  ])('%s', (_, cause, kind, outage) => {
    const failure = statementFailure(cause, PLACE);
    expect(failure).toBeInstanceOf(kind);
    expect(isOutage(failure)).toBe(outage);
    expect((failure as Error).message).toMatch(/^[^\n]*the database prices at db\.example:5432[^\n]*; [^\n]+$/);
  });

  it('of the statement itself stays as it came', () => {
    const cause = ofServer('42601', 'syntax error');
    expect(statementFailure(cause, PLACE)).toBe(cause);
  });
});
