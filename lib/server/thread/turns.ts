/**
 * So much work of a kind at once, in the order it was asked for: what one piece of it holds in memory while it is made, many together would hold many
 * times.
 */
export class Turns {
  readonly #most: number;
  readonly #mostWaiting: number;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor({ most, mostWaiting }: { readonly most: number; readonly mostWaiting: number }) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
  }

  /**
   * What `work` comes to, begun when its turn is there; undefined: as many wait as may, and it is not begun. Work may give its place to whoever is next
   * before it ends. Throws what the work throws, and the signal's reason where that is aborted before its turn.
   */
  async take<T>(signal: AbortSignal, work: (giveWay: () => void) => Promise<T>): Promise<T | undefined> {
    signal.throwIfAborted();
    if (this.#running >= this.#most) {
      if (this.#waiting.size >= this.#mostWaiting) return undefined;
      await this.#turn(signal);
    } else this.#running += 1;
    let hasPlace = true;
    const giveWay = (): void => {
      if (!hasPlace) return;
      hasPlace = false;
      const [next] = this.#waiting;
      // Whoever is next has the place of who was before.
      if (next === undefined) this.#running -= 1;
      else next();
    };
    try {
      return await work(giveWay);
    } finally {
      giveWay();
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        this.#waiting.delete(begin);
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.delete(begin);
        reject(signal.reason as Error);
      };
      this.#waiting.add(begin);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
}
