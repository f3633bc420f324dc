import type { Asset } from '../../domain/market';
import { minuteRange, plus, union, type Minute, type MinuteRange } from '../../domain/minute';
import { episodeSpans } from '../../store/episodes/episodes';
import type { Readable } from '../../store/connection/client';
import { pruneReplies, type RepliesWorthKeeping } from '../../store/replies/provenance';
import type { Context } from '../context';
import { refreshEpisodes } from '../scan/refresh';

/**
 * Which raw replies are kept, by PLUMBLINE_REPLIES: `episodes` (default): of minutes that are part of an episode of their asset,
 * by the default parameters; `all`; `none`. Address, time and hash of every reply are kept.
 */
export const REPLY_RETENTIONS = ['episodes', 'all', 'none'] as const;
export type ReplyRetention = (typeof REPLY_RETENTIONS)[number];

/** Reads PLUMBLINE_REPLIES; the text itself where it is none of them. */
export function replyRetention(
  env: Readonly<Record<string, string | undefined>>,
): ReplyRetention | { readonly unknown: string } {
  const text = env['PLUMBLINE_REPLIES'] ?? '';
  return text === '' ? 'episodes' : (REPLY_RETENTIONS.find((known) => known === text) ?? { unknown: text });
}

/** Minutes beside an episode show how it began and ended. */
const BESIDE_MINUTES = 5;

/**
 * Removes the bodies of replies in the windows that no episode of their asset needs; returns how many. The stored episodes are brought
 * up to date first; where the database takes no writes, nothing is removed.
 */
export async function pruneToEpisodes(
  { database }: Context,
  assets: readonly Asset[],
  windows: readonly MinuteRange[],
): Promise<number> {
  const { isUpToDate } = await refreshEpisodes(database);
  if (!isUpToDate) return 0;
  let pruned = 0;
  for (const window of union(windows)) {
    pruned += await pruneReplies(database, await aroundEpisodes(database, assets, withBeside(window)), window);
  }
  return pruned;
}

/** The minutes of episodes in the window, and those beside them. */
export async function aroundEpisodes(
  db: Readable,
  assets: readonly Asset[],
  window: MinuteRange,
): Promise<readonly RepliesWorthKeeping[]> {
  const found = await episodeSpans(db, assets, window);
  return assets.map((base) => ({
    base,
    ranges: union(found.filter(({ asset }) => asset === base).map(({ range }) => withBeside(range))),
  }));
}

const withBeside = ({ from, to }: MinuteRange): MinuteRange =>
  minuteRange(Math.max(0, from - BESIDE_MINUTES) as Minute, plus(to, BESIDE_MINUTES));
