/** The mark between a number's whole and its decimals. */
export type DecimalMark = 'point' | 'comma';

/** How files write that a value is not known. */
const HOLE = /^(|null|none|nan|n\/a|-)$/i;
/** A decimal as programs write it, with an exponent or without. */
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/i;
/** The smallest double has 324 places before its first digit, and is written with 17: exact sums take time for each place. */
const LONGEST = 400;
const WITH_COMMA = /^[+-]?\d+,\d+(?:e[+-]?\d+)?$/i;
/** `1,234.5`, `1.234,5`, `1'234`, `1 234`: digits in groups. */
const GROUPED = /^[+-]?\d{1,3}(?:([,.' \u00a0])\d{3})(?:\1\d{3})*(?:[,.]\d+)?$/;

export const isHole = (text: string): boolean => HOLE.test(text);
export const isDecimal = (text: string): boolean => text.length <= LONGEST && DECIMAL.test(text);
/** `3,56`: a decimal comma, or (three digits behind it) a comma between thousands. */
export const hasComma = (text: string): boolean => WITH_COMMA.test(text);

/** Whether a number's digits are in groups, with the marks of its file: then it is not read. */
export function isGrouped(text: string, decimal: DecimalMark): boolean {
  const match = GROUPED.exec(text);
  if (match === null) return false;
  const [mark, rest] = [match[1], text.replace(/^[+-]?\d{1,3}/, '')];
  // One group behind the file's own decimal mark is its decimals.
  const isDecimals = mark === (decimal === 'comma' ? ',' : '.') && /^[,.]\d{3}$/.test(rest);
  return !isDecimals;
}

/** A cell's number; NaN for a hole; undefined for a text that is neither. */
export function numberOf(cell: string | undefined, decimal: DecimalMark): number | undefined {
  const text = cell === undefined ? '' : cell.trim();
  if (isHole(text)) return NaN;
  if (decimal === 'comma') return text.includes('.') ? undefined : numberIn(text.replace(',', '.'));
  return numberIn(text);
}

const numberIn = (text: string): number | undefined => (isDecimal(text) ? Number(text) : undefined);

const EXPONENT = /e/i;
const ZERO = 48;

/** The decimal places that a number needs as it is written: 0.270 needs 2, 1e-8 needs 8, 5.6e-7 needs 8. */
export function decimalsIn(text: string): number {
  const dot = text.indexOf('.');
  const at = text.search(EXPONENT);
  let end = at === -1 ? text.length : at;
  if (dot !== -1) while (text.charCodeAt(end - 1) === ZERO) end -= 1;
  const written = dot === -1 ? 0 : end - dot - 1;
  return at === -1 ? written : Math.max(0, written - Number(text.slice(at + 1)));
}
