import type { ClaimFile } from './file';

/** Of each file the place of the first one before it that may be the same (`isOne`) and has the same bytes; undefined: none. Reads two files no further than they agree. */
export async function sameBytes(
  files: readonly ClaimFile[],
  isOne: (place: number, other: number) => boolean = () => true,
): Promise<readonly (number | undefined)[]> {
  const same: (number | undefined)[] = [];
  for (const [place, file] of files.entries()) {
    let found: number | undefined;
    for (const [before, other] of files.slice(0, place).entries()) {
      if (same[before] !== undefined || !isOne(before, place) || !(await areSame(other, file))) continue;
      found = before;
      break;
    }
    same.push(found);
  }
  return same;
}

async function areSame(one: ClaimFile, other: ClaimFile): Promise<boolean> {
  const [left, right] = [new Pieces(one), new Pieces(other)];
  try {
    for (;;) {
      const [a, b] = [await left.next(), await right.next()];
      if (a === undefined || b === undefined) return a === b;
      const length = Math.min(a.length, b.length);
      for (let at = 0; at < length; at += 1) if (a[at] !== b[at]) return false;
      left.took(length);
      right.took(length);
    }
  } finally {
    await left.end();
    await right.end();
  }
}

/** The bytes of a file, by pieces of which a part may be taken. */
class Pieces {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest = new Uint8Array();

  constructor(file: ClaimFile) {
    this.#chunks = file.chunks()[Symbol.asyncIterator]();
  }

  /** What was not taken yet; undefined: the file is at its end. */
  async next(): Promise<Uint8Array | undefined> {
    while (this.#rest.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) return undefined;
      this.#rest = next.value as Uint8Array<ArrayBuffer>;
    }
    return this.#rest;
  }

  took(bytes: number): void {
    this.#rest = this.#rest.subarray(bytes);
  }

  async end(): Promise<void> {
    await this.#chunks.return?.();
  }
}
