import type { SheetColumn, SheetTable } from '../../../evidence/sheet/table';

/** A table as people read it. */
interface Read {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Some columns of a table, in this order, for a picture; `strong`: the row it is about. */
export const sheetTable = (
  { head, rows }: Read,
  columns: readonly (readonly [place: number, align: SheetColumn['align']])[],
  strong?: number,
): SheetTable => ({
  columns: columns.map(([place, align]) => ({
    head: (head[place] ?? '').replaceAll('\n', ' '),
    align,
    cells: rows.map((row) => row[place] ?? ''),
  })),
  spans: [],
  strong,
});
