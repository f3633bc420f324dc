import type { PoolCounts } from '../../store/connection/poolCounts';

/** How requests were answered by what keeps answers, each once. */
export interface KeptCounts {
  /** From memory, from disk, with what another had made, made anew, or past what keeps answers (only one reader's, or never kept). */
  readonly answers: Readonly<Record<'memory' | 'disk' | 'shared' | 'made' | 'alone', number>>;
  /** In memory. */
  readonly entries: number;
  readonly bytes: number;
}

export interface AdmissionCounts {
  /** Answers that are being made or wait for it, and how many may. */
  readonly making: number;
  readonly mostMaking: number;
  /** Requests turned away: of a client that asked for too much, and where too much was being made. */
  readonly refused: Readonly<Record<'budget' | 'busy', number>>;
}

interface Counts {
  kept?: () => KeptCounts;
  admission?: () => AdmissionCounts;
  /** Of the thread that serves everybody, by what they are for. */
  readonly pools: Map<string, () => PoolCounts>;
  /** Pieces of work that the analysis thread has. */
  analysisTasks?: () => number;
}

declare global {
  var plumblineCounts: Counts | undefined;
}

/** Where what is counted may be read; one per process, however often the code is bundled. */
export const counts = (): Counts => (globalThis.plumblineCounts ??= { pools: new Map() });
