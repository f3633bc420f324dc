/** A cell as RFC 4180 writes it: quoted where it holds a comma, a quote or a line break; a hole is empty. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of any text, the head first. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;
