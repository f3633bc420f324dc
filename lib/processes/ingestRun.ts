import { ingest, type IngestReport, type IngestRequest } from '../ingest/run/ingest';
import type { IngestProgress } from '../ingest/run/progress';
import { honourProxies } from '../ingest/venue/proxy';
import { crashScenario } from '../simulator/crash/scenario';
import { startSimulator, type Simulator } from '../simulator/server';
import { refreshEpisodes } from '../server/scan/refresh';
import { pruneToEpisodes, repliesKept, REPLIES_KEPT, type RepliesKept } from '../server/replies/keptReplies';
import { beginProgress, endProgress, saveProgress } from '../store/ingestProgress';
import { ledgerOf } from '../store/ledger/ledger';
import { repliesUnknown } from '../words/en/cli/optionFaults';
import { BadInput } from './exit';
import type { OpenDataset } from './dataset';

/** Progress is written this often: the page asks every second or two. */
const SAVE_EVERY_MS = 500;

export interface IngestRunOptions {
  readonly onProgress: (progress: IngestProgress) => void;
  readonly signal: AbortSignal;
  /** false: as fast as it goes, for a simulator that limits nobody. Never for an exchange. */
  readonly throttle?: false;
}

/**
 * Ingests into a dataset: from the exchanges in the real one, from a simulator of its own (started and ended here) in the
 * rehearsal. Progress is kept in the database, where the app reads it.
 */
export async function ingestInto(
  dataset: OpenDataset,
  request: Omit<IngestRequest, 'source'>,
  options: IngestRunOptions,
): Promise<IngestReport> {
  honourProxies(process.env);
  const replies = repliesKept(process.env);
  if (typeof replies !== 'string') throw new BadInput(repliesUnknown(replies.unknown, REPLIES_KEPT));
  const simulator = dataset.name === 'rehearsal' ? await startSimulator({ scenario: crashScenario() }) : undefined;
  try {
    return await ingestFrom(simulator, dataset, request, replies, options);
  } finally {
    await simulator?.close();
  }
}

async function ingestFrom(
  simulator: Simulator | undefined,
  dataset: OpenDataset,
  request: Omit<IngestRequest, 'source'>,
  replies: RepliesKept,
  options: IngestRunOptions,
): Promise<IngestReport> {
  const kept = await keeper(dataset);
  try {
    const report = await ingest(
      { ...request, source: simulator === undefined ? 'rest' : 'simulated' },
      {
        ledger: ledgerOf(dataset.context.database, { keepBodies: replies !== 'none' }),
        now: Date.now,
        signal: options.signal,
        archive: simulator === undefined ? process.env['PLUMBLINE_ARCHIVE'] : `${simulator.origin}/archive`,
        ...(simulator === undefined
          ? {}
          : { origin: simulator.origin, ...(options.throttle === undefined ? {} : { throttle: options.throttle }) }),
        onProgress: (progress) => {
          kept.note(progress);
          options.onProgress(progress);
        },
      },
    );
    if (replies === 'episodes') {
      await pruneToEpisodes(
        dataset.context,
        [...new Set(report.venues.flatMap(({ markets }) => markets.map(({ base }) => base)))],
        request.windows,
      );
    }
    // Who stopped the run waits no longer; what is stale is found by whoever asks next.
    if (!options.signal.aborted) await refreshEpisodes(dataset.context.database);
    return report;
  } finally {
    await kept.end();
  }
}

interface Keeper {
  note(progress: IngestProgress): void;
  end(): Promise<void>;
}

/** Saves the newest progress of every venue, one write at a time, a sign of life when nothing changed, and the end. */
async function keeper(dataset: OpenDataset): Promise<Keeper> {
  const { database } = dataset.context;
  await beginProgress(database, Date.now());
  const changed = new Map<string, IngestProgress>();
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    const venues = [...changed.values()];
    changed.clear();
    // The candles matter more than the word of them: a progress write that fails is repeated with the next one.
    return saveProgress(database, venues, Date.now()).catch(() => undefined);
  };
  const timer = setInterval(() => {
    writing = writing.then(write);
  }, SAVE_EVERY_MS);
  return {
    note(progress) {
      changed.set(progress.venue, progress);
    },
    async end() {
      clearInterval(timer);
      await writing.then(write);
      // Likewise: an ingest that broke must say why, and not that its end could not be noted. Silent, it counts as ended soon.
      await endProgress(database, Date.now()).catch(() => undefined);
    },
  };
}
