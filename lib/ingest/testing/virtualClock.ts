import type { Patience } from '../venue/backoff';
import { RetryLater } from '../venue/errors';

interface Sleeper {
  readonly wakeMs: number;
  readonly wake: () => void;
  readonly leave: () => void;
}

export interface VirtualClock {
  readonly now: () => number;
  readonly patience: Patience;
  readonly signal: AbortSignal;
}

/**
 * A clock that stands still while anybody works and jumps to the next wake-up once all `parties` sleep. At `endMs` it
 * aborts `signal`. `events` happen at their time, whoever sleeps.
 */
export function virtualClock(
  startMs: number,
  endMs: number,
  parties: number,
  events: readonly (readonly [number, () => void])[] = [],
): VirtualClock {
  const stop = new AbortController();
  const pending = [...events].sort(([a], [b]) => a - b);
  let nowMs = startMs;
  let sleepers: Sleeper[] = [];

  function advance(): void {
    if (sleepers.length < parties || stop.signal.aborted) return;
    const next = sleepers.reduce((a, b) => (b.wakeMs < a.wakeMs ? b : a));
    const toMs = Math.min(endMs, next.wakeMs);
    for (let event = pending[0]; event !== undefined && event[0] <= toMs; event = pending[0]) {
      pending.shift();
      nowMs = event[0];
      event[1]();
    }
    nowMs = toMs;
    if (toMs === endMs) {
      stop.abort();
      for (const { leave } of sleepers) leave();
      return;
    }
    sleepers = sleepers.filter((one) => one !== next);
    next.wake();
  }

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve, reject) => {
      if (!(ms >= 0)) throw new Error(`a sleep of ${String(ms)} ms`);
      sleepers.push({
        wakeMs: nowMs + ms,
        wake: resolve,
        leave: () => {
          reject(new RetryLater('stopped', undefined));
        },
      });
      advance();
    });

  return { now: () => nowMs, patience: { sleep, random: () => 0.5 }, signal: stop.signal };
}
