import type { Table } from './table';

/** The head of a table as CSV, with its line feed. */
export const csvHead = (table: Table): string => `${table.map(({ name }) => name).join(',')}\n`;

/** The rows of a table as CSV, without its head; a hole is empty. Nothing in a table (codes, figures, minutes) needs quotes. */
export function csvRows(table: Table): string {
  const rows = table[0]?.values ?? [];
  return rows.map((_, i) => `${table.map(({ values }) => String(values[i] ?? '')).join(',')}\n`).join('');
}

/** The whole table as CSV. */
export const csvText = (table: Table): string => `${csvHead(table)}${csvRows(table)}`;
