import type { Command } from 'commander';
import { ALERTS } from '../words/en/help/alerts';
import { ANALYZE, CONTAGION, COVERAGE, LOWS, REVISIONS, SCAN, SCORECARD } from '../words/en/help/answers';
import { AUDIT } from '../words/en/help/audit';
import { ERRATA } from '../words/en/help/errata';
import { CANDLES, EXPORT } from '../words/en/help/files';
import { FOLLOW } from '../words/en/help/follow';
import { IMPORT } from '../words/en/help/import';
import { MARKS } from '../words/en/help/marks';
import { INGEST } from '../words/en/help/ingest';
import { ORDER_LOG } from '../words/en/help/orderlog';
import { PACK } from '../words/en/help/pack';
import { REPRODUCE } from '../words/en/help/reproduce';
import { VERIFY } from '../words/en/help/verify';
import { BACKUP, DISTRIBUTE, DOCTOR, KEYS, PRUNE, RECOUNT, RESTORE, SERVE, STOP } from '../words/en/help/server';

/** Gives a command its options and what it does; `ends` takes an exit code other than that of success. */
export type Fill = (command: Command, ends: (code: number) => void) => void;

export interface Listed {
  readonly name: string;
  /** Its arguments as commander reads them. */
  readonly takes: string;
  readonly summary: string;
  /** Loads its module: what one command needs (ccxt, the database, charts) is not loaded for another. */
  readonly load: () => Promise<Fill>;
}

/** In the order in which `--help` lists them. */
export const COMMANDS: readonly Listed[] = [
  {
    name: 'ingest',
    takes: '[assets...]',
    summary: INGEST.summary,
    load: async () => (await import('./commands/ingest')).ingestCommand,
  },
  {
    name: 'import',
    takes: '<files...>',
    summary: IMPORT.summary,
    load: async () => (await import('./commands/import')).importCommand,
  },
  {
    name: 'follow',
    takes: '<assets...>',
    summary: FOLLOW.summary,
    load: async () => (await import('./commands/follow')).followCommand,
  },
  {
    name: 'coverage',
    takes: '[asset]',
    summary: COVERAGE.summary,
    load: async () => (await import('./commands/coverage')).coverageCommand,
  },
  {
    name: 'revisions',
    takes: '[asset]',
    summary: REVISIONS.summary,
    load: async () => (await import('./commands/revisions')).revisionsCommand,
  },
  {
    name: 'analyze',
    takes: '<asset>',
    summary: ANALYZE.summary,
    load: async () => (await import('./commands/analyze')).analyzeCommand,
  },
  {
    name: 'scan',
    takes: '',
    summary: SCAN.summary,
    load: async () => (await import('./commands/scan')).scanCommand,
  },
  {
    name: 'lows',
    takes: '',
    summary: LOWS.summary,
    load: async () => (await import('./commands/lows')).lowsCommand,
  },
  {
    name: 'marks',
    takes: '<asset>',
    summary: MARKS.summary,
    load: async () => (await import('./commands/marks')).marksCommand,
  },
  {
    name: 'contagion',
    takes: '<asset>',
    summary: CONTAGION.summary,
    load: async () => (await import('./commands/contagion')).contagionCommand,
  },
  {
    name: 'scorecard',
    takes: '<asset>',
    summary: SCORECARD.summary,
    load: async () => (await import('./commands/scorecard')).scorecardCommand,
  },
  {
    name: 'export',
    takes: '<view>',
    summary: EXPORT.summary,
    load: async () => (await import('./commands/export')).exportCommand,
  },
  {
    name: 'verify',
    takes: '<file>',
    summary: VERIFY.summary,
    load: async () => (await import('./commands/verify')).verifyCommand,
  },
  {
    name: 'reproduce',
    takes: '<view>',
    summary: REPRODUCE.summary,
    load: async () => (await import('./commands/reproduce')).reproduceCommand,
  },
  {
    name: 'pack',
    takes: '<views...>',
    summary: PACK.summary,
    load: async () => (await import('./commands/pack')).packCommand,
  },
  {
    name: 'errata',
    takes: '[action] [id]',
    summary: ERRATA.summary,
    load: async () => (await import('./commands/errata')).errataCommand,
  },
  {
    name: 'audit',
    takes: '<files...>',
    summary: AUDIT.summary,
    load: async () => (await import('./commands/audit')).auditCommand,
  },
  {
    name: 'orderlog',
    takes: '<files...>',
    summary: ORDER_LOG.summary,
    load: async () => (await import('./commands/orderlog')).orderLogCommand,
  },
  {
    name: 'alerts',
    takes: '[action] [what]',
    summary: ALERTS.summary,
    load: async () => (await import('./commands/alerts')).alertsCommand,
  },
  {
    name: 'candles',
    takes: '<assets...>',
    summary: CANDLES.summary,
    load: async () => (await import('./commands/candles')).candlesCommand,
  },
  { name: 'serve', takes: '', summary: SERVE, load: async () => (await import('./commands/serve')).serveCommand },
  {
    name: 'recount',
    takes: '',
    summary: RECOUNT,
    load: async () => (await import('./commands/recount')).recountCommand,
  },
  { name: 'doctor', takes: '', summary: DOCTOR, load: async () => (await import('./commands/doctor')).doctorCommand },
  { name: 'backup', takes: '', summary: BACKUP, load: async () => (await import('./commands/backup')).backupCommand },
  {
    name: 'restore',
    takes: '<file>',
    summary: RESTORE,
    load: async () => (await import('./commands/restore')).restoreCommand,
  },
  { name: 'prune', takes: '', summary: PRUNE, load: async () => (await import('./commands/prune')).pruneCommand },
  {
    name: 'distribute',
    takes: '',
    summary: DISTRIBUTE,
    load: async () => (await import('./commands/distribute')).distributeCommand,
  },
  { name: 'keys', takes: '[action]', summary: KEYS, load: async () => (await import('./commands/keys')).keysCommand },
  { name: 'stop', takes: '', summary: STOP, load: async () => (await import('./commands/stop')).stopCommand },
];
