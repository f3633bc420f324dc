import { progressDisplay, progressLines } from '../cli/terminal/bars';
import type { IngestReport } from '../ingest/run/ingest';
import { CRASH_2025_10_10 } from '../ingest/run/presets';
import type { VenueProgress } from '../ingest/run/progress';
import type { OpenDataset } from '../processes/dataset';
import { say } from '../processes/exit';
import { collectSooner } from '../processes/heap';
import { ingestInto } from '../processes/ingestRun';
import { missingLine } from '../words/en/cli/ingestLines';
import { ingestFailed } from '../words/en/launch';

/** An ingest that goes on while the app is served. */
export interface BackgroundIngest {
  /** Resolves with the first recorded candle, or when there will be none. */
  readonly something: Promise<void>;
  readonly ended: Promise<void>;
  /** From now on progress, and the outcome, goes to the screen. */
  show(options: { readonly asBars: boolean }): void;
  abort(): void;
}

/** Begins to ingest the event's candles into the dataset. Never rejects: a failure is a line of the outcome. */
export function beginIngest(dataset: OpenDataset): BackgroundIngest {
  collectSooner();
  const abort = new AbortController();
  const newest = new Map<string, VenueProgress>();
  let display: ReturnType<typeof progressDisplay> | undefined;
  let first: () => void = () => undefined;
  const something = new Promise<void>((resolve) => {
    first = resolve;
  });
  const running = ingestInto(dataset, CRASH_2025_10_10, {
    signal: abort.signal,
    onProgress: (progress) => {
      newest.set(progress.venue, progress);
      display?.show(progress);
      if (progress.doneMinutes > 0) first();
    },
  });
  const outcome = running.then(outcomeLines, (failure: unknown) => [
    ingestFailed(failure instanceof Error ? failure.message : String(failure)),
  ]);
  const ended = outcome.then(first);
  return {
    something,
    ended,
    show({ asBars }) {
      const shown = asBars ? progressDisplay(process.stderr) : progressLines(process.stderr);
      newest.forEach((progress) => {
        shown.show(progress);
      });
      display = shown;
      void outcome.then((lines) => {
        shown.close();
        lines.forEach(say);
      });
    },
    abort: () => {
      abort.abort();
    },
  };
}

/** What is missing, a line each, then the sum. */
const outcomeLines = ({ missing, summary }: IngestReport): readonly string[] => [...missing.map(missingLine), summary];
