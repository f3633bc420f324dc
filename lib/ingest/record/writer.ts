import type { Answer, Ledger, Recorded } from '../../domain/observation';

/** One reply's answers on their way into the ledger. */
interface Waiting {
  readonly answers: readonly Answer[];
  /** Called once they are recorded; `alone` answers learn their own count, others none. */
  readonly recorded: (counted: Recorded | undefined) => void;
  readonly alone: boolean;
}

/** What a candle takes in memory, about: eight fields, each a number of its own. */
const CANDLE_BYTES = 200;

/** What answers take in memory, about. */
const bytesOf = (answers: readonly Answer[]): number =>
  answers.reduce(
    (sum, { candles, provenance }) =>
      provenance.reduce(
        (bodies, { body }) => (body === undefined ? bodies : bodies + body.length),
        sum + CANDLE_BYTES * candles.length,
      ),
    0,
  );

/** Enough to keep the ledger busy while many venues are asked at once, little enough to lose at a sudden end. */
const MOST_WAITING = 12;

export interface WriterOptions {
  /** So many replies wait at most. */
  readonly most?: number;
  /** And no more once they hold so many bytes. Default: no limit. */
  readonly mostBytes?: number;
  /** Replies are gathered so long before they are recorded, unless as many wait as may or nothing more comes. Default: not at all. */
  readonly gatherMs?: number;
}

/**
 * Records answers in the order they come, while further ones are still being asked for: what has come in during one call of
 * the ledger goes into the next one together. What is asked slowly is so recorded at once, and what comes fast in batches.
 */
export class Writer {
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #writing: Promise<void> | undefined;
  #failure: { readonly cause: unknown } | undefined;
  /** Whether answers had been recorded already by the time they came: another process is at work on the same. */
  company = false;

  readonly #most: number;
  readonly #mostBytes: number;
  readonly #gatherMs: number;
  /** Whether what waits is to be recorded without gathering more. */
  #isDue = false;
  #endGathering: () => void = () => undefined;

  constructor(
    readonly ledger: Ledger,
    { most = MOST_WAITING, mostBytes = Infinity, gatherMs = 0 }: WriterOptions = {},
  ) {
    this.#most = most;
    this.#mostBytes = mostBytes;
    this.#gatherMs = gatherMs;
  }

  /** Adds answers to the queue; resolves when it takes more. Rejects once the ledger has failed. */
  async add(answers: readonly Answer[], recorded: Waiting['recorded'], alone = false): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure.cause;
    this.#waiting.push({ answers, recorded, alone });
    this.#waitingBytes += bytesOf(answers);
    this.#writing ??= this.#write();
    while (this.#isFull) {
      this.#begin();
      await this.#writing;
    }
    this.#failIfFailed();
  }

  /** Resolves when everything added is recorded; rejects when the ledger has failed. */
  async drained(): Promise<void> {
    while (this.#writing !== undefined) {
      this.#begin();
      await this.#writing;
    }
    this.#failIfFailed();
  }

  /** Ends the gathering, that which is about to begin too. */
  #begin(): void {
    this.#isDue = true;
    this.#endGathering();
  }

  /** Waits for what else comes in the time of gathering. */
  async #gathered(): Promise<void> {
    if (this.#gatherMs > 0 && !this.#isDue) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.#gatherMs);
        this.#endGathering = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#endGathering = () => undefined;
    }
    this.#isDue = false;
  }

  get #isFull(): boolean {
    return this.#waiting.length >= this.#most || this.#waitingBytes >= this.#mostBytes;
  }

  #failIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure.cause;
  }

  /** One call of the ledger; the next one follows by itself. Never rejects. */
  async #write(): Promise<void> {
    // What is added at one go goes together.
    await Promise.resolve();
    await this.#gathered();
    const [first] = this.#waiting;
    const together = first?.alone === true ? [first] : this.#waiting.filter(({ alone }) => !alone);
    const answers = together.flatMap(({ answers: some }) => some);
    this.#waiting = this.#waiting.filter((one) => !together.includes(one));
    this.#waitingBytes -= bytesOf(answers);
    try {
      const counted = answers.length === 0 ? undefined : await this.ledger.record(answers);
      if (first?.alone !== true && counted !== undefined && counted.unchanged > 0) this.company = true;
      for (const one of together) one.recorded(one.alone ? counted : undefined);
    } catch (cause) {
      this.#failure ??= { cause };
      this.#waiting = [];
      this.#waitingBytes = 0;
    }
    this.#writing = this.#waiting.length === 0 ? undefined : this.#write();
  }
}
