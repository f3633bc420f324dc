import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { answerLate, cancelling, nobodyWaits, uncancelled } from '../../store/connection/cancelling';
import type { ChangedBook, Changes } from '../../store/changes/changes';
import type { Rests } from '../../store/connection/reading';
import { lateAnswer } from '../guard/refusal';
import { asRequest } from '../log/requestId';
import type { KeptCounts } from '../watch/counts';
import { keyOf, takesLines } from './address';
import { bytesOf, entryOf, plainOf, send, sentFor } from './entry';
import { Flight, NOTHING, type Kept, type Made } from './flight';
import { Freshness } from './freshness';
import type { Handler, Written } from './heldResponse';
import { madeByLines, madeForAll, type Work } from './make';
import { Making } from './making';
import type { Shelf } from './shelf/shelf';
import { Waiting } from './shelf/waiting';
import { Standing } from './standing';

export interface LayerOptions {
  readonly changesSince: (xmin: string | undefined) => Promise<Changes>;
  /** Names the code that answers: a tag of another build is none. */
  readonly build: string;
  /** In memory. */
  readonly mostBytes?: number;
  /** Where answers outlast the process; asked anew after the database was away. Never rejects; undefined: nowhere. */
  readonly openShelf?: () => Promise<Shelf | undefined>;
  /** Whether an answer may be made for a reader; false: the reader was answered. What is kept is sent unasked. */
  readonly admits?: (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;
  /** Making an answer may take so long; then its readers are told to come again, and the work ends. Default: as long as it takes. */
  readonly answerMs?: number | undefined;
  /** What was made in less time is not put on the shelf. */
  readonly shelveFromMs?: number;
  /** By how many at once answers are made. */
  readonly making?: Making;
}

const MOST_BYTES = 32 * 1024 * 1024;
/** One answer must not push out all others: it is this share at most; so is all that waits to be put on the shelf. */
const MOST_SHARE = 1 / 2;
/** Reading an answer from disk takes some milliseconds. */
const SHELVE_FROM_MS = 100;

/** Answers requests from memory or from disk, before whoever makes the answers is asked. */
export class KeptAnswers {
  readonly #kept: LRUCache<string, Kept>;
  readonly #flights = new Map<string, Flight>();
  readonly #freshness: Freshness;
  readonly #build: string;
  readonly #waiting: Waiting;
  readonly #making: Making;
  readonly #openShelf: LayerOptions['openShelf'];
  readonly #shelveFromMs: number;
  readonly #admits: LayerOptions['admits'];
  readonly #answerMs: number | undefined;
  readonly #answers = { memory: 0, disk: 0, shared: 0, made: 0, alone: 0 };
  #takenAloneSoFar = 0;
  #opening: Promise<Shelf | undefined> | undefined;
  /** Once it is open. */
  #shelf: Shelf | undefined;

