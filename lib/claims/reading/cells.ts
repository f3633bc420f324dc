/** Between the cells of a line. */
export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * The cells of a row by RFC 4180, without the spaces around them; undefined: its quotes do not close, or something stands behind a closing one. The
 * rows of logs are mostly quoted, and csv-parse takes ten times as long for a row by itself; a test holds both to the same cells.
 */
export function cellsOf(text: string, delimiter: Delimiter): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter).map((cell) => cell.trim());
  const cells: string[] = [];
  for (let at = 0; ;) {
    const start = skipped(text, at);
    if (text[start] !== '"') {
      const end = text.indexOf(delimiter, at);
      const cell = text.slice(at, end === -1 ? text.length : end);
      if (cell.includes('"')) return undefined;
      cells.push(cell.trim());
      if (end === -1) return cells;
      at = end + 1;
      continue;
    }
    const close = closing(text, start + 1);
    if (close === -1) return undefined;
    cells.push(
      text
        .slice(start + 1, close)
        .replaceAll('""', '"')
        .trim(),
    );
    const behind = skipped(text, close + 1);
    if (behind === text.length) return cells;
    if (text[behind] !== delimiter) return undefined;
    at = behind + 1;
  }
}

const skipped = (text: string, from: number): number => {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
};

/** The quote that ends what begins at `from`; a doubled one is a part of it. */
function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

/** Whether a text ends within quotes: the row may go on in the next line. */
export function isOpen(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}
