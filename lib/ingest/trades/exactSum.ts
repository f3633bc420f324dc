/** Whole numbers up to this one are exact as doubles, whatever is added to them. */
const EXACT = 2 ** 53;
/** A factor below this one is exact after scaling, because the error of the two multiplications stays below one half. */
const SAFE_FACTOR = 2 ** 50;
const TEN = 10;

/** A decimal of so many places as a whole number: 0.27 of 2 places is 27. A number, or a bigint where that would not be exact. */
export function scaled(value: number, decimals: number): number | bigint {
  const whole = Math.round(value * TEN ** decimals);
  return whole < SAFE_FACTOR ? whole : digitsOf(value, decimals);
}

/** The same by the digits that the number is written with. */
function digitsOf(value: number, decimals: number): bigint {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const zeros = decimals + Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  return zeros >= 0 ? digits * 10n ** BigInt(zeros) : digits / 10n ** BigInt(-zeros);
}

/**
 * A sum of products of decimals, exact: the order of adding leaves no trace in it, and it comes to the number that its decimal
 * is written as. Terms are gathered by their decimal places, as whole numbers.
 */
export class ExactSum {
  /** By decimal places: what is below 2⁵³, and the rest. */
  readonly #small: number[] = [];
  readonly #large: bigint[] = [];

  /** Adds `a · b / 10^decimals`. */
  add(a: number | bigint, b: number | bigint, decimals: number): void {
    if (typeof a === 'number' && typeof b === 'number') {
      const product = a * b;
      if (product < EXACT) {
        const before = this.#small[decimals];
        const sum = before === undefined ? product : before + product;
        if (sum < EXACT) {
          this.#small[decimals] = sum;
          return;
        }
      }
    }
    const rest = this.#large[decimals];
    const term = BigInt(a) * BigInt(b);
    this.#large[decimals] = rest === undefined ? term : rest + term;
  }

  /** The sum, rounded once. */
  value(): number {
    const places = Math.max(this.#small.length, this.#large.length) - 1;
    if (places < 0) return 0;
    let total = 0n;
    for (let decimals = 0; decimals <= places; decimals += 1) {
      const [small, large] = [this.#small[decimals], this.#large[decimals]];
      if (small === undefined && large === undefined) continue;
      const by = 10n ** BigInt(places - decimals);
      if (small !== undefined) total += BigInt(small) * by;
      if (large !== undefined) total += large * by;
    }
    return Number(`${total.toString()}e-${String(places)}`);
  }
}
