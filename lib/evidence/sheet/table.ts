import type { Ink } from '../../charts/look/theme';
import { fitted } from '../../charts/look/textWidth';
import { widthOf, wrapped } from '../wrap';
import { line, rule, type Block } from './blocks';

/** A column of a sheet's table: its head, and a cell a row. */
export interface SheetColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly string[];
}

/** A table as it stands on a sheet. Of some rows the cells from `from` on are one text instead. */
export interface SheetTable {
  readonly columns: readonly SheetColumn[];
  readonly spans: readonly { readonly row: number; readonly from: number; readonly text: string }[];
  /** The row that the sentence is about. */
  readonly strong?: number | undefined;
}

const GAP = 14;
const LEAST_GAP = 9;
/** Of a row and of a line of its head, in letters' heights. */
const ROW = 1.42;
const LEAST_ROW = 1.2;
const HEAD_LINE = 1.18;
/** Bold figures are so much wider. */
const STRONG = 1.05;

const rowsOf = ({ columns }: SheetTable): number => columns[0]?.cells.length ?? Number.NaN;

interface Measured {
  readonly size: number;
  readonly widths: readonly number[];
  readonly heads: readonly (readonly string[])[];
}

/** The least widths of the columns: their cells on one line each, their heads on as many as need be. */
function measured({ columns, spans }: SheetTable, size: number): Measured {
  const widths = columns.map(({ head, cells }, at) => {
    const own = cells.filter((_, row) => !spans.some((span) => span.row === row && at >= span.from));
    const words = head.split(' ').map((word) => widthOf(word, size, 'sans'));
    return Math.ceil(Math.max(...words, ...own.map((cell) => widthOf(cell, size, 'sans') * STRONG)));
  });
  return { size, widths, heads: columns.map(({ head }, i) => wrapped(head, size, (widths[i] ?? NaN) + LEAST_GAP - 2)) };
}

const total = ({ widths }: Measured, gap: number): number =>
  widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1);

const headHeight = ({ heads, size }: Measured): number =>
  Math.max(...heads.map((lines) => lines.length)) * size * HEAD_LINE + size * 0.5;

/** A table on a sheet. */
export interface TableBlock extends Block {
  /** Whether all of its rows are there. */
  readonly isWhole: boolean;
}

/**
 * A table as large as it fits: in the largest of these sizes in which no cell is cut. A table too wide in the smallest has its cells cut, one too tall its
 * last rows.
 */
export function tableBlock(
  whole: SheetTable,
  {
    width,
    sizes,
    ink,
    height = Infinity,
  }: {
    readonly width: number;
    readonly sizes: readonly number[];
    readonly ink: Ink;
    readonly height?: number;
  },
): TableBlock {
  const table = cutTo(whole, sizes.at(-1) ?? NaN, height);
  const rows = rowsOf(table);
  const all = sizes.map((size) => measured(table, size));
  const fits = all.find((one) => total(one, GAP) <= width && headHeight(one) + rows * one.size * ROW <= height);
  const chosen = fits ?? measured(table, sizes.at(-1) ?? NaN);
  const { size } = chosen;
  const gap = total(chosen, GAP) <= width ? GAP : LEAST_GAP;
  const over = Math.max(0, total(chosen, gap) - width);
  const widest = chosen.widths.indexOf(Math.max(...chosen.widths));
  const widths = chosen.widths.map((one, i) => (i === widest ? one - over : one));
  // What is left over is spread between the columns, so that the last ends at the edge.
  const apart = gap + Math.max(0, width - total(chosen, gap)) / Math.max(1, widths.length - 1);
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((sum, one) => sum + one + apart, 0));
  const head = headHeight(chosen);
  const row = Math.min(size * ROW, Math.max(size * LEAST_ROW, (height - head) / rows));
  const at = (i: number, align: SheetColumn['align']): readonly [number, 'start' | 'end'] =>
    align === 'left' ? [lefts[i] ?? NaN, 'start'] : [(lefts[i] ?? NaN) + (widths[i] ?? NaN), 'end'];
  const rounded = (x: number): number => Math.round(x * 10) / 10;
  const parts: string[] = [];
  table.columns.forEach(({ align }, i) => {
    const [x, anchor] = at(i, align);
    const lines = chosen.heads[i] ?? [];
    lines.forEach((text, k) => {
      const baseline = head - size * 0.5 - (lines.length - 1 - k) * size * HEAD_LINE;
      parts.push(line(text, rounded(x), baseline, { size, colour: ink.quiet }, anchor));
    });
  });
  parts.push(rule(head - size * 0.1, 0, width, ink));
  for (let r = 0; r < rows; r += 1) {
    const baseline = head + r * row + row / 2 + size * 0.36;
    const span = table.spans.find((one) => one.row === r);
    const weight = table.strong === r ? 600 : 400;
    table.columns.forEach(({ align, cells }, i) => {
      if (span !== undefined && i >= span.from) return;
      const [x, anchor] = at(i, align);
      const text = i === widest && over > 0 ? fitted(cells[r] ?? '', size, widths[i] ?? NaN) : (cells[r] ?? '');
      if (text !== '') parts.push(line(text, rounded(x), baseline, { size, colour: ink.ink, weight }, anchor));
    });
    if (span !== undefined)
      parts.push(line(span.text, rounded(lefts[span.from] ?? NaN), baseline, { size, colour: ink.quiet }));
    if (r < rows - 1) parts.push(rule(head + (r + 1) * row, 0, width, ink, 'rule'));
  }
  return { svg: parts.join('\n'), height: head + rows * row, isWhole: rows === rowsOf(whole) };
}

/** As many rows as a height holds in letters of that size. */
function cutTo(table: SheetTable, size: number, height: number): SheetTable {
  const most = Math.floor((height - headHeight(measured(table, size))) / (size * LEAST_ROW));
  if (rowsOf(table) <= most) return table;
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, cells: column.cells.slice(0, Math.max(0, most)) })),
  };
}
