import { brokenWords } from '../../../words/en/formats';

const PER_SECOND = 1_000_000_000n;

/**
 * An instant, nanoseconds since 1970, as ISO 8601 with as many decimals of the second as it has. `zoned`: the format says that it is
 * UTC; without that it names no zone, and whoever reads it must be told.
 */
export function instantText(nanoseconds: bigint, zoned: boolean): string {
  const rest = ((nanoseconds % PER_SECOND) + PER_SECOND) % PER_SECOND;
  const date = new Date(Number((nanoseconds - rest) / PER_SECOND) * 1_000);
  if (Number.isNaN(date.getTime())) return String(nanoseconds);
  const decimals = rest === 0n ? '' : `.${String(rest).padStart(9, '0').replace(/0+$/, '')}`;
  return `${date.toISOString().slice(0, 19)}${decimals}${zoned ? 'Z' : ''}`;
}

/** The widest decimals, of 256 bits, have 76 digits (Arrow, Schema.fbs): no scale is larger. */
const LARGEST_SCALE = 76;

/** A whole number of 10^-scale as a decimal: 31415 with scale 3 is 31.415. Throws a `RangeError` for a scale that no decimal has. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (Math.abs(scale) > LARGEST_SCALE) throw new RangeError(brokenWords.scale(scale));
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Digits that tell any two numbers of 32 bits apart. */
const FLOAT32_DIGITS = 9;

/** The shortest decimal that is this number of 32 bits: 3.56, where its double would print 3.559999942779541. */
function float32Text(value: number): string {
  for (let digits = 1; digits < FLOAT32_DIGITS; digits += 1) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(Number(value.toPrecision(FLOAT32_DIGITS)));
}

/** A value as a cell: empty where there is none, a number in its shortest exact decimals. */
export function cellText(value: unknown, isFloat32 = false): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return isFloat32 && Number.isFinite(value) ? float32Text(value) : String(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value === null || value === undefined
        ? ''
        : JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
  }
}
