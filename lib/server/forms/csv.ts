import type { Cell, Table } from './table';

/** A row as RFC 4180 writes it, but for its end, a line feed alone: quotes where a text needs them; a hole is empty. */
const line = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\n`;

function written(cell: Cell): string {
  if (typeof cell !== 'string') return String(cell ?? '');
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Rows of any text, the head first. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string => rows.map(line).join('');

/** The head of a table as CSV, with its line feed. */
export const csvHead = (table: Table): string => line(table.map(({ name }) => name));

/** The rows of a table as CSV, without its head. */
export const csvRows = (table: Table): string =>
  (table[0]?.values ?? []).map((_, i) => line(table.map(({ values }) => values[i] ?? null))).join('');

/** The whole table as CSV. */
export const csvText = (table: Table): string => `${csvHead(table)}${csvRows(table)}`;
