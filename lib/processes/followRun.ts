import { minuteRange, MINUTES_PER_DAY, plus, type Minute } from '../domain/minute';
import { follow, type FollowReport, type FollowRequest } from '../ingest/follow/follow';
import type { FollowedVenue } from '../ingest/follow/followVenue';
import { honourProxies } from '../ingest/venue/proxy';
import { crashScenario } from '../simulator/crash/scenario';
import { startSimulator } from '../simulator/server';
import { refreshEpisodes } from '../server/scan/refresh';
import { pruneToEpisodes, replyRetention, REPLY_RETENTIONS } from '../server/replies/replyRetention';
import { ledgerOf } from '../store/ledger/ledger';
import { repliesUnknown } from '../words/en/cli/optionFaults';
import { alertUpkeep } from './alertUpkeep';
import type { Upkeep } from './upkeep';
import { BadInput } from './exit';
import type { OpenDataset } from './dataset';

export interface FollowRunOptions {
  readonly onVenue: (followed: FollowedVenue) => void;
  readonly onLine: (line: string) => void;
  readonly signal: AbortSignal;
}

/** The rehearsal's clock begins here and goes at the pace of ours: a quarter of an hour before the simulated lows. */
const REHEARSAL_BEGINS_MS = Date.UTC(2025, 9, 10, 21, 5);

/** Raw replies of minutes outside any episode are taken away so often; as old as that they are first looked at. */
const PRUNE_EVERY_MS = 3_600_000;
const PRUNE_EVERY_MINUTES = 60;

/**
 * Follows into a dataset until stopped: the exchanges in the real one; in the rehearsal a simulator of its own, whose clock
 * goes on from shortly before the event's lows.
 */
export async function followInto(
  dataset: OpenDataset,
  request: Omit<FollowRequest, 'source'>,
  options: FollowRunOptions,
): Promise<FollowReport> {
  honourProxies(process.env);
  const replies = replyRetention(process.env);
  if (typeof replies !== 'string') throw new BadInput(repliesUnknown(replies.unknown, REPLY_RETENTIONS));
  const beganMs = Date.now();
  const simulator =
    dataset.name === 'rehearsal'
      ? await startSimulator({ scenario: crashScenario(), nowMs: () => REHEARSAL_BEGINS_MS + Date.now() - beganMs })
      : undefined;
  const upkeeps = [
    refreshingEpisodes(dataset),
    alertUpkeep(dataset, options.onLine),
    ...(replies === 'episodes' ? [pruning(dataset, request.from)] : []),
  ];
  try {
    const report = await follow(
      { ...request, source: simulator === undefined ? 'rest' : 'simulated' },
      {
        ledger: ledgerOf(dataset.context.database, { keepBodies: replies !== 'none' }),
        now: Date.now,
        signal: options.signal,
        comparesClocks: simulator === undefined,
        ...(simulator === undefined ? {} : { origin: simulator.origin }),
        onLine: options.onLine,
        onVenue: (followed) => {
          for (const upkeep of upkeeps) upkeep.note(followed);
          options.onVenue(followed);
        },
      },
    ).catch(async (failure: unknown) => {
      // Why it ended is what counts; what an upkeep cannot do now is done by whoever asks next.
      await Promise.allSettled(upkeeps.map((upkeep) => upkeep.end()));
      throw failure;
    });
    for (const upkeep of upkeeps) await upkeep.end();
    return report;
  } finally {
    await simulator?.close();
  }
}

/** The newest minutes are in the list of the deepest deviations so soon after they came. */
const REFRESH_EVERY_MS = 60_000;

/** Keeps the episodes of every asset up to date as candles come, and at the end. */
function refreshingEpisodes(dataset: OpenDataset): Upkeep {
  let dueMs = Date.now() + REFRESH_EVERY_MS;
  let working: Promise<unknown> = Promise.resolve();
  return {
    note() {
      if (Date.now() < dueMs) return;
      dueMs = Date.now() + REFRESH_EVERY_MS;
      // What stays stale is found the next time, or by whoever asks.
      working = working.then(() => refreshEpisodes(dataset.context.database)).catch(() => undefined);
    },
    async end() {
      await working;
      await refreshEpisodes(dataset.context.database);
    },
  };
}

/** Removes, once an hour and at the end, the replies of the last day (of all that came, the first time) outside any episode. */
function pruning(dataset: OpenDataset, from: Minute | undefined): Upkeep {
  const newest = new Map<string, FollowedVenue>();
  let dueMs = Date.now() + PRUNE_EVERY_MS;
  let working: Promise<unknown> = Promise.resolve();
  let isFirst = true;
  const prune = async (youngest: number): Promise<void> => {
    const last = Math.max(...[...newest.values()].flatMap((one) => one.newest ?? [])) - youngest;
    const first = isFirst && from !== undefined ? from : last - MINUTES_PER_DAY - PRUNE_EVERY_MINUTES;
    if (!(first < last)) return;
    isFirst = false;
    const bases = new Set([...newest.values()].flatMap(({ markets }) => markets.map(({ base }) => base)));
    await pruneToEpisodes(dataset.context, [...bases], [minuteRange(first as Minute, plus(last as Minute, 1))]);
  };
  return {
    note(followed) {
      newest.set(followed.venue, followed);
      if (Date.now() < dueMs) return;
      dueMs = Date.now() + PRUNE_EVERY_MS;
      // Disk space matters less than the candles: what is not removed now is removed the next time.
      working = working.then(() => prune(PRUNE_EVERY_MINUTES)).catch(() => undefined);
    },
    async end() {
      await working.then(() => prune(0));
    },
  };
}
