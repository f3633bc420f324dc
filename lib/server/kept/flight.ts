import type { ServerResponse } from 'node:http';
import { answerLate, isAnswerLate, nobodyWaits } from '../../store/connection/cancelling';
import type { Entry } from './entry';
import type { HeldResponse, Written } from './heldResponse';
import { Meanwhile } from './meanwhile';
import type { Standing } from './standing';

/** An answer that may be sent to whoever asks for it. */
export interface Kept {
  readonly entry: Entry;
  readonly standing: Standing;
}

/** What an answer came to. */
export interface Made {
  readonly written: Written | undefined;
  /** What may be shared; undefined: nothing. */
  readonly kept: Kept | undefined;
  /** It went to the reader it was begun for while it was made; another's connection is not written to. */
  readonly isSent?: boolean;
  /** It took too long: `written` says so to whoever waited. */
  readonly isLate?: boolean;
  /** It was on disk. */
  readonly isTaken?: boolean;
}

/** Of a reader who went away. */
export const NOTHING: Made = { written: undefined, kept: undefined };

/** An answer that is being made, and who waits for it. */
export class Flight extends Meanwhile {
  /** undefined: nobody makes it yet, or it goes to its reader as it is made. */
  held: HeldResponse | undefined;
  made: Promise<Made> = Promise.resolve(NOTHING);
  #waiting = 0;
  readonly #end = new AbortController();

  /** Aborted when the work is to end: all who waited for it are gone, or it took too long. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  get isGivenUp(): boolean {
    return this.signal.aborted;
  }

  /** Whether it took too long. */
  get isLate(): boolean {
    return isAnswerLate(this.signal.reason);
  }

  /** Ends the work after so long; returns what to call when it is done before. */
  within(ms: number): () => void {
    const timer = setTimeout(() => {
      this.#giveUp(answerLate());
    }, ms);
    return () => {
      clearTimeout(timer);
    };
  }

  #giveUp(reason: Error): void {
    this.#end.abort(reason);
    this.held?.destroy();
  }

  /** The work ends when all who wait for it are gone, however near its end it is: what it found out of whole days is remembered. */
  async waitFor(res: ServerResponse): Promise<Made> {
    this.#waiting += 1;
    const leave = (): void => {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#giveUp(nobodyWaits());
    };
    res.once('close', leave);
    try {
      return await this.made;
    } finally {
      res.off('close', leave);
    }
  }
}
