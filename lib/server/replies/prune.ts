import type { Asset } from '../../domain/market';
import { minuteRange, type Minute } from '../../domain/minute';
import { diskUse, type DiskUse } from '../../store/coverage/diskUse';
import { prunableReplies, pruneReplies } from '../../store/replies/provenance';
import type { Context } from '../context';
import { refreshEpisodes } from '../scan/refresh';
import { aroundEpisodes } from './replyRetention';

/** Which raw replies stay: those around episodes, or none. */
export const PRUNE_KEEPS = ['episodes', 'none'] as const;
export type PruneKeeps = (typeof PRUNE_KEEPS)[number];

export interface Pruned {
  /** Bodies of replies that were removed, or would be. */
  readonly replies: number;
  /** What they took as they were stored. */
  readonly bytes: number;
  /** What was stored before, of every asset. */
  readonly before: DiskUse;
}

/** Beyond every minute that is stored. */
const LAST = 2 ** 31 - 1;

/**
 * Removes the bodies of raw replies that lie around no episode of their asset (`none`: all of them). Never touched are candles, revisions, and
 * address, time and SHA-256 of each reply, so that every figure and digest is as before. Stored episodes are brought up to date first; undefined: they
 * cannot be, for the database takes no writes. `isTrial`: only counts.
 */
export async function prune({ database }: Context, keeps: PruneKeeps, isTrial: boolean): Promise<Pruned | undefined> {
  if (keeps === 'episodes' && !(await refreshEpisodes(database)).isUpToDate) return undefined;
  const before = await diskUse(database);
  const assets: readonly Asset[] = before.assets.map(({ asset }) => asset);
  const keep =
    keeps === 'none'
      ? assets.map((base) => ({ base, ranges: [] }))
      : await aroundEpisodes(database, assets, minuteRange(0 as Minute, LAST as Minute));
  const found = await prunableReplies(database, keep);
  return { ...found, replies: isTrial ? found.replies : await pruneReplies(database, keep, undefined), before };
}
