import type { Command } from 'commander';
import { BadInput, say } from '../../processes/exit';
import { restoreDataset } from '../../processes/restoreRun';
import { print } from '../../processes/standardOutput';
import { BackupRefused } from '../../server/backup/restore';
import { UnfitDatabase } from '../../store/connection/migrate';
import { backupRestored, KEYS_KEPT, KEYS_NOT_IN_BACKUP, KEYS_RESTORED, nameABackup } from '../../words/en/cli/backup';
import { JSON_OBJECT } from '../../words/en/help/options';
import { bytesIn } from '../reading/namedFile';

const KEYS = { restored: KEYS_RESTORED, none: KEYS_NOT_IN_BACKUP, kept: KEYS_KEPT } as const;

/** `plumbline restore F`: fills an empty database of the backup's dataset; all of it or nothing. */
export function restoreCommand(command: Command): void {
  command.option('--json', JSON_OBJECT).action(async (file: string, { json }: { json?: true }) => {
    await bytesIn(file, nameABackup());
    try {
      const { manifest, keys } = await restoreDataset(file, process.env);
      if (json) await print(`${JSON.stringify(manifest, undefined, 2)}\n`);
      say(
        backupRestored(
          manifest.tables.reduce((all, table) => all + table.rows, 0),
          manifest.madeAt,
        ),
      );
      say(KEYS[keys]);
    } catch (failure) {
      if (failure instanceof BackupRefused || failure instanceof UnfitDatabase)
        throw new BadInput(failure.message, { cause: failure });
      throw failure;
    }
  });
}
