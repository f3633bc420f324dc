/** A cell of words that may hold commas and quotation marks (RFC 4180). */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A line of CSV with its end; a hole is empty. */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map((cell) => String(cell ?? '')).join(',')}\n`;
