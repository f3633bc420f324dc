import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Day } from '../../domain/minute';
import { keptRatesUnwritable } from '../../words/en/keptAnswers';

export interface RatesFolderOptions {
  readonly folder: string;
  readonly mostBytes: number;
  /** Told one line where nothing can be written, once until something can again. */
  readonly say: (line: string) => void;
}

/** What waits to be written; what finds no room is not kept. */
const MOST_WAITING_BYTES = 32 * 1024 * 1024;
/** So much is written between two looks at what the folder holds: each thread may exceed the bound by as much. */
const SWEEP_SHARE = 1 / 16;

const NAME = /^\d{1,7}$/;

/**
 * A folder of what legs say, a file a UTC day, bounded by bytes: files written longest ago are deleted first. Threads share it: a file is written under
 * another name and renamed, and says itself what it is of.
 */
export class RatesFolder {
  readonly #of: RatesFolderOptions;
  #writing: Promise<void> = Promise.resolve();
  #waiting = 0;
  /** Written since the last look; at first, whatever is there. */
  #unswept = Number.POSITIVE_INFINITY;
  #isSilent = false;

  constructor(options: RatesFolderOptions) {
    this.#of = options;
  }

  /** The day's file as it lies there; undefined: none that can be read. */
  async read(day: Day): Promise<Buffer | undefined> {
    return readFile(this.#pathOf(day)).catch(() => undefined);
  }

  /** Writes the day's file in its turn, in place of the one before. */
  write(day: Day, bytes: Buffer): void {
    if (this.#waiting + bytes.length > MOST_WAITING_BYTES) return;
    this.#waiting += bytes.length;
    this.#writing = this.#writing.then(async () => {
      await this.#put(day, bytes);
      this.#waiting -= bytes.length;
    });
  }

  /** Resolves when all that was given until now is written. */
  written(): Promise<void> {
    return this.#writing;
  }

  async #put(day: Day, bytes: Buffer): Promise<void> {
    const { folder, mostBytes } = this.#of;
    const fresh = `${this.#pathOf(day)}.${String(process.pid)}.${crypto.randomUUID()}`;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(fresh, bytes, { mode: 0o600 });
      await rename(fresh, this.#pathOf(day));
      this.#unswept += bytes.length;
      this.#isSilent = false;
      if (this.#unswept > mostBytes * SWEEP_SHARE) await this.#sweep();
    } catch (failure) {
      await rm(fresh, { force: true }).catch(() => undefined);
      if (!this.#isSilent)
        this.#of.say(keptRatesUnwritable(folder, failure instanceof Error ? failure.message : String(failure)));
      this.#isSilent = true;
    }
  }

  /** Deletes what was written longest ago, until the rest is within the bound; and what a process that ended left half written. */
  async #sweep(): Promise<void> {
    const { folder, mostBytes } = this.#of;
    const names = await readdir(folder);
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await stat(path.join(folder, name)).catch(() => undefined);
        return found === undefined ? [] : [{ name, bytes: found.size, writtenMs: found.mtimeMs }];
      }),
    );
    let bytes = 0;
    const now = Date.now();
    for (const file of files.flat().sort((a, b) => b.writtenMs - a.writtenMs)) {
      bytes += file.bytes;
      const isHalfWritten = !NAME.test(file.name) && file.writtenMs < now - HALF_WRITTEN_MS;
      if (bytes > mostBytes || isHalfWritten) await rm(path.join(folder, file.name), { force: true });
    }
    this.#unswept = 0;
  }

  #pathOf(day: Day): string {
    return path.join(this.#of.folder, String(day));
  }
}

/** What another process began to write so long ago it never ended. */
const HALF_WRITTEN_MS = 60_000;
