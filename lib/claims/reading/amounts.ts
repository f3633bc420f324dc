import { compared, decimalIn, isPositive, isZero, negated, times, type Decimal } from '../../domain/decimal';

const exactly = (text: string): Decimal => decimalIn(text) as Decimal;

/**
 * What a market prints, with room on either side. Prices: a bitcoin is some 10⁹ rupiah or dong, a PEPE some 10⁻¹⁰ bitcoin, a BABYDOGE some 10⁻⁹
 * dollars. Quantities: of SHIB there are 5.9 × 10¹⁴, of SATS 2.1 × 10¹⁵; a wei is 10⁻¹⁸ ether. Worth, price × quantity in the quote: 10¹⁵ rupiah or dong
 * are some tens of billions of dollars, which no fill is worth.
 */
const BOUNDS = {
  price: { least: exactly('1e-16'), most: exactly('1e12') },
  quantity: { least: exactly('1e-18'), most: exactly('1e16') },
  worth: exactly('1e15'),
} as const;

/** A double of 17 digits at the least price has fewer. */
const MOST_DECIMALS = 36;

/** The double beside a decimal: exact to far more than the tenfold that is asked of it below. */
const near = ({ digits, scale }: Decimal): number => Number(digits) / 10 ** scale;

interface Bound {
  readonly least: Decimal;
  readonly most: Decimal;
}

/** Within a bound by tenfold on either side no decimal has to be compared, which takes longer than the rest of a row. */
const isWellWithin = (value: number, { least, most }: Bound): boolean =>
  value > 10 * near(least) && value < near(most) / 10;

const isWithin = (value: Decimal, bound: Bound): boolean =>
  isWellWithin(near(value), bound) || (compared(value, bound.least) >= 0 && compared(value, bound.most) <= 0);

export const isPrice = (value: Decimal): boolean => isWithin(value, BOUNDS.price);
export const isQuantity = (value: Decimal): boolean => isWithin(value, BOUNDS.quantity);
/** A fee may be 0, and below it where the venue pays. */
export const isFee = (value: Decimal): boolean =>
  isZero(value) || isQuantity(isPositive(value) ? value : negated(value));
/** Whether a fill of this quantity at this price is worth what a market can turn over. */
export const isWorth = (price: Decimal, quantity: Decimal): boolean =>
  near(price) * near(quantity) < near(BOUNDS.worth) / 10 || compared(times(price, quantity), BOUNDS.worth) <= 0;

/** A number and the unit behind it: `500DOGE`, `0.5 BTC`, `1,200.00`. */
export interface Amount {
  readonly number: string;
  /** In capitals; undefined: none is written. */
  readonly unit: string | undefined;
}

const AMOUNT = /^([+-]?[\d.,]+(?:[eE][+-]?\d+)?)\s*([A-Za-z][A-Za-z0-9]*)?$/;

/** Takes a cell apart. `symbol`, where it begins with a digit, says where the unit begins: `0.51INCH` of 1INCHUSDT is 0.5 1INCH. */
export function amountIn(text: string, symbol: string): Amount {
  const unit = /^\d/.test(symbol) ? ownUnit(text.toUpperCase(), symbol.toUpperCase()) : undefined;
  if (unit !== undefined) return { number: text.slice(0, -unit.length).trim(), unit };
  // A number that breaks off in its exponent has no unit E.
  const match = /[\d.]e$/i.test(text) ? null : AMOUNT.exec(text);
  return match === null ? { number: text, unit: undefined } : { number: match[1] ?? '', unit: match[2]?.toUpperCase() };
}

/** The longest beginning of the symbol, digits and letters, that the text ends with. */
function ownUnit(text: string, symbol: string): string | undefined {
  const named = /^\d+[A-Z][A-Z0-9]*/.exec(symbol)?.[0] ?? '';
  for (let length = named.length; length > 0 && /[A-Z]/.test(named.slice(0, length)); length -= 1)
    if (text.endsWith(named.slice(0, length))) return named.slice(0, length);
  return undefined;
}

/** Which sign stands before the decimals, as far as the numbers of a row show it. */
export interface Signs {
  /** Some number has a decimal comma. */
  readonly hasComma: boolean;
  /** Some number has a comma, and none says what it stands for. */
  readonly isUnclear: boolean;
}

/** `1.234` may be a thousand and some in one country and one and some in another, and so may `1,234`. */
const LONE_POINT = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
const LONE_COMMA = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const SEVERAL_GROUPS = /^[+-]?[1-9]\d{0,2}(?:,\d{3}){2,}$/;
const GROUPS = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;

/** Without a comma among the numbers there is nothing to tell. */
const NO_COMMA: Signs = { hasComma: false, isUnclear: false };

export function signsOf(numbers: readonly string[]): Signs {
  if (!numbers.some((text) => text.includes(','))) return NO_COMMA;
  const hasComma = numbers.some(isDecimalComma);
  return { hasComma, isUnclear: !hasComma && !numbers.some(showsPoint) };
}

/** A point that no thousands have, or commas that no decimals have: `0.5`, `1,234,567`. */
const showsPoint = (text: string): boolean =>
  SEVERAL_GROUPS.test(text) || (/\d\.\d|^[+-]?\.\d/.test(text) && !LONE_POINT.test(text) && !isDecimalComma(text));

const isDecimalComma = (text: string): boolean => text.includes(',') && !GROUPS.test(text);

/**
 * A number of a row whose numbers show these signs; undefined: it is none, has more than 36 decimals, or its comma or point may be of decimals or of
 * thousands. Bounds are the caller's.
 */
export function numberIn(text: string, { hasComma, isUnclear }: Signs): Decimal | undefined {
  if (hasComma && /[.,]/.test(text)) return undefined;
  if (isUnclear && (LONE_COMMA.test(text) || LONE_POINT.test(text))) return undefined;
  const value = decimalIn(text);
  return value === undefined || value.scale > MOST_DECIMALS ? undefined : value;
}
