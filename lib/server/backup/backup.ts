import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { rowsOf } from '../../store/backup/dump';
import { storedTables, type StoredTable } from '../../store/backup/tables';
import type { Readable as Moment } from '../../store/connection/client';
import { appliedMigrations } from '../../store/connection/migrate';
import { withEverything } from '../../store/days/oneMoment';
import type { Context } from '../context';
import { fileOfKey, fileOfTable, FORMAT, MANIFEST, type Manifest } from './manifest';

export interface BackupOptions {
  /** The file to write. */
  readonly path: string;
  readonly now: Date;
  /** Files of the signing keys by their names; none: they are not in it. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Only the owner may open what is unpacked of it: it may hold keys. */
const MODE = 0o100600;

/**
 * Writes one moment of the database to a zip, row by row, while others go on writing to the database. Nothing but a batch of rows is held
 * in memory. Rejects where the database or the file fails, or where tables are spread over nodes and something was written meanwhile; the file is then not whole.
 */
export async function writeBackup({ database, simulated }: Context, options: BackupOptions): Promise<Manifest> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream as Readable, createWriteStream(options.path, { mode: 0o600 }));
  zip.on('error', (failure: Error) => (zip.outputStream as Readable).destroy(failure));
  // Whoever waits for a table hears of it; nobody may wait just then.
  written.catch(() => undefined);
  const made = await withEverything(database, async (moment) => {
    const tables: Manifest['tables'] = [];
    for (const table of await storedTables(moment)) tables.push(await addTable(zip, moment, table, written));
    return { migrations: [...(await appliedMigrations(moment))], tables };
  });
  for (const [name, text] of options.keys) zip.addBuffer(Buffer.from(text), fileOfKey(name), { mode: MODE });
  const manifest: Manifest = {
    format: FORMAT,
    dataset: simulated ? 'rehearsal' : 'real',
    madeAt: options.now.toISOString(),
    ...made,
    keys: [...options.keys.keys()],
  };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`), MANIFEST, { mode: MODE });
  zip.end();
  await written;
  return manifest;
}

/** Adds a table's rows to the zip and waits until they are in it, or the file fails. */
async function addTable(
  zip: ZipFile,
  moment: Moment,
  table: StoredTable,
  written: Promise<void>,
): Promise<Manifest['tables'][number]> {
  const hash = createHash('sha256');
  let rows = 0;
  async function* lines(): AsyncGenerator<Buffer> {
    for await (const batch of rowsOf(moment, table)) {
      rows += batch.length;
      const bytes = Buffer.from(batch.map((row) => `${JSON.stringify(row)}\n`).join(''));
      hash.update(bytes);
      yield bytes;
    }
  }
  const content = Readable.from(lines(), { objectMode: false });
  const read = new Promise<void>((resolve, reject) => {
    content.once('end', resolve).once('error', reject);
  });
  zip.addReadStream(content, fileOfTable(table.name), { mode: MODE });
  await Promise.race([read, written]);
  return { name: table.name, columns: [...table.columns], rows, sha256: hash.digest('hex') };
}
