/** Which database, as a reader may see it: never the password, nor the rest of its address. */
export interface DatabasePlace {
  readonly name: string;
  /** Host and port, or the folder of its socket. */
  readonly host: string;
  /** The embedded server's: nobody names it in DATABASE_URL. */
  readonly isEmbedded?: boolean;
}

export const nameOfDatabase = ({ name, host }: DatabasePlace): string => `the database ${name} at ${host}`;

/** Why a connection cannot be had, where the server or the network said so. */
export type ConnectionTrouble =
  | 'refused'
  | 'unknown-host'
  | 'timeout'
  | 'no-database'
  | 'password'
  | 'encryption'
  | 'certificate'
  | 'too-many'
  | 'starting'
  | 'pooler-option'
  | 'other';

const MENDS: Readonly<Record<ConnectionTrouble, string>> = {
  refused: 'check that the server runs, and host and port in DATABASE_URL',
  'unknown-host': 'check the host in DATABASE_URL, and write # in a password as %23, / as %2F, @ as %40',
  timeout: 'check host and port in DATABASE_URL, and that no firewall is in the way',
  'no-database': 'create it, or let the role of DATABASE_URL create databases',
  password: 'check user and password in DATABASE_URL',
  encryption: 'set sslmode in DATABASE_URL to a mode the server accepts',
  certificate:
    'add sslrootcert=FILE to DATABASE_URL, or set sslmode=require to encrypt without checking the certificate',
  'too-many': 'close other programs that use it, or raise max_connections',
  starting: 'wait until it has started, then try again',
  'pooler-option': 'connect to the server itself, or let the pooler ignore this option',
  other: 'check DATABASE_URL and that the server runs',
};

/** The embedded server was stopped, or ended itself on a full disk: what was killed is started again meanwhile. */
const START_EMBEDDED = 'the embedded server is not running: run the command again, which starts it';

/** Of an error that says nothing. */
export const NO_REASON = 'no reason given';

/** `reason`: the server's or the system's own words, without the password. */
export const cannotConnect = (place: DatabasePlace, trouble: ConnectionTrouble, reason: string): string =>
  `cannot connect to ${nameOfDatabase(place)}: ${reason}; ${place.isEmbedded === true && trouble === 'refused' ? START_EMBEDDED : MENDS[trouble]}`;

export const connectionLost = (place: DatabasePlace, reason: string): string =>
  `the connection to ${nameOfDatabase(place)} was lost: ${reason}; everything recorded so far is stored: run the command again when the server is back`;

export const outageWaitedFor = (place: DatabasePlace, reason: string, seconds: number): string =>
  `${nameOfDatabase(place)} does not answer (${reason}); trying again for up to ${String(seconds)} s`;

export const refusalWaitedFor = (place: DatabasePlace, reason: string, seconds: number): string =>
  `${nameOfDatabase(place)} takes no writes any more (${reason}); trying again for up to ${String(seconds)} s`;

export const allConnectionsBusy = (place: DatabasePlace, connections: number, seconds: number): string =>
  `all ${String(connections)} connections to ${nameOfDatabase(place)} were busy for ${String(seconds)} s; try again when fewer analyses run`;

export const readOnlyDatabase = (place: DatabasePlace, reason: string): string =>
  `${nameOfDatabase(place)} is read-only: ${reason}; set DATABASE_URL to the primary server to write`;

export const missingRights = (place: DatabasePlace, reason: string): string =>
  `the role in DATABASE_URL lacks the rights to do this in ${nameOfDatabase(place)}: ${reason}; grant them, or use a role that owns the tables`;

export const databaseDiskFull = (place: DatabasePlace, reason: string): string =>
  `${nameOfDatabase(place)} has no disk space left: ${reason}; free some and run the command again`;

export const databaseTooSlow = (place: DatabasePlace, reason: string): string =>
  `a statement in ${nameOfDatabase(place)} was stopped: ${reason}; try again when the database has less to do, or raise statement_timeout of its role`;

export const standbyConflict = (place: DatabasePlace, reason: string): string =>
  `${nameOfDatabase(place)} is a standby and could not go on showing one moment: ${reason}; try again, or set hot_standby_feedback = on there`;

export const neverOneMoment = (place: DatabasePlace, times: number): string =>
  `what was asked of ${nameOfDatabase(place)} was being written each time it was read (${String(times)} in all), so its parts do not fit together; try again when less is written`;

export const databaseUrlMalformed = (variable: string): string =>
  `${variable} is not the address of a Postgres database; write it like postgresql://user:password@host:5432/database, with # in a password as %23, / as %2F and @ as %40`;

export const PRIMARY_NOT_NAMED =
  'DATABASE_READ_URL is set and DATABASE_URL is not; set DATABASE_URL to the primary server for commands (serve alone needs none)';

export const READING_ELSEWHERE =
  'DATABASE_READ_URL leads to other tables than DATABASE_URL; name a hot standby of that server, with the same database';

/** The app is served all the same. */
export const servedWithoutPrimary = (failure: string): string =>
  `${failure}; the app reads from DATABASE_READ_URL alone: start it again when this server is back`;

export const migrationHalfApplied = (name: string): string =>
  `migration ${name} was only partly applied by another tool; run "prisma migrate resolve" to repair it`;

export const migrationUnknown = (name: string): string =>
  `the database has migration ${name}, which this version does not know; use a newer version of plumbline`;

export const migrationChanged = (name: string): string =>
  `migration ${name} was changed after it was applied; restore its text in prisma/migrations and add a new migration instead`;

export const migrationFailed = (name: string, reason: string): string =>
  `migration ${name} could not be applied: ${reason}; the database is as it was before`;

export const migrationsNotFound = (folders: readonly string[]): string =>
  `no prisma/migrations folder in ${folders.join(' or ')}; run from the project folder`;

/** Migrations are missing in a database that takes no writes from us. */
export const migrationsMissingUnwritable = (names: readonly string[], reason: string): string =>
  `the database lacks ${names.length === 1 ? 'migration' : 'migrations'} ${names.join(', ')} and cannot be changed here: ${reason}; run plumbline once against the primary server with a role that owns the tables`;

export const databaseUnstampedUnwritable = (reason: string): string =>
  `the database was not prepared by this version of plumbline, and cannot be prepared here: ${reason}; run plumbline once against the primary server with a role that owns the tables`;

export const databaseUncountedUnwritable = (reason: string): string =>
  `what the database stores was never counted, and cannot be counted here: ${reason}; run plumbline once against the primary server with a role that owns the tables`;

/** A note beside stored episodes of a database that cannot be brought up to date. */
export const EPISODES_NOT_UP_TO_DATE =
  'This database is read-only. Episodes in candles recorded since the last computation are missing here.';

const CONTENTS = { real: 'real', rehearsal: 'simulated' } as const;

/** `stored`: which candles the database holds; undefined: something else. */
export const otherDataset = (stored: keyof typeof CONTENTS | undefined, wanted: keyof typeof CONTENTS): string =>
  `this database contains ${stored === undefined ? 'other' : CONTENTS[stored]} candles, not ${CONTENTS[wanted]} ones; use a separate database for ${CONTENTS[wanted]} candles`;
