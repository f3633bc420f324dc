import { once } from 'node:events';
import { importFile } from '../ingest/files/importFile';
import { ingest } from '../ingest/run/ingest';
import { refreshEpisodes } from '../server/scan/refresh';
import { openDatabase } from '../store/connection/database';
import { migrate } from '../store/connection/migrate';
import { stampDataset } from '../store/dataset/dataset';
import { ledgerOf } from '../store/ledger/ledger';
import { datasetOf, IMPORTED, REQUEST, type Done, type Errand } from './errand';
import { counted } from './counted';

// A process of its own that brings in candles: what is killed. It is loaded before it is told what to do, by one message, so that
// it can be started while another still works.

const [errand] = (await once(process, 'message')) as [Errand];
const database = openDatabase(errand.url, { onOutage: (line) => process.stderr.write(`${line}\n`) });
const statements = counted(database, errand.kill);
await migrate(database);
await stampDataset(database, datasetOf(errand.work));
const making = statements();
const missing = await (errand.work === 'import' ? imported(errand.file) : ingested(errand.origin));
await refreshEpisodes(database);
await database.close();
process.stdout.write(JSON.stringify({ statements: statements(), making, missing } satisfies Done));
process.disconnect();

async function ingested(origin: string): Promise<readonly string[]> {
  const ledger = ledgerOf(database, { keepBodies: true });
  return (await ingest(REQUEST, { ledger, now: Date.now, origin, throttle: false })).missing;
}

async function imported(file: string): Promise<readonly string[]> {
  const report = await importFile(file, {
    market: IMPORTED,
    source: 'file',
    ledger: ledgerOf(database),
    now: Date.now,
  });
  return report.ok ? [] : [report.error];
}
