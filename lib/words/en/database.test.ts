import { describe, expect, it } from 'vitest';
import * as words from './database';

const PLACE = { name: 'prices', host: 'db.example:5432' };

describe('what is said of a database', () => {
  it.each([
    [
      words.connectionLost(PLACE, 'terminating connection'),
      'the connection to the database prices at db.example:5432 was lost: terminating connection; everything recorded so far is stored: run the command again when the server is back',
    ],
    [
      words.outageWaitedFor(PLACE, 'read ECONNRESET', 60),
      'the database prices at db.example:5432 does not answer (read ECONNRESET); trying again for up to 60 s',
    ],
    [
      words.refusalWaitedFor(PLACE, 'No space left on device', 60),
      'the database prices at db.example:5432 takes no writes any more (No space left on device); trying again for up to 60 s',
    ],
    [
      words.allConnectionsBusy(PLACE, 8, 60),
      'all 8 connections to the database prices at db.example:5432 were busy for 60 s; try again when fewer analyses run',
    ],
    [
      words.readOnlyDatabase(PLACE, 'cannot execute INSERT in a read-only transaction'),
      'the database prices at db.example:5432 is read-only: cannot execute INSERT in a read-only transaction; set DATABASE_URL to the primary server to write',
    ],
    [
      words.databaseTooSlow(PLACE, 'canceling statement due to statement timeout'),
      'a statement in the database prices at db.example:5432 was stopped: canceling statement due to statement timeout; try again when the database has less to do, or raise statement_timeout of its role',
    ],
    [
      words.standbyConflict(PLACE, 'canceling statement due to conflict with recovery'),
      'the database prices at db.example:5432 is a standby and could not go on showing one moment: canceling statement due to conflict with recovery; try again, or set hot_standby_feedback = on there',
    ],
    [
      words.servedWithoutPrimary('cannot connect to the database prices at db.example:5432'),
      'cannot connect to the database prices at db.example:5432; the app reads from DATABASE_READ_URL alone: start it again when this server is back',
    ],
    [
      words.migrationsMissingUnwritable(['1_a', '2_b'], 'read-only'),
      'the database lacks migrations 1_a, 2_b and cannot be changed here: read-only; run plumbline once against the primary server with a role that owns the tables',
    ],
    [
      words.otherDataset('rehearsal', 'real'),
      'this database contains simulated candles, not real ones; use a separate database for real candles',
    ],
    [
      words.otherDataset(undefined, 'rehearsal'),
      'this database contains other candles, not simulated ones; use a separate database for simulated candles',
    ],
  ])('%s', (text, literal) => {
    expect(text).toBe(literal);
  });
});
