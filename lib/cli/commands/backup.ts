import type { Command } from 'commander';
import { withDataset } from '../../processes/dataset';
import { BadInput, say } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { writeWhole } from '../../processes/wholeFile';
import { writeBackup } from '../../server/backup/backup';
import { keyFiles } from '../../server/keys/keyring';
import {
  BACKUP_OPTIONS,
  BACKUP_OUT_NEEDED,
  BACKUP_WITHOUT_KEYS,
  backupWithKeys,
  backupWritten,
} from '../../words/en/cli/backup';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';

interface Options {
  readonly out?: string;
  readonly withKeys?: true;
  readonly json?: true;
  readonly rehearsal?: true;
}

/** `plumbline backup --out F`: one moment of the database in one file, while others go on using it. */
export function backupCommand(command: Command): void {
  command
    .option('--out <file>', BACKUP_OPTIONS.out)
    .option('--with-keys', BACKUP_OPTIONS.keys)
    .option('--json', JSON_OBJECT)
    .option('--rehearsal', REHEARSAL)
    .action(async ({ out, withKeys, json, rehearsal }: Options) => {
      if (out === undefined) throw new BadInput(BACKUP_OUT_NEEDED);
      const keys = withKeys ? await keyFiles(process.env) : new Map<string, string>();
      const made = await withDataset(rehearsal, ({ context }) =>
        writeWhole(out, (path) => writeBackup(context, { path, now: new Date(), keys })),
      );
      if (json) await print(`${JSON.stringify(made, undefined, 2)}\n`);
      const rows = made.tables.reduce((all, table) => all + table.rows, 0);
      say(backupWritten(out, made.tables.length, rows));
      say(keys.size === 0 ? BACKUP_WITHOUT_KEYS : backupWithKeys(keys.size));
    });
}
