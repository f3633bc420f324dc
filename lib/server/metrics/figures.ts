import type { VenueFigures } from '../../store/inspection/venueFigures';

/** What the database says of what is stored and of what ingests. */
export interface Figures {
  readonly simulated: boolean;
  readonly venues: readonly VenueFigures[];
  /** undefined: none ever ran. */
  readonly ingest: { readonly running: boolean; readonly failedVenues: number } | undefined;
}

export interface FiguresOptions {
  readonly ask: () => Promise<Figures>;
  /** Nobody waits longer for it. */
  readonly patienceMs?: number;
  /** Who asks again within this time has the same. */
  readonly keptMs?: number;
  /** Goes on evenly. */
  readonly nowMs?: () => number;
}

const PATIENCE_MS = 2_000;
const KEPT_MS = 5_000;

/** The figures, or undefined where the database does not answer in time; however many ask, it has one question at a time. Never rejects. */
export function figuresBy({
  ask,
  patienceMs = PATIENCE_MS,
  keptMs = KEPT_MS,
  nowMs = () => performance.now(),
}: FiguresOptions): () => Promise<Figures | undefined> {
  let asked: Promise<Figures | undefined> | undefined;
  let last: { readonly figures: Figures; readonly atMs: number } | undefined;
  const begin = async (): Promise<Figures | undefined> => {
    try {
      const figures = await ask();
      last = { figures, atMs: nowMs() };
      return figures;
    } catch {
      return undefined;
    } finally {
      asked = undefined;
    }
  };
  return async () => {
    if (last !== undefined && nowMs() - last.atMs < keptMs) return last.figures;
    asked ??= begin();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, patienceMs, undefined);
    });
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
