/** Values made before, by what they were made from, up to so many bytes; the least lately used go first. */
export class ByteCache<T> {
  readonly #values = new Map<string, T>();
  readonly #mostBytes: number;
  readonly #bytesOf: (value: T) => number;
  #bytes = 0;

  constructor(mostBytes: number, bytesOf: (value: T) => number) {
    this.#mostBytes = mostBytes;
    this.#bytesOf = bytesOf;
  }

  get(key: string): T | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  /** A value larger than the whole cache is not stored. */
  put(key: string, value: T): void {
    const before = this.#values.get(key);
    if (before !== undefined) this.#bytes -= this.#bytesOf(before);
    this.#values.delete(key);
    this.#values.set(key, value);
    this.#bytes += this.#bytesOf(value);
    for (const [oldest, old] of this.#values) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#values.delete(oldest);
      this.#bytes -= this.#bytesOf(old);
    }
  }
}
