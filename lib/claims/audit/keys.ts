type Held = Uint32Array | Uint8Array;

/** Whole numbers from 0 to 2³² − 1, or to 255, one after the other, in a row that grows. */
export class Numbers {
  #held: Held;
  #length = 0;

  constructor(readonly of: new (length: number) => Held = Uint32Array) {
    this.#held = new of(1_024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#held.length) {
      const longer = new this.of(2 * this.#held.length);
      longer.set(this.#held);
      this.#held = longer;
    }
    this.#held[this.#length] = value;
    this.#length += 1;
  }

  /** Of a place that was written; else NaN. */
  at(place: number): number {
    return place < this.#length ? (this.#held[place] ?? NaN) : NaN;
  }

  set(place: number, value: number): void {
    if (place < this.#length) this.#held[place] = value;
  }
}

/** FNV-1a of 64 bits (draft-eastlake-fnv): the offset basis in parts of 32, 16 and 16 bits; the prime is 2⁴⁰ + 435. */
const BASIS = [0xcbf29ce4, 0x8422, 0x2325] as const;
const PRIME = 435;
const HALF = 0xffff;

/** A text in 64 bits, the upper and the lower 32: FNV-1a over its UTF-16 units, which of ASCII are its bytes. No secret is kept by it. */
export function hashed(text: string): readonly [upper: number, lower: number] {
  let [upper, middle, low]: [number, number, number] = [...BASIS];
  for (let at = 0; at < text.length; at += 1) {
    low ^= text.charCodeAt(at);
    const shifted = ((middle << 16) | low) << 8;
    const lows = low * PRIME;
    const middles = middle * PRIME + (lows >>> 16);
    upper = (Math.imul(upper, PRIME) + shifted + (middles >>> 16)) | 0;
    middle = middles & HALF;
    low = lows & HALF;
  }
  return [upper >>> 0, ((middle << 16) | low) >>> 0];
}

const FREE = 0;

/**
 * Texts by 64 bits of each, numbered as they come: 8 bytes a text and 6 to 12 to find it, however long it is. Of 10 million texts two have the same bits with a chance of
 * 1 in 370,000 (10¹⁴ ÷ 2 ÷ 2⁶⁴).
 */
export class Keys {
  /** A place + 1. */
  #slots = new Uint32Array(2_048);
  readonly #ones = new Numbers();
  readonly #twos = new Numbers();

  get size(): number {
    return this.#ones.length;
  }

  /** The place of a text; of a new one it is the size before. */
  place(text: string): number {
    const [one, two] = hashed(text);
    const slot = this.#slotOf(one, two);
    const known = this.#slots[slot] ?? FREE;
    if (known !== FREE) return known - 1;
    const place = this.size;
    this.#ones.push(one);
    this.#twos.push(two);
    this.#slots[slot] = place + 1;
    if (3 * this.size > 2 * this.#slots.length) this.#widen();
    return place;
  }

  #slotOf(one: number, two: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = two & mask; ; slot = (slot + 1) & mask) {
      const known = this.#slots[slot] ?? FREE;
      if (known === FREE || (this.#ones.at(known - 1) === one && this.#twos.at(known - 1) === two)) return slot;
    }
  }

  #widen(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let place = 0; place < this.size; place += 1)
      this.#slots[this.#slotOf(this.#ones.at(place), this.#twos.at(place))] = place + 1;
  }
}
