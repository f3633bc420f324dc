import { venueName } from '../venues';

/** What `plumbline doctor` says of what it finds: one line each; of a fault with its mend. */

export const DOCTOR_VENUES = 'also ask venues for their time, for example binance,okx (without a list: all of them)';

const GRADES = { ok: 'ok   ', note: 'note ', fault: 'FAULT' } as const;
const SUBJECT_WIDTH = 10;

export const findingLine = (grade: keyof typeof GRADES, subject: string, says: string): string =>
  `${GRADES[grade]}  ${subject.padEnd(SUBJECT_WIDTH)}  ${says}\n`;

export const doctorFaults = (faults: number): string =>
  faults === 1 ? '1 fault; its line says what to do' : `${String(faults)} faults; their lines say what to do`;

const KIB = 2 ** 10;
const SIZES = [
  [KIB ** 3, 'GiB'],
  [KIB ** 2, 'MiB'],
  [KIB, 'KiB'],
] as const;
/** Of disk: 1.5 GiB, 12 GiB, 340 MiB, 8 KiB, 0 B. */
export function diskSize(bytes: number): string {
  const [one, unit] = SIZES.find(([size]) => bytes >= size) ?? [1, 'B'];
  const value = bytes / one;
  return `${value >= 10 ? String(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '')} ${unit}`;
}

export const nodeFound = (version: string): string => `Node ${version}`;
export const nodeTooOld = (version: string, least: string): string =>
  `Node ${version} is too old; install Node ${least} or newer`;

export const homeFound = (home: string): string => home;
export const homeMissing = (home: string): string => `${home} does not exist yet; the first command makes it`;
export const homeUnmakeable = (home: string, above: string): string =>
  `${home} does not exist and cannot be made: ${above} takes no folder of this user; set PLUMBLINE_HOME to another folder`;
export const homeUnwritable = (home: string): string =>
  `${home} cannot be written to by this user; run as its owner, or set PLUMBLINE_HOME to another folder`;
export const homeNoFolder = (home: string): string => `${home} is not a folder; set PLUMBLINE_HOME to a folder`;
export const homeOpen = (home: string, mode: string): string =>
  `others may write to ${home} (mode ${mode}); run: chmod go-w '${home}'`;

export const keysFound = (keys: number): string =>
  keys === 1
    ? '1 signing key, readable by its owner alone'
    : `${String(keys)} signing keys, readable by their owner alone`;
export const KEYS_NONE = 'no signing key yet; the first picture makes one';
export const secretOpen = (file: string, mode: string, right: string): string =>
  `others can open ${file} (mode ${mode}), which holds a secret; run: chmod ${right} '${file}'`;

export const EMBEDDED_NONE = 'no database yet; the first command that needs one makes it';
export const embeddedStopped = (data: string): string =>
  `the database in ${data} is not running; the next command that needs it starts it`;
export const embeddedStale = (data: string): string =>
  `the database in ${data} was not stopped cleanly (a power cut, a kill); the next command that needs it starts and recovers it`;
export const embeddedRecordLost = (data: string): string =>
  `postgres.json, the record of the database in ${data}, is missing or damaged; the next command that needs the database writes a new one and keeps the data`;
export const embeddedStarting = (data: string, pid: number): string =>
  `the database in ${data} is starting (process ${String(pid)}); try again in a moment`;
export const LOCK_ABANDONED = 'a command that started the database was killed; the next one takes its lock over';
export const LOCK_HELD = 'a command starts or stops the database just now; try again in a moment';

export interface DatabaseNamed {
  readonly version: string;
  readonly place: string;
  readonly role: string;
}
/** What names the database: nothing does where it is the embedded one. */
export type DatabaseVariable = 'DATABASE_URL' | 'DATABASE_READ_URL' | undefined;
export const databaseFound = ({ version, place, role }: DatabaseNamed, variable: DatabaseVariable): string =>
  `Postgres ${version}, ${variable === undefined ? 'embedded' : `from ${variable}`}: ${place}, as ${role}`;
export const databaseTooOld = (version: string, least: number): string =>
  `Postgres ${version} is too old; use Postgres ${String(least)} or newer`;
export const databaseNotMadeYet = (place: string): string =>
  `${place} does not exist yet; the first command that needs it makes it`;
export const databaseNotMakable = (place: string): string =>
  `${place} does not exist, and this role may not create it; create it, or grant the role CREATEDB`;
