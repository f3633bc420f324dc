import { ingest, type IngestReport } from '../../ingest/run/ingest';
import { openDatabase } from '../../store/connection/database';
import { ledgerOf } from '../../store/ledger/ledger';
import { REQUEST } from './request';

/**
 * Ingests the request from the simulator at `origin` into the database at `url`, over connections of its own. `onStatement` is
 * given the text of each statement before it is sent.
 */
export async function ingestOnce(
  origin: string,
  url: string,
  onStatement: (text: string) => void = () => undefined,
): Promise<IngestReport> {
  const database = openDatabase(url);
  database.pool.on('connect', (client) => {
    type Sent = readonly [string | { readonly text: string }, ...unknown[]];
    const send = client.query.bind(client) as (...sent: Sent) => unknown;
    Object.assign(client, {
      query: (...sent: Sent) => {
        onStatement(typeof sent[0] === 'string' ? sent[0] : sent[0].text);
        return send(...sent);
      },
    });
  });
  try {
    return await ingest(REQUEST, { ledger: ledgerOf(database), now: Date.now, origin, throttle: false });
  } finally {
    await database.close();
  }
}
