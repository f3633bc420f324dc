import type { Line } from '../line';

/** Enough rows that handing them on costs little, few enough to hold. */
const ROWS_AT_ONCE = 4_096;

export const headerLine = (names: readonly string[]): Line => ({ number: 0, text: names.join(','), cells: names });

/** Rows of a table as lines, a few thousand at a time; `first`: the number of its first row in the file, from 1. */
export function* rowLines(
  rows: number,
  columns: readonly ((row: number) => string)[],
  first: number,
): Generator<readonly Line[]> {
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const lines: Line[] = [];
    for (let row = from; row < Math.min(rows, from + ROWS_AT_ONCE); row += 1) {
      const cells = columns.map((column) => column(row));
      lines.push({ number: first + row, text: cells.join(','), cells });
    }
    yield lines;
  }
}
