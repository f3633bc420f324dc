import { codeOf } from '../../typed';
import { fileUnread } from '../output';
import { plural } from './lines';

/** What `plumbline backup` and `plumbline restore` say. */

export const BACKUP_OUT_NEEDED = 'name the file to write: backup --out plumbline.zip';
export const BACKUP_OPTIONS = {
  out: 'the file to write, a zip (required)',
  keys: 'put the signing keys into it too; whoever has the file can then sign as this instance',
} as const;

export const backupWritten = (file: string, tables: number, rows: number): string =>
  `${file} written: ${plural(rows, 'row')} of ${plural(tables, 'table')}`;
export const BACKUP_WITHOUT_KEYS =
  'The signing keys are not in it. Keep a copy of the folder keys of the home elsewhere, or add --with-keys.';
export const backupWithKeys = (keys: number): string =>
  `It holds ${keys === 1 ? 'the signing key' : `${String(keys)} signing keys`}: keep it as secret as they are.`;

export const nameABackup = (): string => `name a file that ${codeOf('backup')} wrote`;
export const backupUnread = (file: string, code: string): string => fileUnread(file, code, nameABackup());
export const backupNone = (file: string): string => `${file} is not a backup that this version reads; ${nameABackup()}`;
export const backupDamaged = (file: string, part: string): string =>
  `${file} is damaged: ${part} is not as it was written; nothing was restored, use another backup`;
export const databaseFilled = (table: string): string =>
  `the database has rows already (${table}); restore into an empty one: set PLUMBLINE_HOME to a new folder, or DATABASE_URL to a new database`;
export const databaseNewer = (file: string): string =>
  `the tables are not those of ${file}; restore into a new database: set PLUMBLINE_HOME to a new folder, or DATABASE_URL to a new database`;

export const backupRestored = (rows: number, madeAt: string): string =>
  `${plural(rows, 'row')} restored, as of ${madeAt}`;
export const KEYS_RESTORED = 'The signing keys were restored too.';
export const KEYS_NOT_IN_BACKUP =
  'It holds no signing keys: put the folder keys back into the home, or the next picture makes a new key.';
export const KEYS_KEPT = 'The home has signing keys of its own; those of the backup were left out.';
