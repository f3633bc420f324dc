import { failureText } from '../../../../domain/failure';
import { BrokenJson } from './pieces';

/** A JSON value whose numbers are the texts they are written as: none goes through a double. */
export type JsonValue = string | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };
export type JsonObject = Readonly<Record<string, JsonValue>>;

export const isArray = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
export const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !isArray(value);

/** A text, passed over, or a number outside of one. */
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;
const QUOTE = '"';
/** An array of numbers alone, as files of candles hold a million of: cut at its commas, five times faster than parsed. A row has some dozen. */
const SHORT = 10_000;
const NUMBERS = /^\[\s*(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?\s*(?:,\s*(?!\])|(?=\])))+\]$/;

/**
 * Numbers are put in quotes before the text is parsed. What is no JSON before is none after: `01` becomes two values side by side.
 * Throws `BrokenJson`.
 */
export function jsonValue(text: string): JsonValue {
  if (text.length < SHORT && NUMBERS.test(text))
    return text
      .slice(1, -1)
      .split(',')
      .map((cell) => cell.trim());
  try {
    // A text of many millions of letters is more than a pattern can go through: that is a `RangeError`, as of brackets too deep.
    const quoted = text.replace(TEXT_OR_NUMBER, (found) => (found.startsWith(QUOTE) ? found : `"${found}"`));
    return JSON.parse(quoted) as JsonValue;
  } catch (error) {
    throw new BrokenJson(failureText(error));
  }
}

/** A value as a cell: a hole is empty, what is no single value its JSON. */
export function valueText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
