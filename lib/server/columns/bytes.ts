/** Room for numbers that is used again and again: what is in it belongs to the last call alone. */
export function reusedRoom(): (count: number) => Float64Array {
  let room = new Float64Array(0);
  return (count) => {
    if (room.length < count) room = new Float64Array(count);
    return room;
  };
}

const zigZagRoom = reusedRoom();

/** Bytes as they are written, one after the other; whole numbers little-endian. */
export class Bytes {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = value;
  }

  all(values: ArrayLike<number>): void {
    this.#room(values.length);
    this.#bytes.set(values, this.#length);
    this.#length += values.length;
  }

  uint32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 0xff);
  }

  /**
   * Whole numbers up to 2^52 either side of 0: how many bytes each takes, then the lowest byte of all of them, the next of all
   * of them and so on. Zig-zag: 0, −1, 1, −2 … are 0, 1, 2, 3 ….
   */
  integers(values: ArrayLike<number>): void {
    const count = values.length;
    const zigZagged = zigZagRoom(count);
    let most = 0;
    for (let i = 0; i < count; i += 1) {
      const value = values[i] as number;
      const written = value < 0 ? -2 * value - 1 : 2 * value;
      zigZagged[i] = written;
      if (written > most) most = written;
    }
    let width = 0;
    for (let rest = most; rest >= 1; rest = Math.floor(rest / 256)) width += 1;
    this.byte(width);
    this.#room(width * count);
    for (let plane = 0, weight = 1; plane < width; plane += 1, weight *= 256) {
      const [start, bytes] = [this.#length, this.#bytes];
      // Bytes of a number beyond 2^32 are not to be had by its bits.
      if (most < 2 ** 32)
        for (let i = 0; i < count; i += 1) bytes[start + i] = ((zigZagged[i] as number) >>> (8 * plane)) & 0xff;
      else for (let i = 0; i < count; i += 1) bytes[start + i] = Math.floor((zigZagged[i] as number) / weight) % 256;
      this.#length += count;
    }
  }

  /** IEEE 754 doubles: the first byte (sign and exponent) of all of them, the second of all of them and so on. */
  doubles(values: ArrayLike<number>): void {
    const count = values.length;
    const own = new DataView(new ArrayBuffer(8 * count));
    for (let i = 0; i < count; i += 1) own.setFloat64(8 * i, values[i] as number);
    this.#room(8 * count);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let plane = 0; plane < 8; plane += 1)
      for (let i = 0; i < count; i += 1, at += 1) bytes[at] = own.getUint8(8 * i + plane);
    this.#length = at;
  }

  /** A bit a value, 0 for a hole (NaN): eight to a byte, the first in the lowest bit; the last byte is filled up with 0. */
  present(values: Float64Array): void {
    const out = new Uint8Array(Math.ceil(values.length / 8));
    for (let i = 0; i < values.length; i += 1)
      if (!Number.isNaN(values[i])) out[i >> 3] = (out[i >> 3] as number) | (1 << (i & 7));
    this.all(out);
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #room(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
