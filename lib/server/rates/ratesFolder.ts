import { open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { failureText } from '../../domain/failure';
import type { Day } from '../../domain/minute';
import { folderMade } from '../../store/embedded/folder';
import { keptRatesUnwritable } from '../../words/en/keptAnswers';

interface File {
  readonly name: string;
  readonly bytes: number;
  readonly usedMs: number;
}

export interface RatesFolderOptions {
  readonly folder: string;
  readonly mostBytes: number;
  /** Told one line where nothing can be written, once until something can again. */
  readonly say: (line: string) => void;
}

/** What waits to be written; what finds no room is not kept. */
const MOST_WAITING_BYTES = 32 * 1024 * 1024;
/** Files written at once: one after the other they would not keep up with a thread that measures a day a turn. A day's files are written in order. */
const LANES = 8;
/** So much is written between two looks at what the folder holds: each thread may exceed the bound by as much. */
const SWEEP_SHARE = 1 / 16;

/** What another process began to write so long ago it never ended. */
const HALF_WRITTEN_MS = 60_000;

const NAME = /^\d{1,7}$/;

/** Uses closer together than this are not told apart. */
const UNUSED_MS = 86_400_000;

/**
 * A folder of what legs say, a file a UTC day, bounded by bytes. Of files unused for a day those used longest ago are deleted first; where that is not enough,
 * those written last: else a window longer than the bound would, each time it is asked for, delete every file just before it is read. Threads share the folder: a
 * file is written under another name and renamed, and says itself what it is of.
 */
export class RatesFolder {
  readonly #of: RatesFolderOptions;
  readonly #lanes: Promise<void>[] = Array.from({ length: LANES }, () => Promise.resolve());
  #waiting = 0;
  /** Written since the last look; at first, whatever is there. */
  #unswept = Number.POSITIVE_INFINITY;
  #isSilent = false;
  /** Whether the folder was there when something was written last. */
  #isMade = false;

  constructor(options: RatesFolderOptions) {
    this.#of = options;
  }

  /** The day's file as it lies there; undefined: none that can be read. */
  async read(day: Day): Promise<Buffer | undefined> {
    try {
      const file = await open(this.#pathOf(day));
      try {
        const [{ mtimeMs }, now] = [await file.stat(), new Date()];
        const bytes = await file.readFile();
        if (mtimeMs < now.getTime() - UNUSED_MS) await file.utimes(now, now).catch(() => undefined);
        return bytes;
      } finally {
        await file.close();
      }
    } catch {
      return undefined;
    }
  }

  /** Writes the day's file, in place of the one before. */
  write(day: Day, bytes: Buffer): void {
    if (this.#waiting + bytes.length > MOST_WAITING_BYTES) return;
    this.#waiting += bytes.length;
    const lane = day % LANES;
    this.#lanes[lane] = (this.#lanes[lane] ?? Promise.resolve()).then(async () => {
      await this.#put(day, bytes);
      this.#waiting -= bytes.length;
    });
  }

  /** Resolves when all that was given until now is written. */
  async written(): Promise<void> {
    await Promise.all(this.#lanes);
  }

  async #put(day: Day, bytes: Buffer): Promise<void> {
    const { folder, mostBytes } = this.#of;
    const fresh = `${this.#pathOf(day)}.${String(process.pid)}.${crypto.randomUUID()}`;
    try {
      if (!this.#isMade) await folderMade(folder, 0o700);
      this.#isMade = true;
      await writeFile(fresh, bytes, { mode: 0o600 });
      await rename(fresh, this.#pathOf(day));
      this.#unswept += bytes.length;
      this.#isSilent = false;
      if (this.#unswept > mostBytes * SWEEP_SHARE) await this.#sweep();
    } catch (failure) {
      this.#isMade = false;
      await rm(fresh, { force: true }).catch(() => undefined);
      if (!this.#isSilent) this.#of.say(keptRatesUnwritable(folder, failureText(failure)));
      this.#isSilent = true;
    }
  }

  /** Brings the folder within its bound; what a process that ended left half written goes first. */
  async #sweep(): Promise<void> {
    const { folder, mostBytes } = this.#of;
    this.#unswept = 0;
    const now = Date.now();
    const found = await Promise.all(
      (await readdir(folder)).map(async (name): Promise<readonly File[]> => {
        const stats = await stat(path.join(folder, name)).catch(() => undefined);
        return stats === undefined ? [] : [{ name, bytes: stats.size, usedMs: stats.mtimeMs }];
      }),
    );
    const all = found.flat();
    const halfWritten = all.filter(({ name, usedMs }) => !NAME.test(name) && usedMs < now - HALF_WRITTEN_MS);
    const files = all.filter(({ name }) => NAME.test(name)).sort((a, b) => a.usedMs - b.usedMs);
    const isUnused = ({ usedMs }: File): boolean => usedMs < now - UNUSED_MS;
    let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const over = [...files.filter(isUnused), ...files.filter((file) => !isUnused(file)).reverse()].filter((file) => {
      const isOver = bytes > mostBytes;
      if (isOver) bytes -= file.bytes;
      return isOver;
    });
    for (const { name } of [...halfWritten, ...over]) await rm(path.join(folder, name), { force: true });
  }

  #pathOf(day: Day): string {
    return path.join(this.#of.folder, String(day));
  }
}
