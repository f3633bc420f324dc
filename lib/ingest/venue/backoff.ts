import { setMaxListeners } from 'node:events';
import { venueErrorWords } from '../../words/en/venueErrors';
import { RetryLater } from './errors';

export interface Patience {
  /** Rejects when `signal` is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** The first wait; doubles with each attempt. */
const FIRST_WAIT_MS = 1_000;
/** No wait of our own is longer: rate-limit windows are a minute at the venues served. */
const LONGEST_WAIT_MS = 60_000;
/** A venue that asks for more than this is left for later. */
const LONGEST_RETRY_AFTER_MS = 300_000;
/** With doubling waits about two minutes in all. */
const ATTEMPTS = 7;

/** Full jitter between half and the whole of the doubled wait, and never less than the venue asked for. */
export function waitBefore(attempt: number, asked: number | undefined, random: () => number): number {
  const doubled = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
  const jittered = doubled * (0.5 + random() / 2);
  return asked === undefined ? jittered : Math.max(asked, jittered);
}

/**
 * Runs `ask`, and again after a wait for as long as it rejects with `RetryLater`, at most 7 times. Every other error, and
 * the last `RetryLater`, goes through. `waiting` is called with each wait and its cause.
 */
export async function withPatience<T>(
  ask: () => Promise<T>,
  patience: Patience,
  signal: AbortSignal | undefined,
  waiting: (waitMs: number, cause: string) => void,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof RetryLater) || attempt >= ATTEMPTS || signal?.aborted === true) throw error;
      if (error.waitMs !== undefined && error.waitMs > LONGEST_RETRY_AFTER_MS) throw error;
      const waitMs = waitBefore(attempt, error.waitMs, patience.random);
      waiting(waitMs, error.message);
      await patience.sleep(waitMs, signal);
    }
  }
}

/** Waits by the clock; ends early, rejecting, when `signal` is aborted. */
export function sleepByClock(ms: number, signal: AbortSignal | undefined): Promise<void> {
  // All venues of a run wait under one signal: more than Node's ten listeners are no leak.
  if (signal !== undefined) setMaxListeners(0, signal);
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new RetryLater(venueErrorWords.stopped, undefined));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
