import { ingest, type IngestReport } from '../../ingest/ingest';
import { openDatabase } from '../../store/database';
import { ledgerOf } from '../../store/ledger';
import { REQUEST } from './request';

/** Ingests the request from the simulator at `origin` into the database at `url`, over connections of its own. */
export async function ingestOnce(origin: string, url: string): Promise<IngestReport> {
  const database = openDatabase(url);
  try {
    return await ingest(REQUEST, { ledger: ledgerOf(database), now: Date.now, origin, throttle: false });
  } finally {
    await database.close();
  }
}
