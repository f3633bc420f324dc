/**
 * The medians of the others, and of all, of one set of values: each value is left out in turn without sorting again. What
 * sends columns and what reads them compute the same in the same order, so that a reference need not travel.
 */
export class Median {
  readonly #sorted: Float64Array;
  #count = 0;

  constructor(most: number) {
    this.#sorted = new Float64Array(most);
  }

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
  }

  /** NaN is not among the values. */
  add(value: number): void {
    if (value !== value) return;
    const sorted = this.#sorted;
    let at = this.#count;
    for (; at > 0 && (sorted[at - 1] as number) > value; at -= 1) sorted[at] = sorted[at - 1] as number;
    sorted[at] = value;
    this.#count += 1;
  }

  /** The median without one occurrence of `left`, which is among the values; NaN: of all of them. NaN below `least` values. */
  without(left: number, least: number): number {
    const count = left === left ? this.#count - 1 : this.#count;
    if (count < least || count === 0) return NaN;
    const upper = count >> 1;
    return count % 2 === 1 ? this.#at(upper, left) : (this.#at(upper - 1, left) + this.#at(upper, left)) / 2;
  }

  /** The value at a place when `left` is left out: whatever stands at `left` or behind it moves up by one. */
  #at(place: number, left: number): number {
    const value = this.#sorted[place] as number;
    return value >= left ? (this.#sorted[place + 1] as number) : value;
  }
}
