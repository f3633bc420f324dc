import type { ServerResponse } from 'node:http';
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
}

/** Of a reader who went away. */
export const NOTHING: Made = { written: undefined, kept: undefined };

/** An answer that is being made, and who waits for it. */
export class Flight extends Meanwhile {
  /** undefined: nobody makes it yet, or it goes to its reader as it is made. */
  held: HeldResponse | undefined;
  made: Promise<Made> = Promise.resolve(NOTHING);
  #waiting = 0;
  #isGivenUp = false;

  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** The work ends when all who wait for it are gone. */
  async waitFor(res: ServerResponse): Promise<Made> {
    this.#waiting += 1;
    const leave = (): void => {
      this.#waiting -= 1;
      if (this.#waiting > 0) return;
      this.#isGivenUp = true;
      this.held?.destroy();
    };
    res.once('close', leave);
    try {
      return await this.made;
    } finally {
      res.off('close', leave);
    }
  }
}
