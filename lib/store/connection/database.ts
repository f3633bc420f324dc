import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '../generated/client';
import type { Connections, Readable } from './client';
import { connectionString, placeOf } from './address';
import { forgetSpread } from '../spread/isSpread';
import { withSnapshot } from './transactions';

/** One database. A statement asked of it directly is a moment of its own; more than one belong into a transaction. */
export interface Database extends Connections, Readable {
  /** For the small tables, over the same connections; only through `withPrisma`. */
  readonly prisma: PrismaClient;
  /** The same data where they may be written; undefined: here, or nowhere. Work that writes what it read reads there too. */
  readonly primary?: Database | undefined;
  /** Ends every connection. The database cannot be used afterwards. */
  readonly close: () => Promise<void>;
}

/** Two cores analyse and ingest at once; more connections than this only queue inside the server. */
const CONNECTIONS = 8;
/** A cold analysis of a year occupies its connection for half a minute; after twice as long an error is more use than waiting. */
const PATIENCE_MS = 60_000;
/** Connections to the primary, where reading goes elsewhere: little is written for readers, and where it is away they do not wait for it. */
const FOR_WRITES: DatabaseOptions = { connections: 2, patienceMs: 2_000, outageMs: 0 };
/** A server that restarts is back within seconds, one that fails over within a minute. */
const OUTAGE_MS = 60_000;

export interface DatabaseOptions {
  /** At most so many connections, 1 or more. Default: 8. */
  readonly connections?: number;
  readonly patienceMs?: number;
  readonly outageMs?: number;
  /** How long one statement may run, ms. Default: as long as the server lets it. */
  readonly statementMs?: number | undefined;
  /** The server that takes writes, where `url` leads to a standby of it. */
  readonly primaryUrl?: string | undefined;
  /** On the embedded server, which a command starts. */
  readonly isEmbedded?: boolean;
  readonly onOutage?: (line: string) => void;
}

/**
 * Opens the database at `url`, without connecting yet. Nothing may ask for binary results (`binary: true`): node-postgres
 * 8.23 corrupts bytea that way without a word, so every column is read in text mode. No setting is sent with the connection:
 * poolers refuse `options` there; `withTransaction` and its kin set what they need.
 */
export function openDatabase(
  url: string,
  {
    connections = CONNECTIONS,
    patienceMs = PATIENCE_MS,
    outageMs = OUTAGE_MS,
    statementMs,
    primaryUrl,
    isEmbedded = false,
    onOutage = () => undefined,
  }: DatabaseOptions = {},
): Database {
  const pool = new Pool({
    connectionString: connectionString(url),
    max: connections,
    connectionTimeoutMillis: patienceMs,
    application_name: 'plumbline',
  });
  // An idle connection that breaks (the server restarts) is dropped by the pool; the next statement opens another. One that
  // breaks while it is lent tells so by its statement; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('remove', () => {
    forgetSpread(pool);
  });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  let quietUntil = -Infinity;
  // Many transactions meet the same outage.
  const sayOnce = (line: string): void => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + outageMs;
    onOutage(line);
  };
  const primary = primaryUrl === undefined ? undefined : openDatabase(primaryUrl, { ...FOR_WRITES, statementMs });
  const own: Connections = {
    pool,
    place: { ...placeOf(url), isEmbedded },
    patienceMs,
    outageMs,
    statementMs,
    onOutage: sayOnce,
  };
  return {
    ...own,
    prisma,
    primary,
    over: pool,
    query: (statement, values) => withSnapshot(own, (snapshot) => snapshot.query(statement, values)),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
      await primary?.close();
    },
  };
}
