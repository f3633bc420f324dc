import type { Refusal } from './refusal';

declare const unit: unique symbol;

/**
 * A value that carries its unit in its type, so that a day cannot pass for a minute.
 * Casts to a unit live only in the constructors that check.
 */
export type Unit<T, Name extends string> = T & { readonly [unit]: Name };

/** The outcome of reading what a person or a script wrote: the value, or what is wrong with it. */
export type Parsed<T, E = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const parsed = <T>(value: T): Parsed<T, never> => ({ ok: true, value });
export const refused = (error: Refusal): Parsed<never> => ({ ok: false, error });

/** Where a text of the program's own, or of a contract, cannot be read: nobody's input causes it. */
export const brokenPromise = (refusal: Refusal): Error =>
  new Error(`a text that is promised to be readable is not: ${JSON.stringify(refusal)}`);

/** The value of a text that is promised to be readable: one of the program's own, or of a contract. */
export function promised<T>(read: Parsed<T>): T {
  if (!read.ok) throw brokenPromise(read.error);
  return read.value;
}