export const encodingWrong = (encoding: string): string =>
  `the database is encoded in ${encoding}; create one with ENCODING 'UTF8'`;
export const settingsFound = (encoding: string, dateStyle: string, timeZone: string): string =>
  `${encoding}, DateStyle ${dateStyle}, TimeZone ${timeZone}; each transaction sets its own date style and zone`;
export const STRINGS_NOT_STANDARD =
  'standard_conforming_strings is off; set it to on for this database: ALTER DATABASE … SET standard_conforming_strings = on';
export const STANDBY = 'a hot standby: it can be read; to record, set DATABASE_URL to the primary server';
export const STANDBY_READ = 'a hot standby: the app reads here';
export const NOT_STANDBY_READ = 'no standby: the app reads here, where it could write as well';
export const READ_ONLY = 'read-only: it can be read; to record, set DATABASE_URL to a database that takes writes';
export const POOLERS = {
  transaction: 'connections go through a pooler that lends them per transaction',
  session: 'connections go through a pooler that lends them for a session',
} as const;

export const RIGHTS_READ = 'this role may read every table';
export const RIGHTS_ALL = 'this role may read and write every table';
const tableList = (tables: readonly string[]): string =>
  tables.length > 4 ? `${tables.slice(0, 3).join(', ')} and ${String(tables.length - 3)} more` : tables.join(', ');
export const tablesUnreadable = (role: string, tables: readonly string[]): string =>
  `${role} may not read ${tableList(tables)}; run as their owner: GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`;
export const tablesUnwritable = (role: string, tables: readonly string[]): string =>
  `${role} may read but not write ${tableList(tables)}: enough to serve pages; to record, use the role that owns the tables`;
export const tablesNotCreatable = (role: string): string =>
  `${role} may not create tables, and some are missing; grant it CREATE on the schema, or use the role that owns the tables`;

export const MIGRATIONS_ALL = 'every migration is applied';
export const migrationsMissing = (names: readonly string[]): string =>
  `${names.length === 1 ? '1 migration is' : `${String(names.length)} migrations are`} missing; the next command that needs the database applies them`;
export const migrationsMissingHere = (names: readonly string[]): string =>
  `${names.length === 1 ? '1 migration is' : `${String(names.length)} migrations are`} missing and cannot be applied here; run plumbline once against the primary server with the role that owns the tables`;
export const datasetWrong = (stored: string): string =>
  `this database contains ${stored === 'rehearsal' ? 'simulated' : 'real'} candles; use a separate database for ${stored === 'rehearsal' ? 'real' : 'simulated'} ones`;

const seconds = (ms: number): string => `${(Math.abs(ms) / 1000).toFixed(1)} s`;
export const clockAgrees = (aheadMs: number, uncertaintyMs: number): string =>
  `this machine’s clock and the database’s are ${seconds(aheadMs)} apart (± ${seconds(uncertaintyMs)})`;
export const clockDiffers = (aheadMs: number): string =>
  `the database’s clock is ${seconds(aheadMs)} ${aheadMs > 0 ? 'ahead of' : 'behind'} this machine’s; set both by NTP`;

export const spaceFound = (folder: string, free: number): string => `${diskSize(free)} free for ${folder}`;
export const spaceShort = (folder: string, free: number, least: number): string =>
  `only ${diskSize(free)} free for ${folder}; free some until ${diskSize(least)} are, or move it to a larger disk`;
export const spaceUnknown = (folder: string, reason: string): string =>
  `the free space for ${folder} is not known (${reason})`;
export const databaseSize = (bytes: number, embedded: boolean): string =>
  `the database takes ${diskSize(bytes)}${embedded ? '' : '; the free space of its server is not visible from here'}`;

export const FONTS_FOUND = 'the fonts of pictures are there, in every language';

export const portFree = (port: number): string => `port ${String(port)} is free for the app`;
export const portOurs = (port: number): string => `Plumbline answers on port ${String(port)}`;

export const venueAnswers = (venue: string): string => `${venueName(venue)} answers`;
export const venueSilent = (venue: string, seconds: number): string =>
  `${venueName(venue)} did not answer within ${String(seconds)} s; check the network, HTTPS_PROXY and NO_PROXY, or leave it out with --venues`;
export const venueFails = (venue: string, reason: string): string =>
  `${venueName(venue)}: ${reason}; check the network, HTTPS_PROXY and NO_PROXY, or leave it out with --venues`;
