import type { RowShape } from './rowShape';

/** Whether a row has a cell for every column and, unless it may, no more, empty ones at its end aside. */
export function isWhole(cells: readonly string[], { width, mayBeWider }: RowShape['layout']): boolean {
  if (cells.length === width) return true;
  return cells.length > width && (mayBeWider === true || cells.slice(width).every((cell) => cell.trim() === ''));
}
