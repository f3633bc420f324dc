import { changesSince } from '../../store/changes/changes';
import { openDatabase } from '../../store/connection/database';
import { KeptAnswers } from './layer';

declare global {
  /** Read by what starts the web server (lib/launch/web.mjs): called with each request, and with whoever answers it otherwise. */
  var plumblineKept: KeptAnswers['answer'] | undefined;
}

/** A question about changes must not wait behind analyses. */
const CONNECTIONS = 1;
const PATIENCE_MS = 2_000;

/** Keeps the answers of this process, on the database of DATABASE_URL; without one none are kept. */
export function installKeptAnswers(env: Readonly<Record<string, string | undefined>>): void {
  const url = env['DATABASE_URL'];
  if (url === undefined || url === '') return;
  const database = openDatabase(url, { connections: CONNECTIONS, patienceMs: PATIENCE_MS });
  const kept = new KeptAnswers({
    changesSince: (xmin) => changesSince(database, xmin),
    build: env['PLUMBLINE_BUILD'] ?? '',
  });
  globalThis.plumblineKept = kept.answer;
}
