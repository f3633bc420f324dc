import type { Manifest } from '../server/backup/manifest';
import { keysIn, openBackup, restoreInto } from '../server/backup/restore';
import { restoreKeyFiles } from '../server/keys/keyring';
import { openDatabase } from '../store/connection/database';
import { ensureDatabase, readyDatabase } from '../store/connection/urls';
import { usableUrls } from './dataset';

export interface RestoreOutcome {
  readonly manifest: Manifest;
  /** `none`: the backup holds no keys; `kept`: the home has keys of its own, and kept them. */
  readonly keys: 'restored' | 'none' | 'kept';
}

/** Restores a backup into the database of its dataset, which is made where there is none, and brings it up to date. */
export async function restoreDataset(file: string, env: NodeJS.ProcessEnv): Promise<RestoreOutcome> {
  const backup = await openBackup(file);
  try {
    const { manifest } = backup;
    const keys = await keysIn(backup);
    const urls = await usableUrls(env, () => undefined);
    await ensureDatabase(urls[manifest.dataset]);
    const database = openDatabase(urls[manifest.dataset]);
    try {
      await restoreInto(database, backup);
    } finally {
      await database.close();
    }
    await (await readyDatabase(urls, manifest.dataset)).close();
    if (keys.size === 0) return { manifest, keys: 'none' };
    return { manifest, keys: (await restoreKeyFiles(env, keys)) ? 'restored' : 'kept' };
  } finally {
    backup.close();
  }
}
