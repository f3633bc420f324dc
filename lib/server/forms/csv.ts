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

/** Some rows of a table as CSV, all of them where none is named. */
export const csvRows = (table: Table, from = 0, to = table[0]?.values.length): string => {
  const lines: string[] = [];
  for (let i = from; to !== undefined && i < to; i += 1) lines.push(line(table.map(({ values }) => values[i] ?? null)));
  return lines.join('');
};

/** Rows of a piece: some hundred kilobytes. */
const PIECE_ROWS = 1_000;

/** The whole table as CSV, piece by piece: of a week of sixteen venues its text is 50 MB. */
export function* csvPieces(table: Table): Generator<string, void, undefined> {
  yield csvHead(table);
  const rows = table[0]?.values.length;
  for (let from = 0; rows !== undefined && from < rows; from += PIECE_ROWS)
    yield csvRows(table, from, Math.min(from + PIECE_ROWS, rows));
}

/** The whole table as CSV. */
export const csvText = (table: Table): string => `${csvHead(table)}${csvRows(table)}`;
