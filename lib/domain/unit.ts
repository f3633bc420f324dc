declare const unit: unique symbol;

/**
 * A value that carries its unit in its type, so that a day cannot pass for a minute.
 * Casts to a unit live only in the constructors that check.
 */
export type Unit<T, Name extends string> = T & { readonly [unit]: Name };

/** The outcome of reading a text that a person or a script wrote: the value, or one line that names the mend. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const refused = (error: string): Parsed<never> => ({ ok: false, error });
