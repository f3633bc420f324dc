export const SERVE = 'serve the web app and its API';
export const RECOUNT = 'count what is stored anew and correct the counts that differ';
export const DOCTOR =
  'check this machine, the home and the database, and say what to do about each fault; starts and changes nothing';
export const BACKUP = 'write all that is stored to one file, as of one moment, while others go on using the database';
export const RESTORE = 'fill an empty database from such a file: all of it, proven by its hashes, or nothing';
export const PRUNE =
  'remove the text of raw replies that no episode needs, and list what each asset takes on disk; candles and digests stay';
export const DISTRIBUTE =
  'spread the tables that grow over the nodes of a Citus cluster, by market, or print the SQL that does';
export const KEYS =
  'list the public keys of this home’s seals; `keys rotate` makes a new one and retires those before it';
export const STOP = 'stop the embedded database';
export const DATABASE_STOPPED = 'The embedded database has stopped.';
export const DATABASE_NOT_RUNNING = 'The embedded database was not running.';
