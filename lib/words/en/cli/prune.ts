import type { DiskSizes } from '../../../domain/diskSizes';
import { count } from '../numbers';
import { diskSize } from './doctor';
import { answerText } from './lines';

/** What `plumbline prune` says. */

export const PRUNE_OPTIONS = {
  keep: (known: readonly string[], usual: string): string =>
    `which raw replies stay, from ${known.join(', ')} (default: ${usual})`,
  dryRun: 'only say what would be removed',
} as const;

export const PRUNE_READ_ONLY =
  'the database is read-only, so nothing can be removed; set DATABASE_URL to the primary server';

interface PruneReport {
  readonly simulated: boolean;
  readonly dryRun: boolean;
  readonly replies: number;
  readonly bytes: number;
  readonly before: DiskSizes;
}

const ASSET_WIDTH = 10;
const SIZE_WIDTH = 10;

/** The largest assets first, then what was removed or would be. */
export const pruneText = ({ simulated, dryRun, replies, bytes, before }: PruneReport): string =>
  answerText(simulated, [
    `${'asset'.padEnd(ASSET_WIDTH)}${'candles'.padStart(SIZE_WIDTH)}${'raw replies'.padStart(SIZE_WIDTH + 3)}`,
    ...before.assets.map(
      ({ asset, candleBytes, replyBytes }) =>
        `${asset.padEnd(ASSET_WIDTH)}${diskSize(candleBytes).padStart(SIZE_WIDTH)}${diskSize(replyBytes).padStart(SIZE_WIDTH + 3)}`,
    ),
    `The database takes ${diskSize(before.databaseBytes)} with its indexes.`,
    `${dryRun ? 'Would remove' : 'Removed'} the text of ${count(replies)} raw ${replies === 1 ? 'reply' : 'replies'}, ${diskSize(bytes)}. Their addresses, times and SHA-256 stay, and so do all candles and digests.`,
    ...(dryRun || replies === 0
      ? []
      : ['The database uses the space for what comes next; its files shrink only by VACUUM FULL reply.']),
  ]);
