/** Work that is done once for each new minute, a little after the first to report it, so that the others have reported it too. */
export interface Settled {
  /** Somebody has data up to this minute. */
  readonly note: (newest: number | undefined) => void;
  /** Nothing is begun any more; resolves when what was begun has ended. */
  readonly end: () => Promise<void>;
}

/**
 * Runs `work` so long after a minute was first reported, never twice at once: a minute that is reported meanwhile is worked on next, and of several only
 * the last. `work` throws nothing.
 */
export function afterSettled(work: () => Promise<void>, settleMs: number): Settled {
  let newestSeen = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let isWanted = false;
  const begin = (): void => {
    timer = undefined;
    if (working !== undefined) {
      isWanted = true;
      return;
    }
    working = work().finally(() => {
      working = undefined;
      if (!isWanted) return;
      isWanted = false;
      begin();
    });
  };
  return {
    note: (newest) => {
      if (newest === undefined || newest <= newestSeen) return;
      newestSeen = newest;
      timer ??= setTimeout(begin, settleMs);
    },
    end: async () => {
      newestSeen = Infinity;
      clearTimeout(timer);
      isWanted = false;
      await working;
    },
  };
}
