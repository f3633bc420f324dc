import { uncancelled } from '../../store/connection/cancelling';
import { openDatabase } from '../../store/connection/database';
import { missingMigrations } from '../../store/connection/migrate';
import { poolCounts } from '../../store/connection/poolCounts';
import { databaseOf } from '../databaseOf';
import { atEnd } from '../ending';
import { laterHeaders } from '../http/outcome';
import { counts } from '../watch/counts';
import { readiness } from './readiness';

declare global {
  var plumblineReadiness: (() => Promise<string | undefined>) | undefined;
}

/** A question whether we are ready must not wait behind analyses. */
const CONNECTIONS = 1;
const PATIENCE_MS = 2_000;

/** Why this process cannot answer, in one line; undefined: it can. On the database that it reads. */
export function whyNotReady(env: Readonly<Record<string, string | undefined>>): Promise<string | undefined> {
  globalThis.plumblineReadiness ??= opened(databaseOf(env)?.url ?? '');
  return globalThis.plumblineReadiness();
}

function opened(url: string): () => Promise<string | undefined> {
  const database = openDatabase(url, { connections: CONNECTIONS, patienceMs: PATIENCE_MS });
  atEnd(database.close);
  counts().pools.set('readiness', () => poolCounts(database));
  return readiness({ missing: () => uncancelled(() => missingMigrations(database)), say: console.warn });
}

/** One line of text that nobody keeps: 200 without a fault, else 503. */
export const healthReply = (fault: string | undefined, well: string): Response =>
  new Response(`${fault ?? well}\n`, {
    status: fault === undefined ? 200 : 503,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...(fault === undefined ? { 'cache-control': 'no-store' } : laterHeaders()),
    },
  });
