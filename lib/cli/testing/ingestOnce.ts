import { ingest, type IngestReport, type IngestRequest } from '../../ingest/run/ingest';
import { openDatabase } from '../../store/connection/database';
import { ledgerOf } from '../../store/ledger/ledger';
import { REQUEST } from './request';

/** Ingests the request from the simulator at `origin` into the database at `url`, over connections of its own, by that clock. */
export async function ingestOnce(
  origin: string,
  url: string,
  now: () => number = Date.now,
  mode: IngestRequest['mode'] = 'missing',
): Promise<IngestReport> {
  const database = openDatabase(url);
  try {
    return await ingest({ ...REQUEST, mode }, { ledger: ledgerOf(database), now, origin, throttle: false });
  } finally {
    await database.close();
  }
}
