import { analyse } from '../../analysis/analyse';
import type { Asset } from '../../domain/market';
import { minuteRange, MINUTES_PER_DAY, plus, union, type Minute, type MinuteRange } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { pruneReplies } from '../../store/replies/provenance';
import { analysisInputOf } from '../deviations/analysisInput';
import type { Context } from '../context';

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

/** Episodes are looked for in pieces of this length, with an hour to each side so that one cut by a piece is found whole enough. */
const PIECE_MINUTES = 2 * MINUTES_PER_DAY;
const MARGIN_MINUTES = 60;
/** Minutes beside an episode show how it began and ended. */
const BESIDE_MINUTES = 5;

/** Removes the bodies of replies in the windows that no episode of their asset needs; returns how many. */
export async function pruneToEpisodes(
  context: Context,
  assets: readonly Asset[],
  windows: readonly MinuteRange[],
): Promise<number> {
  let pruned = 0;
  for (const window of union(windows)) {
    const keep: { readonly base: Asset; readonly ranges: readonly MinuteRange[] }[] = [];
    for (const base of assets) keep.push({ base, ranges: await episodeRanges(context, base, window) });
    pruned += await pruneReplies(context.database, keep, window);
  }
  return pruned;
}

async function episodeRanges(context: Context, asset: Asset, window: MinuteRange): Promise<readonly MinuteRange[]> {
  const found: MinuteRange[] = [];
  for (let from: Minute = window.from; from < window.to; from = plus(from, PIECE_MINUTES)) {
    const piece = minuteRange(
      Math.max(0, from - MARGIN_MINUTES) as Minute,
      Math.min(from + PIECE_MINUTES, window.to) as Minute,
    );
    const input = await analysisInputOf(context, defaultQuestion(asset, piece));
    if (input === undefined) continue;
    for (const { start, end } of analyse(input).episodes)
      found.push(minuteRange(Math.max(0, start - BESIDE_MINUTES) as Minute, plus(end, BESIDE_MINUTES)));
  }
  return union(found);
}