  constructor(options: LayerOptions) {
    const { changesSince, build, mostBytes = MOST_BYTES, openShelf, shelveFromMs = SHELVE_FROM_MS } = options;
    this.#admits = options.admits;
    this.#answerMs = options.answerMs;
    this.#build = build;
    this.#openShelf = openShelf;
    this.#shelveFromMs = shelveFromMs;
    this.#making = options.making ?? new Making();
    this.#kept = new LRUCache({
      maxSize: mostBytes,
      maxEntrySize: Math.ceil(mostBytes * MOST_SHARE),
      sizeCalculation: ({ entry, standing }) => bytesOf(entry) + standing.bytes,
    });
    this.#waiting = new Waiting({
      shelf: () => this.#opened(),
      check: () => this.#freshness.check(),
      isIdle: () => this.#flights.size === 0,
      mostBytes: mostBytes * MOST_SHARE,
    });
    this.#freshness = new Freshness({
      changesSince,
      onChange: (change) => {
        this.#changed(change);
      },
      onLost: () => {
        this.#lost();
      },
    });
  }

  get counts(): KeptCounts {
    return { answers: this.#answers, entries: this.#kept.size, bytes: this.#kept.calculatedSize };
  }

  /** Answers, or lets the handler answer; never throws. */
  readonly answer = (req: IncomingMessage, res: ServerResponse, handler: Handler): void => {
    const key = keyOf(req);
    (key === undefined ? this.#alone(req, res, handler) : this.#answer(key, req, res, handler)).catch(
      (failure: unknown) => {
        asRequest(req, () => {
          console.error(failure);
        });
        if (res.headersSent) res.destroy();
        else this.#handOn(req, res, handler);
      },
    );
  };

  /**
   * The plain bytes of the answer that is kept for an address of the API, in memory or on disk; undefined: none is, and none is made. Nothing that was
   * written before the request being answered is missing in it.
   */
  readonly bodyOf = async (url: string): Promise<Buffer | undefined> => {
    const key = keyOf({ method: 'GET', url, headers: {} });
    if (key === undefined) return undefined;
    const kept = this.#kept.get(key) ?? (await this.#takenAlone(key));
    return kept === undefined ? undefined : plainOf(kept.entry);
  };

  /** Before the first request: asks the database where to begin, and opens the shelf. Where it does not answer, the first request does. */
  readonly ready = async (): Promise<void> => {
    try {
      await this.#freshness.check();
      await this.#opened();
    } catch {
      // Told of where a request comes.
    }
  };

  /** Resolves when all that was made and lasts is on the shelf, or a reader must be answered first. */
  readonly shelved = (): Promise<void> => this.#waiting.wake();

  /** What is kept for nobody, for the one who asks. */
  async #alone(req: IncomingMessage, res: ServerResponse, handler: Handler): Promise<void> {
    if (this.#admits === undefined || (await this.#admits(req, res))) this.#handOn(req, res, handler);
  }

  /** Has it answered by the handler. The work ends when its reader leaves, or where the answer has not begun in time. */
  #handOn(req: IncomingMessage, res: ServerResponse, handler: Handler): void {
    this.#answers.alone += 1;
    const end = new AbortController();
    const timer =
      this.#answerMs === undefined
        ? undefined
        : setTimeout(() => {
            if (!res.headersSent) end.abort(answerLate());
          }, this.#answerMs);
    res.once('close', () => {
      clearTimeout(timer);
      if (!res.writableFinished) end.abort(nobodyWaits());
    });
    cancelling(end.signal, () => handler(req, res));
  }

  async #answer(key: string, req: IncomingMessage, res: ServerResponse, handler: Handler): Promise<void> {
    let isPaid = false;
    for (;;) {
      try {
        await this.#freshness.check();
      } catch {
        this.#handOn(req, res, handler);
        return;
      }
      if (isGone(res)) return;
      const kept = this.#kept.get(key);
      if (kept !== undefined) {
        this.#shelf?.used(key);
        this.#answers.memory += 1;
        await this.#send(key, kept, req, res);
        return;
      }
      const isCheap = this.#flights.has(key) || this.#shelf?.has(key) === true;
      if (!isCheap && !isPaid && this.#admits !== undefined && !(await this.#admits(req, res))) return;
      isPaid ||= !isCheap;
      const known = this.#flights.get(key);
      const running = known?.isGivenUp === true ? undefined : known;
      const flight = running ?? this.#begin(key, req, res, handler);
      const heard = flight.changes.length;
      const made = await flight.waitFor(res);
      if (isGone(res)) return;
      if (running === undefined) {
        this.#answers[made.isTaken === true ? 'disk' : 'made'] += 1;
        if (made.kept !== undefined && made.isSent !== true) await this.#send(key, made.kept, req, res);
        else if (made.isSent !== true) sendWritten(made.written, req, res);
        return;
      }
      if (made.isLate === true) {
        this.#answers.shared += 1;
        sendWritten(made.written, req, res);
        return;
      }
      if (made.kept === undefined) {
        // Who was told how far it is went away: the next one begins it again.
        if (made.isSent === true) continue;
        // What is no answer to keep each asks for itself.
        if (isPaid) this.#handOn(req, res, handler);
        else await this.#alone(req, res, handler);
        return;
      }
      // Only what was written before this reader came must be in the answer: who came before is not made to wait by every write.
      if (!flight.isOvertaken(made.kept.standing, heard)) {
        this.#answers.shared += 1;
        await this.#send(key, made.kept, req, res);
        return;
      }
    }
  }

  async #send(key: string, kept: Kept, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const sent = await sentFor(kept.entry, req, () => {
      // Its room is counted of another value alone.
      if (this.#kept.peek(key)?.entry === kept.entry) this.#kept.set(key, { ...kept });
    });
    if (!isGone(res)) send(kept.entry, sent, req, res);
  }

  #begin(key: string, req: IncomingMessage, res: ServerResponse, handler: Handler): Flight {
    const flight = new Flight();
    this.#flights.set(key, flight);
    const inTime = this.#answerMs === undefined ? undefined : flight.within(this.#answerMs);
    flight.made = this.#made(flight, key, req, res, handler).finally(() => {
      inTime?.();
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
      this.#waiting.wakeSoon();
    });
    return flight;
  }

  async #made(flight: Flight, key: string, req: IncomingMessage, res: ServerResponse, handler: Handler): Promise<Made> {
    if (this.#openShelf !== undefined) {
      const taken = await this.#taken(flight, key);
      if (taken !== undefined) return { written: undefined, kept: taken, isTaken: true };
      if (flight.isGivenUp) return NOTHING;
    }
    const isSent = takesLines(req);
    let begunAtMs = NaN;
    const work = await this.#making.take(flight.signal, () => {
      begunAtMs = performance.now();
      return isSent ? madeByLines(flight, req, res, handler) : madeForAll(flight, req, handler);
    });
    if (work === undefined)
      return flight.isLate ? { written: lateAnswer(req), kept: undefined, isLate: true } : NOTHING;
    const tookMs = performance.now() - begunAtMs;
    if (work.written === undefined && flight.isLate)
      return { written: lateAnswer(req), kept: undefined, isSent, isLate: true };
    return { written: work.written, kept: this.#keep(flight, key, work, tookMs), isSent };
  }

  /** Of the shelf, for a question that begins no flight of that key. */
  async #takenAlone(key: string): Promise<Kept | undefined> {
    const flight = new Flight();
    const alone = `taken ${String((this.#takenAloneSoFar += 1))}`;
    this.#flights.set(alone, flight);
    try {
      return await this.#taken(flight, key);
    } finally {
      this.#flights.delete(alone);
    }
  }

  /** Of the shelf, whatever is written until it is there. */
  async #taken(flight: Flight, key: string): Promise<Kept | undefined> {
    const shelf = await this.#opened();
    if (shelf?.has(key) !== true) return undefined;
    const found = await shelf.take(key).catch(() => undefined);
    if (found === undefined) return undefined;
    const kept = { entry: found.entry, standing: new Standing(found.rests) };
    if (flight.isOvertaken(kept.standing)) return undefined;
    this.#kept.set(key, kept);
    return kept;
  }

  #keep(flight: Flight, key: string, { written, reading }: Work, tookMs: number): Kept | undefined {
    const { rests, isEmpty } = reading;
    if (written?.status !== 200 || isEmpty || rests.isFleeting) return undefined;
    if (written.headers['content-encoding'] !== undefined) return undefined;
    const entry = entryOf(written.headers, written.body, this.#build);
    const kept = { entry, standing: new Standing(rests) };
    // Nothing is waited for between this and keeping: a change after it finds the answer among the kept.
    if (!flight.isOvertaken(kept.standing)) {
      this.#kept.set(key, kept);
      if (tookMs >= this.#shelveFromMs) this.#shelve(key, kept, rests);
    }
    return kept;
  }

  #shelve(key: string, { entry, standing }: Kept, rests: Rests): void {
    if (this.#openShelf !== undefined) this.#waiting.add(key, { entry, rests }, standing);
  }

  async #opened(): Promise<Shelf | undefined> {
    const opening = (this.#opening ??= uncancelled(() => this.#openShelf?.() ?? Promise.resolve(undefined)));
    const shelf = await opening;
    if (this.#opening === opening) this.#shelf = shelf;
    return shelf;
  }

  #changed(change: ChangedBook): void {
    for (const flight of this.#flights.values()) flight.changes.push(change);
    for (const [key, { standing }] of this.#kept.entries()) if (standing.isTouchedBy(change)) this.#kept.delete(key);
    this.#waiting.changed(change);
  }

  #lost(): void {
    for (const flight of this.#flights.values()) flight.isLost = true;
    // Who comes later asks anew: what was written meanwhile is not known.
    this.#flights.clear();
    this.#kept.clear();
    this.#waiting.clear();
    this.#opening = undefined;
    this.#shelf = undefined;
  }
}

const isGone = ({ destroyed }: ServerResponse): boolean => destroyed;

/** What is no answer to keep, as it was written. */
function sendWritten(written: Written | undefined, req: IncomingMessage, res: ServerResponse): void {
  if (written === undefined) {
    res.destroy();
    return;
  }
  res.writeHead(written.status, { ...written.headers, 'content-length': written.body.length });
  res.end(req.method === 'HEAD' ? undefined : written.body);
}
