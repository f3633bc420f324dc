/** Room for columns that are read one list after the other: each list lies where the one before it lay. Whoever reads into it has it alone until then. */
export class ColumnRoom {
  readonly #isShared: boolean;
  readonly #memory: ArrayBufferLike[] = [];
  #next = 0;

  /** `isShared`: another thread reads the columns where they lie. */
  constructor(isShared = false) {
    this.#isShared = isShared;
  }

  /** The next columns lie where the first lay. */
  clear(): void {
    this.#next = 0;
  }

  /** A column of holes. */
  doubles(length: number): Float64Array {
    return new Float64Array(this.#take(length * Float64Array.BYTES_PER_ELEMENT), 0, length).fill(NaN);
  }

  /** A column of zeros. */
  bytes(length: number): Uint8Array {
    return new Uint8Array(this.#take(length), 0, length).fill(0);
  }

  #take(bytes: number): ArrayBufferLike {
    const at = this.#next;
    this.#next += 1;
    const known = this.#memory[at];
    if (known !== undefined && known.byteLength >= bytes) return known;
    const fresh = this.#isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
    this.#memory[at] = fresh;
    return fresh;
  }
}
