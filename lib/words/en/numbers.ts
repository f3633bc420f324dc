/** The minus sign of typography; a hyphen beside figures is read as a dash. */
const MINUS = '\u2212';

const signed = (value: number, text: string): string => (value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text);

const fixed = (value: number, decimals: number): string =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    Math.abs(value),
  );

/** Digits that tell any two ticks of a price apart by eye; Intl allows 21, a float64 carries 17. */
const PRICE_DIGITS = 6;

/**
 * A price: 0.001, 3.594, 121,758.75. Six significant digits, and cents always, so that no digit before the point is ever
 * rounded away. Never in scientific notation; never 0 for a price that is not 0. NaN and infinities throw: a hole is not
 * a price and must be written in words.
 */
export function formatPrice(price: number): string {
  if (!Number.isFinite(price)) throw new RangeError(`not a price: ${String(price)}`);
  const size = Math.abs(price);
  const digits =
    size >= 10 ** (PRICE_DIGITS - 2)
      ? new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
      : new Intl.NumberFormat('en-US', { maximumSignificantDigits: PRICE_DIGITS });
  return signed(price, digits.format(size));
}

/** From ten times the price on, hundredths of a percent are noise. */
const WHOLE_PERCENT_FROM = 10;

/**
 * A ratio as percent: −0.99945 is "−99.95 %", 0.02 is "2.00 %"; from 1000 % on without decimals and grouped: "1,234 %".
 * What rounds to nothing carries no sign. A fall short of everything is never rounded up to "−100.00 %". Throws on NaN.
 */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) throw new RangeError(`not a ratio: ${String(ratio)}`);
  if (ratio > -1 && ratio <= -0.99995) return `${MINUS}99.99 %`;
  return `${signed(ratio, fixed(ratio * 100, Math.abs(ratio) >= WHOLE_PERCENT_FROM ? 0 : 2))} %`;
}

/** A level as percent without needless decimals: 0.02 is "2 %", 0.125 is "12.5 %", −0.5 is "−50 %". */
export function formatLevel(ratio: number): string {
  return `${signed(ratio, new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(Math.abs(ratio) * 100))} %`;
}

/** A span of whole minutes: "5 min", "1 h 05 min", "2 d 3 h 05 min". */
export function formatDuration(minutes: number): string {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`not a span of minutes: ${String(minutes)}`);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [
    days > 0 ? `${days} d` : '',
    hours > 0 ? `${hours} h` : '',
    rest > 0 || minutes === 0 ? `${minutes > 60 ? String(rest).padStart(2, '0') : String(rest)} min` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** `2025-10-10 21:20` of milliseconds since 1970, in UTC; the word UTC stands beside it. */
export const formatUtc = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
