import { stringify } from 'csv-stringify/sync';

/** Rows of any text as RFC 4180 writes them, the head first; a hole is empty. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(rows.map((row) => [...row]));
