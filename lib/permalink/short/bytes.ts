/** Writes what a short address carries, byte by byte. */
export class ByteWriter {
  readonly bytes: number[] = [];

  /** A whole number from 0: seven bits a byte, the lowest first; the eighth says that more follow. */
  whole(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128);
    this.bytes.push(rest);
  }

  /** Bytes as they are, whose number their reader knows. */
  plain(bytes: readonly number[]): void {
    this.bytes.push(...bytes);
  }

  /** Its length in bytes, then UTF-8. */
  text(value: string): void {
    const utf8 = new TextEncoder().encode(value);
    this.whole(utf8.length);
    this.bytes.push(...utf8);
  }
}

/** Reads them back. Throws `RangeError` where they end too early, or hold no whole number or text. */
export class ByteReader {
  #at = 0;
  constructor(private readonly bytes: readonly number[]) {}

  get isAtEnd(): boolean {
    return this.#at === this.bytes.length;
  }

  whole(): number {
    let value = 0;
    for (let weight = 1; weight < 2 ** 53; weight *= 128) {
      const byte = this.#next();
      value += (byte % 128) * weight;
      if (byte < 128) return value;
    }
    throw new RangeError('a whole number without an end');
  }

  text(): string {
    const length = this.whole();
    const utf8 = Uint8Array.from({ length }, () => this.#next());
    return new TextDecoder('utf-8', { fatal: true }).decode(utf8);
  }

  plain(length: number): readonly number[] {
    return Array.from({ length }, () => this.#next());
  }

  #next(): number {
    const byte = this.bytes[this.#at];
    if (byte === undefined) throw new RangeError('bytes are missing');
    this.#at += 1;
    return byte;
  }
}
