import type { Database } from '../store/connection/database';
import type { StatementKill } from './errand';

/** Of a moment of the database that is only looked at: nothing can be torn in it. */
const READ_ONLY = /^BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY/;
const textOf = (asked: unknown): string =>
  typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : String(asked);

/** Counts the statements of transactions that may write, and ends this process at the one that is named. */
export function counted(db: Database, kill: StatementKill | undefined): () => number {
  let sent = 0;
  db.pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...asked: readonly unknown[]) => unknown;
    let isReading = false;
    Object.assign(client, {
      query: (...asked: readonly unknown[]) => {
        const text = textOf(asked[0]);
        if (text.startsWith('BEGIN')) isReading = READ_ONLY.test(text);
        if (!isReading) sent += 1;
        const isNow = !isReading && sent === kill?.statement;
        if (isNow && kill.when === 'before') process.kill(process.pid, 'SIGKILL');
        const answer = send(...asked);
        if (isNow) process.kill(process.pid, 'SIGKILL');
        return answer;
      },
    });
  });
  return () => sent;
}
