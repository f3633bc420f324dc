type Cell = string | number | boolean | null;

const cell = (value: Cell): string => {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A row of CSV (RFC 4180), with its end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\n`;
