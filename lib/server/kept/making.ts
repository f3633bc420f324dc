import { mayGiveWay } from '../thread/givingWay';
import { Turns } from '../thread/turns';

/**
 * Answers that are made at once on the thread that serves everybody. It does one thing at a time whatever is asked of it; two more use what time it
 * would wait for the database. All that are made at once live as long as all of them take, and what lives long is what costs most to clear away (decision 52).
 */
const AT_ONCE = 3;
/** Who waits longer than this for the database is not what the thread is busy with. */
const PLACE_MS = 1_000;

/** Answers are made in the order they were asked for, a few at once. */
export class Making {
  readonly #turns: Turns;
  readonly #placeMs: number;

  constructor({ atOnce = AT_ONCE, placeMs = PLACE_MS } = {}) {
    this.#turns = new Turns({ most: atOnce, mostWaiting: Infinity });
    this.#placeMs = placeMs;
  }

  /**
   * What `work` comes to, begun when its turn is there; undefined: it was aborted. The place is given to the next when it ends, when it waits for
   * another thread (`giveWay`), or after a second.
   */
  async take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await this.#turns.take(signal, async (giveWay) => {
        mayGiveWay(signal, giveWay);
        const timer = setTimeout(giveWay, this.#placeMs);
        try {
          return await work();
        } finally {
          clearTimeout(timer);
        }
      });
    } catch (failure) {
      if (failure !== signal.reason) throw failure;
      return undefined;
    }
  }
}
