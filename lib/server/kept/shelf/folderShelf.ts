import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LRUCache } from 'lru-cache';
import { failureText } from '../../../domain/failure';
import { sha256 } from '../../../evidence/sha256';
import type { Rests } from '../../../store/connection/reading';
import { folderMade } from '../../../store/embedded/folder';
import { keptFolderUnwritable } from '../../../words/en/keptAnswers';
import { fileOf, readFileOf, type ReadFile } from './shelvedFile';
import type { Shelf, Shelved } from './shelf';

export interface FolderShelfOptions {
  readonly folder: string;
  readonly mostBytes: number;
  readonly fingerprint: (rests: Rests) => Promise<string>;
  /** Told one line where nothing can be written, once until something can again. */
  readonly say: (line: string) => void;
}

interface File {
  readonly bytes: number;
  /** When the file's own time was set last, ms since 1970. */
  touchedMs: number;
}

/** One answer must not push out all others: it is this share of the bytes at most. */
const MOST_SHARE = 1 / 4;
/** Uses closer together are not written down: after a restart they count as one. */
const TOUCH_MS = 3_600_000;
/** What another process began to write so long ago it never ended. */
const HALF_WRITTEN_MS = 60_000;

const NAME = /^[0-9a-f]{64}$/;

/** A folder of answers, one a file, bounded by bytes: those used longest ago are deleted first. */
export class FolderShelf implements Shelf {
  readonly #of: FolderShelfOptions;
  readonly #files: LRUCache<string, File>;
  #isSilent = false;

  private constructor(options: FolderShelfOptions) {
    this.#of = options;
    this.#files = new LRUCache({
      maxSize: options.mostBytes,
      sizeCalculation: ({ bytes }) => bytes,
      dispose: (_, name, reason) => {
        if (reason !== 'set') void rm(this.#pathOf(name), { force: true }).catch(() => undefined);
      },
    });
  }

  /** A folder that is not there, or cannot be read, is an empty one. */
  static async open(options: FolderShelfOptions): Promise<FolderShelf> {
    const shelf = new FolderShelf(options);
    await shelf.#readFolder();
    return shelf;
  }

  has(key: string): boolean {
    return this.#files.has(sha256(key));
  }

  async take(key: string): Promise<Shelved | undefined> {
    const name = sha256(key);
    if (!this.#files.has(name)) return undefined;
    const found = await this.#read(name, key);
    if (found === undefined) {
      this.#files.delete(name);
      return undefined;
    }
    const { fingerprint, ...shelved } = found;
    if ((await this.#of.fingerprint(found.rests)) !== fingerprint) {
      this.#files.delete(name);
      return undefined;
    }
    this.used(key);
    return shelved;
  }

  used(key: string): void {
    const name = sha256(key);
    const file = this.#files.get(name);
    const now = Date.now();
    if (file === undefined || now - file.touchedMs < TOUCH_MS) return;
    file.touchedMs = now;
    void utimes(this.#pathOf(name), new Date(now), new Date(now)).catch(() => undefined);
  }

  fingerprint(rests: Rests): Promise<string> {
    return this.#of.fingerprint(rests);
  }

  async put(key: string, shelved: Shelved, fingerprint: string): Promise<void> {
    const { folder, mostBytes } = this.#of;
    const bytes = fileOf(shelved, key, fingerprint);
    if (bytes.length > mostBytes * MOST_SHARE) return;
    const name = sha256(key);
    const fresh = `${this.#pathOf(name)}.${String(process.pid)}`;
    try {
      await folderMade(folder, 0o700);
      await writeFile(fresh, bytes, { mode: 0o600 });
      await rename(fresh, this.#pathOf(name));
      this.#files.set(name, { bytes: bytes.length, touchedMs: Date.now() });
      this.#isSilent = false;
    } catch (failure) {
      await rm(fresh, { force: true }).catch(() => undefined);
      if (!this.#isSilent) this.#of.say(keptFolderUnwritable(folder, failureText(failure)));
      this.#isSilent = true;
    }
  }

  async #read(name: string, key: string): Promise<ReadFile | undefined> {
    try {
      return readFileOf(await readFile(this.#pathOf(name)), key);
    } catch {
      return undefined;
    }
  }

  #pathOf(name: string): string {
    return path.join(this.#of.folder, name);
  }

  async #readFolder(): Promise<void> {
    const names = await readdir(this.#of.folder).catch(() => []);
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await stat(this.#pathOf(name)).catch(() => undefined);
        return found === undefined ? [] : [{ name, bytes: found.size, touchedMs: found.mtimeMs }];
      }),
    );
    for (const { name, bytes, touchedMs } of files.flat().sort((a, b) => a.touchedMs - b.touchedMs)) {
      if (NAME.test(name) && bytes > 0) this.#files.set(name, { bytes, touchedMs });
      else if (NAME.test(name) || touchedMs < Date.now() - HALF_WRITTEN_MS)
        await rm(this.#pathOf(name), { force: true }).catch(() => undefined);
    }
  }
}
