import { isExampleName, RECONSTRUCTED } from '../domain/events/reconstructed';
import type { ClaimFile } from './reading/file';

const MARK = new TextEncoder().encode(RECONSTRUCTED);
const [FIRST = NaN] = MARK;
/** In UTF-16 each letter has a zero beside it. */
const LONGEST = 2 * MARK.length;

/** Whether a file is the worked example, or has rows of it: by its name, and by the mark in its bytes, wherever it stands and whatever the file is called. */
export class MarkWatch {
  #isSeen: boolean;
  #tail = new Uint8Array();

  constructor(name: string) {
    this.#isSeen = isExampleName(name);
  }

  get isSeen(): boolean {
    return this.#isSeen;
  }

  /** The next bytes of the file. */
  take(chunk: Uint8Array): void {
    if (this.#isSeen) return;
    const seam = joined(this.#tail, chunk.subarray(0, LONGEST));
    this.#isSeen = hasMark(seam) || hasMark(chunk);
    this.#tail = joined(this.#tail, chunk.slice(-LONGEST)).slice(-LONGEST);
  }
}

/** The same file, whose bytes are watched as they are read. */
export const watched = ({ name, chunks }: ClaimFile, watch: MarkWatch): ClaimFile => ({
  name,
  chunks: async function* () {
    for await (const chunk of chunks()) {
      watch.take(chunk);
      yield chunk;
    }
  },
});

function joined(before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}

/** A scan for its first letter is many times faster than decoding. */
function hasMark(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(FIRST); at !== -1; at = bytes.indexOf(FIRST, at + 1))
    if (isMarkAt(bytes, at)) return true;
  return false;
}

function isMarkAt(bytes: Uint8Array, at: number): boolean {
  let next = at;
  for (const letter of MARK) {
    if (bytes[next] === 0) next += 1;
    if (bytes[next] !== letter) return false;
    next += 1;
  }
  return true;
}
