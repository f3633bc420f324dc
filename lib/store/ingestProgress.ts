import type { Venue } from '../domain/market';
import type { Database } from './connection/database';
import { withPrisma } from './connection/prisma';

/**
 * `waiting`: for the venue's rate limit or its recovery. `refused`: the venue will not serve us. `failed`: gave up. `stopped`:
 * by the user.
 */
export type ProgressState = 'connecting' | 'working' | 'waiting' | 'done' | 'refused' | 'failed' | 'stopped';

/** How far one venue of the ingest has come. */
export interface VenueProgress {
  readonly venue: Venue;
  readonly state: ProgressState;
  readonly doneMinutes: number;
  readonly totalMinutes: number;
  readonly candles: number;
  /** For people: what it does, or why it stopped. */
  readonly note: string;
}

/** The ingest that runs now, or ran last. */
export interface IngestRunState {
  readonly running: boolean;
  readonly startedAtMs: number;
  /** Its latest sign of life: its venues' progress is as of then. */
  readonly heartbeatAtMs: number;
  /** undefined: it has not ended, or was killed. */
  readonly endedAtMs: number | undefined;
  readonly venues: readonly VenueProgress[];
}

/** An ingest gives a sign of life at least every few seconds; after this long without one it was killed. */
const SILENT_MS = 15_000;

const RUN = { id: 1 };

/** Records that an ingest begins; the last one's progress is deleted. */
export async function beginProgress(db: Database, nowMs: number): Promise<void> {
  const now = new Date(nowMs);
  const run = { startedAt: now, heartbeatAt: now, endedAt: null };
  await withPrisma(db, async (prisma) => {
    await prisma.ingestProgress.deleteMany();
    await prisma.ingestRun.upsert({ where: RUN, create: { ...RUN, ...run }, update: run });
  });
}

/** Records how far these venues are, and a sign of life; without venues, only the latter. */
export async function saveProgress(db: Database, venues: readonly VenueProgress[], nowMs: number): Promise<void> {
  const updatedAt = new Date(nowMs);
  await withPrisma(db, async (prisma) => {
    for (const row of venues)
      await prisma.ingestProgress.upsert({
        where: { venue: row.venue },
        create: { ...row, updatedAt },
        update: { ...row, updatedAt },
      });
    await prisma.ingestRun.updateMany({ where: RUN, data: { heartbeatAt: updatedAt } });
  });
}

/** Says that the ingest has ended. */
export async function endProgress(db: Database, nowMs: number): Promise<void> {
  const now = new Date(nowMs);
  await withPrisma(db, (prisma) =>
    prisma.ingestRun.updateMany({ where: RUN, data: { heartbeatAt: now, endedAt: now } }),
  );
}

/** The progress of the ingest that runs now or ran last, venues by name; undefined when none ever ran. */
export async function readProgress(db: Database, nowMs: number): Promise<IngestRunState | undefined> {
  const { run, rows } = await withPrisma(db, async (prisma) => ({
    run: await prisma.ingestRun.findUnique({ where: RUN }),
    rows: await prisma.ingestProgress.findMany({ orderBy: { venue: 'asc' } }),
  }));
  if (run === null) return undefined;
  return {
    running: run.endedAt === null && nowMs - run.heartbeatAt.getTime() < SILENT_MS,
    startedAtMs: run.startedAt.getTime(),
    heartbeatAtMs: run.heartbeatAt.getTime(),
    endedAtMs: run.endedAt?.getTime(),
    venues: rows.map(({ venue, state, doneMinutes, totalMinutes, candles, note }) => ({
      venue: venue as Venue,
      state: state as ProgressState,
      doneMinutes,
      totalMinutes,
      candles,
      note,
    })),
  };
}
