import type { CalendarColumn } from './calendar';

/** A cell of the calendar, counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

const STEPS: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/**
 * The cell that an arrow key leads to: the next one in its direction, over a gap, which has no cells. The cell itself at the
 * edge of the calendar; undefined for any other key.
 */
export function cellAfter(key: string, at: Cell, rows: number, columns: readonly CalendarColumn[]): Cell | undefined {
  const step = STEPS[key];
  if (step === undefined) return undefined;
  let column = at.column + step.column;
  while (columns[column]?.kind === 'gap') column += step.column;
  const row = at.row + step.row;
  return columns[column]?.kind === 'day' && row >= 0 && row < rows ? { row, column } : at;
}
