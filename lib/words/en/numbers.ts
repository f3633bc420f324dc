/** The minus sign of typography; a hyphen beside figures is read as a dash. */
const MINUS = '\u2212';

const signed = (value: number, text: string): string => (value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text);

const kept = new Map<string, Intl.NumberFormat>();
/** The form of a figure. Making one takes a hundred times as long as writing a figure with it, so each is made once. */
function figures(form: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = JSON.stringify(form);
  const made = kept.get(name) ?? new Intl.NumberFormat('en-US', form);
  kept.set(name, made);
  return made;
}

const fixed = (value: number, decimals: number): string =>
  figures({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(Math.abs(value));

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
      ? figures({ maximumFractionDigits: 2 })
      : figures({ maximumSignificantDigits: PRICE_DIGITS });
  return signed(price, digits.format(size));
}

const SUBSCRIPT_ZERO = 0x2080;
const subscript = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCodePoint(SUBSCRIPT_ZERO + Number(digit)));

/** Four zeros or more behind the point are counted, as price lists of the field do: 0.00001235 is "0.0₄1235", 3.3 × 10⁻¹³ "0.0₁₂33". */
const countedZeros = (price: string): string =>
  price.replace(
    /^(\D?0\.0)(0{3,})(?=[1-9])/,
    (_, begins: string, zeros: string) => `${begins}${subscript(zeros.length + 1)}`,
  );

/** A price beside an axis, where there is little room: as `formatPrice`, but many zeros are counted. */
export const axisPrice = (price: number): string => countedZeros(formatPrice(price));

/**
 * A price at its mark in a chart: three significant digits, and never fewer than stand before the point: 0.00100116 is "0.001",
 * 4,138.47 "4,138". The tables and the crosshair write it in full.
 */
export const labelPrice = (price: number): string =>
  countedZeros(formatPrice(Math.abs(price) >= 100 ? Math.round(price) : Number(price.toPrecision(3))));

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

/** A ratio that a reader may choose has six decimals; half of it seven, which are five of a percent. */
const LEVEL_DECIMALS = 5;

/** A level as percent, exactly and without needless decimals: 0.02 is "2 %", 0.125 is "12.5 %", 0.0125 ÷ 2 is "0.625 %", −0.5 is "−50 %". */
export const formatLevel = (ratio: number): string => percentOf(ratio, LEVEL_DECIMALS);

/** A part of a whole as percent, rounded, without needless decimals: 1 ÷ 3 is "33.33 %". */
export const formatShare = (ratio: number): string => percentOf(ratio, 2);

const percentOf = (ratio: number, maximumFractionDigits: number): string =>
  `${signed(ratio, figures({ maximumFractionDigits }).format(Math.abs(ratio) * 100))} %`;

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

/** A deviation as percent with its sign: "−99.97 %", "+5.00 %". What rounds to nothing carries no sign. */
export function signedPercent(ratio: number): string {
  const text = formatRatio(ratio);
  return ratio > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** From here on two digits are written; nearer to 0 only that it is not 0. */
const LEAST_WRITTEN = 1e-6;

/** A ratio as percent with its sign; one that is not 0 is never written as if it were. */
export function finePercent(ratio: number): string {
  const text = signedPercent(ratio);
  if (ratio === 0 || /[1-9]/.test(text)) return text;
  const size = Math.abs(ratio) * 100;
  const sign = ratio < 0 ? MINUS : '+';
  return Math.abs(ratio) < LEAST_WRITTEN
    ? 'less than 0.0001 %'
    : `${sign}${figures({ maximumSignificantDigits: 2 }).format(size)} %`;
}

/** What a figure leaves unknown, as percent: "± 4.61 %", "± 0.0012 %"; of nothing "± 0 %". */
export const plusMinus = (ratio: number): string =>
  ratio === 0 ? '± 0 %' : `± ${finePercent(ratio).replace('+', '').replace('less than ', '<')}`;

/** How far, without the side: "99.97 %". What is not 0 is never written as 0, nor a fall short of everything as 100 %. */
export function distance(ratio: number): string {
  const text = formatRatio(ratio).replace(MINUS, '');
  return text === '0.00 %' && ratio !== 0 ? 'less than 0.01 %' : text;
}

/** How many times as much, to three digits: "0.034 times", "1,000 times". */
export const factorWords = (factor: number): string =>
  `${figures({ maximumSignificantDigits: 3 }).format(factor)} times`;

/** Whole things, in groups of three. */
export const count = (value: number): string => figures({ maximumFractionDigits: 0 }).format(value);

/** How far rounding may move a price that is written with its column's decimals: a tenth of a basis point. */
const ROUNDING = 1e-5;

/**
 * Writes the prices of one column with the same decimals, so that the points stand under one another. A price that this
 * would change by more than `ROUNDING` of itself is written on its own terms.
 */
export function pricesAlike(prices: readonly (number | null)[]): (value: number) => string {
  const largest = Math.max(...prices.flatMap((value) => (value === null || value === 0 ? [] : [Math.abs(value)])));
  const decimals = Number.isFinite(largest)
    ? Math.min(12, Math.max(2, PRICE_DIGITS - 1 - Math.floor(Math.log10(largest))))
    : 2;
  const alike = figures({ minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (value) =>
    Math.abs(Number(value.toFixed(decimals)) - value) <= Math.abs(value) * ROUNDING
      ? alike.format(value)
      : formatPrice(value);
}

/** A price as its venue said it, to the last digit a float carries. */
export const rawPrice = (value: number): string => figures({ maximumSignificantDigits: 15 }).format(value);

/** An amount of an asset or of money: 98,726.74. Six significant digits, and never fewer than its whole part. */
export const amount = (value: number): string =>
  Math.abs(value) >= 10_000
    ? figures({ maximumFractionDigits: 2 }).format(value)
    : figures({ maximumSignificantDigits: PRICE_DIGITS }).format(value);

/** A sentence in which no figure is torn from its unit or its sign at the end of a line. */
export const unbroken = (sentence: string): string =>
  sentence.replace(/(\d) (?=%|USDT?\b|min\b|h\b|d\b|UTC\b)/g, '$1\u00A0').replace(/± (?=\d)/g, '±\u00A0');

/** `2025-10-10T21:20Z` as "2025-10-10 21:20". The word UTC stands beside it, once a column. */
export const utc = (iso: string): string => iso.slice(0, 16).replace('T', ' ');
/** "21:20". */
export const clock = (iso: string): string => iso.slice(11, 16);
export const dayPart = (iso: string): string => iso.slice(0, 10);
/** `2025-10-10 21:20` of milliseconds since 1970, in UTC; the word UTC stands beside it. */
export const formatUtc = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
