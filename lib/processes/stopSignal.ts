import { onStderrClosed } from './standardOutput';

/** One key press may come twice within milliseconds: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 1_000;
/** Ctrl-C, whoever runs services, and a terminal that is closed. */
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface StopSignal {
  readonly signal: AbortSignal;
  readonly off: () => void;
}

/** Calls `stop` at SIGINT, SIGTERM or SIGHUP; a later one, but for the same key press, ends the process as if nobody listened. Returns how to listen no more. */
export function onStopSignal(stop: () => void): () => void {
  let firstMs: number | undefined;
  const off = (): void => {
    for (const one of STOPPING) process.off(one, stopped);
  };
  function stopped(name: NodeJS.Signals): void {
    stop();
    firstMs ??= performance.now();
    if (performance.now() - firstMs < SAME_PRESS_MS) return;
    off();
    process.kill(process.pid, name);
  }
  for (const one of STOPPING) process.on(one, stopped);
  return off;
}

/**
 * Aborted by the first SIGINT, SIGTERM or SIGHUP (a later one ends the process as if nobody listened), when `failed` aborts, and when
 * nobody reads standard error any more.
 */
export function stopSignal(failed: AbortSignal): StopSignal {
  const stop = new AbortController();
  const abort = (): void => {
    stop.abort();
  };
  const offStderr = onStderrClosed(abort);
  failed.addEventListener('abort', abort);
  const offSignal = onStopSignal(abort);
  const off = (): void => {
    offSignal();
    failed.removeEventListener('abort', abort);
    offStderr();
  };
  return { signal: stop.signal, off };
}
