import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../store/connection/database';
import { removeEmbedded } from '../store/embedded/server';
import { databaseUrls, readyDatabase } from '../store/connection/urls';
import type { Dataset } from '../store/dataset/dataset';

/** A folder and an embedded database server of their own, gone after the run. */
export interface Throwaway {
  readonly folder: string;
  /** Of the server. */
  readonly home: string;
  /** The migrated database of a dataset, and its address. */
  open(dataset: Dataset): Promise<{ readonly database: Database; readonly url: string }>;
}

/** What a shell reports of a program that SIGINT ended: 128 + 2. */
const INTERRUPTED = 130;

/** Lends the work a throwaway place and takes it away again: after success, after a failure, and on Ctrl-C. */
export async function inThrowaway<T>(work: (place: Throwaway) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  const home = join(folder, 'home');
  const opened: Database[] = [];
  const remove = async (): Promise<void> => {
    await Promise.allSettled(opened.map((database) => database.close()));
    await removeEmbedded(home);
    await rm(folder, { recursive: true, force: true });
  };
  const interrupted = (): void => {
    void removeEmbedded(home)
      .then(() => rm(folder, { recursive: true, force: true }))
      .finally(() => process.exit(INTERRUPTED));
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work({
      folder,
      home,
      open: async (dataset) => {
        const urls = await databaseUrls(
          { ...process.env, DATABASE_URL: undefined, PLUMBLINE_HOME: home },
          () => undefined,
        );
        const database = await readyDatabase(urls, dataset);
        opened.push(database);
        return { database, url: urls[dataset] };
      },
    });
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await remove();
  }
}
