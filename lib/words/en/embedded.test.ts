import { describe, expect, it } from 'vitest';
import * as words from './embedded';

describe('what is said of the server that comes along', () => {
  it.each([
    [
      words.databaseNotMade('/d', 'initdb: error: could not look up effective user ID 4242: user does not exist'),
      'cannot create the database in /d: initdb: error: could not look up effective user ID 4242: user does not exist; give this user an entry in /etc/passwd, or set DATABASE_URL to a Postgres server of your own',
    ],
    [
      words.databaseNotMade('/d', 'No space left on device'),
      'cannot create the database in /d: No space left on device; correct this, or set DATABASE_URL to a Postgres server of your own',
    ],
    [
      words.serverNotStarted(
        '/d',
        'FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device',
        '/l',
      ),
      'the database in /d did not start: FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device (log: /l); the disk is full: free some space and run the command again',
    ],
    [
      words.serverNotStarted('/d', 'FATAL:  could not create lock file', '/l'),
      'the database in /d did not start: FATAL:  could not create lock file (log: /l)',
    ],
    [
      words.serverSilent('/d', 12, 120),
      'the database in /d is running (process 12) but did not answer within 120 s; wait and try again, or restart it with "plumbline stop"',
    ],
    [
      words.folderInUse('/d', 12),
      'process 12 uses /d and may not be the database server; end it, then run the command again',
    ],
  ])('%s', (text, literal) => {
    expect(text).toBe(literal);
  });
});
