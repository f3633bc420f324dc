/** What is wrong with columns that came from the server. */
export type ColumnsFlaw =
  | { readonly kind: 'not-columns' }
  /** Another version wrote them. */
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'length'; readonly said: number; readonly came: number }
  | { readonly kind: 'checksum' }
  | { readonly kind: 'content'; readonly part: string };

/** Bytes that are no columns this version can read. */
export class ColumnsUnreadable extends Error {
  readonly flaw: ColumnsFlaw;

  constructor(flaw: ColumnsFlaw) {
    super(JSON.stringify(flaw));
    this.name = 'ColumnsUnreadable';
    this.flaw = flaw;
  }
}

/** Whole numbers up to here are read by their bits. */
const MOST_BYTES_BY_BITS = 4;
const MOST_BYTES = 7;

/** Reads bytes one after the other; throws `ColumnsUnreadable` at their end. `part`: what is being read, for the message. */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  part = 'head';

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  flaw(): ColumnsUnreadable {
    return new ColumnsUnreadable({ kind: 'content', part: this.part });
  }

  take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw this.flaw();
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  byte(): number {
    return this.take(1)[0] as number;
  }

  uint32(): number {
    const [a = NaN, b = NaN, c = NaN, d = NaN] = this.take(4);
    return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
  }

  /** `count` whole numbers. */
  integers(count: number): Int32Array | Float64Array {
    const width = this.byte();
    if (width > MOST_BYTES) throw this.flaw();
    const planes = this.take(width * count);
    return width <= MOST_BYTES_BY_BITS ? byBits(planes, width, count) : byWeight(planes, width, count);
  }

  doubles(count: number): Float64Array {
    const planes = this.take(8 * count);
    const mixed = new Uint8Array(8 * count);
    for (let plane = 0, from = 0; plane < 8; plane += 1) {
      // A machine that keeps the lowest byte first, as all that run browsers do.
      for (let i = 0, to = 7 - plane; i < count; i += 1, to += 8, from += 1) mixed[to] = planes[from] as number;
    }
    return new Float64Array(mixed.buffer);
  }
}

function byBits(planes: Uint8Array, width: number, count: number): Int32Array {
  const out = new Int32Array(count);
  for (let plane = 0, from = 0; plane < width; plane += 1)
    for (let i = 0; i < count; i += 1, from += 1)
      out[i] = (out[i] as number) | ((planes[from] as number) << (8 * plane));
  for (let i = 0; i < count; i += 1) {
    const zigZagged = out[i] as number;
    out[i] = (zigZagged >>> 1) ^ -(zigZagged & 1);
  }
  return out;
}

function byWeight(planes: Uint8Array, width: number, count: number): Float64Array {
  const out = new Float64Array(count);
  for (let plane = 0, from = 0, weight = 1; plane < width; plane += 1, weight *= 256)
    for (let i = 0; i < count; i += 1, from += 1) out[i] = (out[i] as number) + (planes[from] as number) * weight;
  for (let i = 0; i < count; i += 1) {
    const zigZagged = out[i] as number;
    out[i] = zigZagged % 2 === 0 ? zigZagged / 2 : -(zigZagged + 1) / 2;
  }
  return out;
}
