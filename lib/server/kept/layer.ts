import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { ChangedBook, Changes } from '../../store/changes/changes';
import { collecting, Reading } from '../../store/connection/reading';
import { cacheControlOf, keyOf, sharedHeaders } from './address';
import { bytesOf, entryOf, send, type Entry } from './entry';
import { Freshness } from './freshness';
import { HeldResponse, type Written } from './heldResponse';
import { Standing } from './standing';

/** Whoever makes answers. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;

export interface LayerOptions {
  readonly changesSince: (xmin: string | undefined) => Promise<Changes>;
  /** Names the code that answers: a tag of another build is none. */
  readonly build: string;
  readonly mostBytes?: number;
}

const MOST_BYTES = 64 * 1024 * 1024;

interface Kept {
  readonly entry: Entry;
  readonly standing: Standing;
}

/** What an answer came to. */
interface Made {
  readonly written: Written | undefined;
  /** What may be shared; undefined: nothing. */
  readonly kept: Kept | undefined;
}

interface Flight {
  readonly made: Promise<Made>;
  readonly held: HeldResponse;
  readonly changes: ChangedBook[];
  waiting: number;
  isLost: boolean;
}

/** Answers requests from memory, before whoever makes the answers is asked. */
export class KeptAnswers {
  readonly #kept: LRUCache<string, Kept>;
  readonly #flights = new Map<string, Flight>();
  readonly #freshness: Freshness;
  readonly #build: string;

  constructor({ changesSince, build, mostBytes = MOST_BYTES }: LayerOptions) {
    this.#build = build;
    this.#kept = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ entry, standing }) => bytesOf(entry) + standing.bytes,
    });
    this.#freshness = new Freshness({
      changesSince,
      onChange: (change) => {
        for (const flight of this.#flights.values()) flight.changes.push(change);
        for (const [key, { standing }] of this.#kept.entries())
          if (standing.isTouchedBy(change)) this.#kept.delete(key);
      },
      onLost: () => {
        for (const flight of this.#flights.values()) flight.isLost = true;
        // Who comes later asks anew: what was written meanwhile is not known.
        this.#flights.clear();
        this.#kept.clear();
      },
    });
  }

  /** Answers, or lets the handler answer; never throws. */
  readonly answer = (req: IncomingMessage, res: ServerResponse, handler: Handler): void => {
    const key = keyOf(req);
    if (key === undefined) {
      handler(req, res);
      return;
    }
    this.#answer(key, req, res, handler).catch((failure: unknown) => {
      console.error(failure);
      if (res.headersSent) res.destroy();
      else handler(req, res);
    });
  };

  async #answer(key: string, req: IncomingMessage, res: ServerResponse, handler: Handler): Promise<void> {
    for (;;) {
      try {
        await this.#freshness.check();
      } catch {
        handler(req, res);
        return;
      }
      if (isGone(res)) return;
      const kept = this.#kept.get(key);
      if (kept !== undefined) {
        send(kept.entry, req, res);
        return;
      }
      const running = this.#flights.get(key);
      const flight = running ?? this.#begin(key, req, handler);
      const heard = flight.changes.length;
      const made = await this.#waitFor(flight, res);
      if (isGone(res)) return;
      if (running === undefined) {
        sendMade(made, req, res);
        return;
      }
      // What is no answer to keep each asks for itself.
      if (made.kept === undefined) {
        handler(req, res);
        return;
      }
      // Only what was written before this reader came must be in the answer: who came before is not made to wait by every write.
      const { entry, standing } = made.kept;
      if (!flight.changes.slice(0, heard).some((change) => standing.isTouchedBy(change))) {
        send(entry, req, res);
        return;
      }
    }
  }

  /** The work ends when all who wait for it are gone. */
  async #waitFor(flight: Flight, res: ServerResponse): Promise<Made> {
    flight.waiting += 1;
    const leave = (): void => {
      flight.waiting -= 1;
      if (flight.waiting === 0) flight.held.destroy();
    };
    res.once('close', leave);
    try {
      return await flight.made;
    } finally {
      res.off('close', leave);
    }
  }

  #begin(key: string, req: IncomingMessage, handler: Handler): Flight {
    // The answer is made once for every reader: whole, and not packed for one of them.
    const url = req.url ?? '/';
    const { method } = req;
    const { headers } = req;
    req.method = 'GET';
    req.headers = sharedHeaders(headers);
    const held = new HeldResponse(req);
    const reading = new Reading();
    const flight: Flight = {
      held,
      changes: [],
      waiting: 0,
      isLost: false,
      made: this.#made(key, held, reading, url, () => flight).finally(() => {
        if (method !== undefined) req.method = method;
        req.headers = headers;
        if (this.#flights.get(key) === flight) this.#flights.delete(key);
      }),
    };
    this.#flights.set(key, flight);
    try {
      const handled = collecting(reading, () => handler(req, held));
      if (handled instanceof Promise) handled.catch(() => held.destroy());
    } catch {
      held.destroy();
    }
    return flight;
  }

  async #made(key: string, held: HeldResponse, reading: Reading, url: string, flightOf: () => Flight): Promise<Made> {
    const written = await held.written;
    const { rests } = reading;
    if (
      written?.status !== 200 ||
      reading.isEmpty ||
      rests.isFleeting ||
      written.headers['content-encoding'] !== undefined
    )
      return { written, kept: undefined };
    const cacheControl = cacheControlOf(url, Date.now());
    const entry = await entryOf(written.headers, written.body, { build: this.#build, cacheControl });
    const kept = { entry, standing: new Standing(rests) };
    // Looked at last, and nothing waited for between this and keeping: a change after it finds the answer among the kept.
    const { isLost, changes } = flightOf();
    if (!isLost && !changes.some((change) => kept.standing.isTouchedBy(change))) this.#kept.set(key, kept);
    return { written, kept };
  }
}

const isGone = ({ destroyed }: ServerResponse): boolean => destroyed;

function sendMade({ kept, written }: Made, req: IncomingMessage, res: ServerResponse): void {
  if (kept !== undefined) send(kept.entry, req, res);
  else if (written === undefined) res.destroy();
  else {
    res.writeHead(written.status, { ...written.headers, 'content-length': written.body.length });
    res.end(req.method === 'HEAD' ? undefined : written.body);
  }
}
