/**
 * A decimal of any length, kept exactly: `digits` ÷ 10^`scale`. Money is summed in these, never in doubles, so that a total of a million
 * fills is right to the cent. `scale` is a whole number from 0 on.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** As files write it: a sign, digits, a point, an exponent; commas between thousands only where they stand in threes. */
const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/** The longest that a double is written in: sums of longer ones take time and room for each place, and no exchange writes any. */
const LONGEST = 400;

/** Reads `1,234.50`, `-0.001`, `1e-7`; undefined: the text is no decimal. A decimal comma is never guessed at. */
export function decimalIn(text: string): Decimal | undefined {
  if (text.length > LONGEST) return undefined;
  const match = PLAIN.exec(text.includes(',') && GROUPED.test(text) ? text.replaceAll(',', '') : text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return undefined;
  const digits = BigInt(`${whole}${fraction}`);
  return shifted({ digits: sign === '-' ? -digits : digits, scale: fraction.length }, Number(exponent));
}

/** × 10^places. */
function shifted({ digits, scale }: Decimal, places: number): Decimal {
  const left = scale - places;
  return left >= 0 ? { digits, scale: left } : { digits: digits * powerOfTen(-left), scale: 0 };
}

/** The shortest decimal that is this double: what its digits say, not its bits. Throws on NaN and infinities, which are no prices. */
export function decimalOf(value: number): Decimal {
  const read = decimalIn(String(value));
  if (read === undefined) throw new RangeError(`no decimal: ${String(value)}`);
  return read;
}

const POWERS: bigint[] = [BigInt(1)];

function powerOfTen(exponent: number): bigint {
  for (let at = POWERS.length; at <= exponent; at += 1) POWERS.push((POWERS[at - 1] as bigint) * 10n);
  return POWERS[exponent] as bigint;
}

export function plus(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { digits: a.digits + b.digits, scale: a.scale };
  return a.scale > b.scale
    ? { digits: a.digits + b.digits * powerOfTen(a.scale - b.scale), scale: a.scale }
    : { digits: a.digits * powerOfTen(b.scale - a.scale) + b.digits, scale: b.scale };
}

export const negated = ({ digits, scale }: Decimal): Decimal => ({ digits: -digits, scale });
export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, negated(b));
export const times = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, scale: a.scale + b.scale });
export const isPositive = ({ digits }: Decimal): boolean => digits > 0n;
export const isZero = ({ digits }: Decimal): boolean => digits === 0n;
/** Below 0 where `a` is smaller, above 0 where it is larger. */
export const compared = (a: Decimal, b: Decimal): number => Number(signOf(minus(a, b).digits));

const signOf = (digits: bigint): bigint => (digits > 0n ? 1n : digits < 0n ? -1n : 0n);

/**
 * The quotient to 30 decimals, the nearest, halves away from zero: no sum of fewer than 10^27 of them is off by a cent. Throws where `b` is 0.
 */
export function quotient(a: Decimal, b: Decimal): Decimal {
  const places = QUOTIENT_DECIMALS + b.scale;
  const numerator = a.digits * powerOfTen(places);
  return rounded({ digits: halved(numerator, b.digits), scale: a.scale + QUOTIENT_DECIMALS }, QUOTIENT_DECIMALS);
}

const QUOTIENT_DECIMALS = 30;

/** a ÷ b to the nearest whole number, halves away from zero. */
function halved(a: bigint, b: bigint): bigint {
  const [top, bottom] = b < 0n ? [-a, -b] : [a, b];
  const twice = 2n * (top < 0n ? -top : top) + bottom;
  const size = twice / (2n * bottom);
  return top < 0n ? -size : size;
}

/** To so many decimals, halves away from zero. A decimal that has fewer stays as it is. */
export function rounded(value: Decimal, decimals: number): Decimal {
  if (value.scale <= decimals) return value;
  return { digits: halved(value.digits, powerOfTen(value.scale - decimals)), scale: decimals };
}

/** Written out with exactly so many decimals; undefined: with those it has, none of them a 0 at the end. `-0.00` is `0.00`. */
export function written(value: Decimal, decimals?: number): string {
  const exact = decimals === undefined ? value : rounded(value, decimals);
  const scale = decimals ?? exact.scale;
  const digits = exact.digits * powerOfTen(scale - exact.scale);
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const [whole, fraction] = [text.slice(0, text.length - scale), text.slice(text.length - scale)];
  const kept = decimals === undefined ? fraction.replace(/0+$/, '') : fraction;
  return `${digits < 0n ? '-' : ''}${whole}${kept === '' ? '' : `.${kept}`}`;
}

/** The nearest double, for what is shown and compared, not summed. */
export const numberOf = (value: Decimal): number => Number(written(value));
