import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { failureCode } from '../../domain/failure';
import { charactersIn } from '../../store/backup/dump';
import { filledTables, insertRows, moveSequences, OtherTables, refuseOtherTables } from '../../store/backup/load';
import type { StoredRow } from '../../store/backup/tables';
import type { Database } from '../../store/connection/database';
import { migrate, refuseUnknownMigrations } from '../../store/connection/migrate';
import { withTransaction, type Transaction } from '../../store/connection/transactions';
import { backupDamaged, backupNone, backupUnread, databaseFilled, databaseNewer } from '../../words/en/cli/backup';
import { fileOfKey, fileOfTable, manifest, MANIFEST, type Manifest } from './manifest';

/** The file cannot be restored, or not there; its message is one line with the mend. */
export class BackupRefused extends Error {}

/** A backup that is read: its list of files, and how to have each. */
export interface OpenBackup {
  readonly path: string;
  readonly manifest: Manifest;
  readonly file: (name: string) => Promise<Readable>;
  readonly close: () => void;
}

/** Opens a backup by its manifest. Throws `BackupRefused` where the file is none, is cut off or of another format. */
export async function openBackup(path: string): Promise<OpenBackup> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    const code = failureCode(cause);
    throw new BackupRefused(code === undefined ? backupNone(path) : backupUnread(path, code), { cause });
  });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const file = (name: string): Promise<Readable> => opened(zip, entries.get(name), path, name);
    if (!entries.has(MANIFEST)) throw new BackupRefused(backupNone(path));
    const read = manifest.safeParse(JSON.parse(await text(await file(MANIFEST))));
    if (!read.success) throw new BackupRefused(backupNone(path));
    return {
      path,
      manifest: read.data,
      file,
      close: () => {
        zip.close();
      },
    };
  } catch (failure) {
    zip.close();
    if (failure instanceof BackupRefused) throw failure;
    throw new BackupRefused(backupNone(path), { cause: failure });
  }
}

async function opened(zip: ZipFile, entry: Entry | undefined, path: string, name: string): Promise<Readable> {
  if (entry === undefined) throw new BackupRefused(backupDamaged(path, name));
  return zip.openReadStreamPromise(entry);
}

/** The signing keys in a backup, by the names of their files. */
export async function keysIn({ manifest: { keys }, file }: OpenBackup): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all(keys.map(async (name) => [name, await text(await file(fileOfKey(name)))] as const)));
}

/**
 * Fills an empty database, in one transaction: all of the backup, every table proven by its hash, or nothing. The tables are made as they were when
 * the backup was; whoever opens the database next brings them up to date. Throws `BackupRefused` where the database has
 * rows or newer tables, or where the backup is damaged.
 */
export async function restoreInto(database: Database, backup: OpenBackup): Promise<void> {
  const { migrations, tables } = backup.manifest;
  await refuseUnknownMigrations(migrations);
  await migrate(database, undefined, migrations.at(-1)?.name);
  await withTransaction(database, async (client) => {
    const [filled] = await filledTables(client);
    if (filled !== undefined) throw new BackupRefused(databaseFilled(filled));
    try {
      await refuseOtherTables(client, tables);
    } catch (cause) {
      if (!(cause instanceof OtherTables)) throw cause;
      throw new BackupRefused(databaseNewer(backup.path), { cause });
    }
    for (const table of tables) await fill(client, backup, table);
    await moveSequences(client);
  });
}

/** What is sent in one statement, in characters and in rows. */
const BATCH_CHARACTERS = 2 ** 22;
const BATCH_ROWS = 8_192;

async function fill(client: Transaction, backup: OpenBackup, table: Manifest['tables'][number]): Promise<void> {
  const name = fileOfTable(table.name);
  const damaged = (cause?: unknown): BackupRefused => new BackupRefused(backupDamaged(backup.path, name), { cause });
  const hash = createHash('sha256');
  let waiting: StoredRow[] = [];
  let characters = 0;
  let rows = 0;
  const send = async (): Promise<void> => {
    await insertRows(client, table, waiting);
    rows += waiting.length;
    [waiting, characters] = [[], 0];
  };
  const lines = linesOf(await backup.file(name), hash);
  for (;;) {
    const next = await lines.next().catch((cause: unknown) => {
      throw damaged(cause);
    });
    if (next.done === true) break;
    const row = rowOf(next.value, table.columns.length);
    if (row === undefined) throw damaged();
    waiting.push(row);
    characters += charactersIn([row]);
    if (characters > BATCH_CHARACTERS || waiting.length === BATCH_ROWS) await send();
  }
  await send();
  if (rows !== table.rows || hash.digest('hex') !== table.sha256) throw damaged();
}

/** undefined: the line is no row of so many columns. */
function rowOf(line: string, columns: number): StoredRow | undefined {
  try {
    const read: unknown = JSON.parse(line);
    const isRow =
      Array.isArray(read) &&
      read.length === columns &&
      read.every((value) => value === null || typeof value === 'string');
    return isRow ? (read as StoredRow) : undefined;
  } catch {
    return undefined;
  }
}

async function* linesOf(
  stream: Readable,
  hash: { readonly update: (bytes: Buffer) => unknown },
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    const parts = (begun + decoder.decode(chunk, { stream: true })).split('\n');
    begun = parts.pop() ?? '';
    yield* parts;
  }
  if (begun !== '') yield begun;
}
