/** The rows of a CSV by the names of its head; cells that hold no comma. */
export const rowsOf = (csv: string): readonly Readonly<Record<string, string>>[] => {
  const [head = '', ...rows] = csv.trimEnd().split('\n');
  const names = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [names[i] ?? '', cell])));
};
