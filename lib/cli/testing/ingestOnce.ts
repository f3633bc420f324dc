import { ingest, type IngestReport } from '../../ingest/run/ingest';
import { openDatabase } from '../../store/connection/database';
import { ledgerOf } from '../../store/ledger/ledger';
import { REQUEST } from './request';

/**
 * Ingests the request from the simulator at `origin` into the database at `url`, over connections of its own. `onStatement` is
 * called before each statement it sends.
 */
export async function ingestOnce(
  origin: string,
  url: string,
  onStatement: () => void = () => undefined,
): Promise<IngestReport> {
  const database = openDatabase(url);
  database.pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...statement: readonly unknown[]) => unknown;
    Object.assign(client, {
      query: (...statement: readonly unknown[]) => {
        onStatement();
        return send(...statement);
      },
    });
  });
  try {
    return await ingest(REQUEST, { ledger: ledgerOf(database), now: Date.now, origin, throttle: false });
  } finally {
    await database.close();
  }
}
