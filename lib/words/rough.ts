/** What a sentence says of a price that a rate converted: three digits, or of larger prices every whole unit. 0.00100116 is 0.001, 112,345.6 is 112,346. */
export const roughPrice = (price: number): number =>
  Number(price.toPrecision(Math.max(LEAST_DIGITS, Math.floor(Math.log10(Math.abs(price))) + 1)));

const LEAST_DIGITS = 3;
