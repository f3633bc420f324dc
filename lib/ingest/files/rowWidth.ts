/** Whether a row has a cell for every column and no more, empty ones at its end aside. */
export function isWidth(cells: readonly string[], width: number): boolean {
  if (cells.length === width) return true;
  return cells.length > width && cells.slice(width).every((cell) => cell.trim() === '');
}
