import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '../generated/client';

/** One database: Prisma for the small tables, `pool` for the bulk statements, both over the same connections. */
export interface Database {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  /** Ends every connection. The database cannot be used afterwards. */
  readonly close: () => Promise<void>;
}

/** Two cores analyse and ingest at once; more connections than this only queue inside the server. */
const CONNECTIONS = 8;

/**
 * Opens the database at `url`, without connecting yet. Nothing may ask for binary results (`binary: true`): node-postgres
 * 8.23 corrupts bytea that way without a word, so every column is read in text mode.
 */
export function openDatabase(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'plumbline',
    options: '-c timezone=UTC',
  });
  // An idle connection that breaks (the server restarts) is dropped by the pool; the next query opens another.
  pool.on('error', () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    prisma,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
