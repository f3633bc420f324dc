import { parse } from 'lossless-json';
import { BrokenJson } from './pieces';

/** A JSON value whose numbers are the texts they are written as: none goes through a double. */
export type JsonValue = string | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };
export type JsonObject = Readonly<Record<string, JsonValue>>;

export const isArray = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
export const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !isArray(value);

/** Throws `BrokenJson`. */
export function jsonValue(text: string): JsonValue {
  try {
    return parse(text, undefined, { parseNumber: (written) => written }) as JsonValue;
  } catch (error) {
    throw new BrokenJson(error instanceof Error ? error.message : String(error));
  }
}

/** A value as a cell: a hole is empty, what is no single value its JSON. */
export function valueText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
