import { ingest, type IngestReport, type IngestRequest } from '../ingest/run/ingest';
import type { VenueProgress } from '../ingest/run/progress';
import { honourProxies } from '../ingest/venue/proxy';
import { refreshEpisodes } from '../server/scan/refresh';
import {
  pruneToEpisodes,
  replyRetention,
  REPLY_RETENTIONS,
  type ReplyRetention,
} from '../server/replies/replyRetention';
import { beginProgress, endProgress, saveProgress } from '../store/ingestProgress';
import { ledgerOf } from '../store/ledger/ledger';
import { longerLedgerOf } from '../store/longer/longerLedger';
import { repliesUnknown } from '../words/en/cli/optionFaults';
import { BadInput } from './exit';
import type { OpenDataset } from './dataset';
import { startSimulatorChild, type SimulatorChild } from './simulatorChild';

/** Progress is written this often: the page asks every second or two. */
const SAVE_EVERY_MS = 500;

export interface IngestRunOptions {
  readonly onProgress: (progress: VenueProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * Ingests into a dataset: from the exchanges in the real one, from a simulator of its own (started and ended here) in the
 * rehearsal. Progress is written to the database, where the app reads it.
 */
export async function ingestInto(
  dataset: OpenDataset,
  request: Omit<IngestRequest, 'source'>,
  options: IngestRunOptions,
): Promise<IngestReport> {
  honourProxies(process.env);
  const replies = replyRetention(process.env);
  if (typeof replies !== 'string') throw new BadInput(repliesUnknown(replies.unknown, REPLY_RETENTIONS));
  const simulator = dataset.name === 'rehearsal' ? await startSimulatorChild() : undefined;
  try {
    return await ingestFrom(simulator, dataset, request, replies, options);
  } finally {
    await simulator?.close();
  }
}

async function ingestFrom(
  simulator: SimulatorChild | undefined,
  dataset: OpenDataset,
  request: Omit<IngestRequest, 'source'>,
  replies: ReplyRetention,
  options: IngestRunOptions,
): Promise<IngestReport> {
  const progressWriter = await startProgress(dataset);
  try {
    const report = await ingest(
      { ...request, source: simulator === undefined ? 'rest' : 'simulated' },
      {
        ledger: ledgerOf(dataset.context.database, { keepBodies: replies !== 'none' }),
        longerLedger: longerLedgerOf(dataset.context.database, { keepBodies: replies !== 'none' }),
        now: Date.now,
        signal: options.signal,
        archive: simulator === undefined ? process.env['PLUMBLINE_ARCHIVE'] : `${simulator.origin}/archive`,
        comparesClocks: simulator === undefined,
        ...(simulator === undefined
          ? {}
          : // It is on this machine and limits nobody.
            { origin: simulator.origin, throttle: false }),
        onProgress: (progress) => {
          progressWriter.note(progress);
          options.onProgress(progress);
        },
      },
    );
    // Who stopped the run waits no longer: what is stale is found by whoever asks next, and replies are removed by the next run.
    if (options.signal.aborted) return report;
    if (replies === 'episodes') {
      await pruneToEpisodes(
        dataset.context,
        [...new Set(report.venues.flatMap(({ markets }) => markets.map(({ base }) => base)))],
        request.windows,
      );
    }
    await refreshEpisodes(dataset.context.database);
    return report;
  } finally {
    await progressWriter.end();
  }
}

interface ProgressWriter {
  note(progress: VenueProgress): void;
  end(): Promise<void>;
}

/** Saves the newest progress of every venue, one write at a time, a sign of life when nothing changed, and the end. */
async function startProgress(dataset: OpenDataset): Promise<ProgressWriter> {
  const { database } = dataset.context;
  await beginProgress(database, Date.now());
  const changed = new Map<string, VenueProgress>();
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    const venues = [...changed.values()];
    changed.clear();
    // The candles matter more than their progress: a progress write that fails is repeated with the next one.
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
