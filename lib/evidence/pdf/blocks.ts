import type { Look, Paper } from './paper';

/** From one baseline to the next, as a multiple of the size. */
const LEADING = 1.38;
/** From the top of a line to its baseline. */
const ASCENT = 1.02;

/** A piece of text in a column of its own. Distances in points. */
interface Cell {
  /** Of the document's structure: `P`, `H1`, `TH`, `TD`. */
  readonly element: string;
  /** From the left edge of what it stands in. */
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
  readonly look: Look;
  readonly isAtEnd: boolean;
  /** An address of the web. */
  readonly href: string | undefined;
  /** The name of a page of the same document. */
  readonly leadsTo: string | undefined;
}

/** What is not torn at the end of a page: a paragraph, or a row of a table. */
export interface Block {
  readonly kind: 'text' | 'row';
  readonly cells: readonly Cell[];
  readonly height: number;
  /** Above it, unless it is the first of its page. */
  readonly space: number;
  readonly isRuled: boolean;
}

interface CellText {
  readonly text: string;
  readonly width: number;
  readonly look: Look;
  readonly element?: string;
  readonly isAtEnd?: boolean;
  readonly href?: string | undefined;
  readonly leadsTo?: string;
}

const RULE = '#d9dcd8';

/** A paragraph. */
export const paragraph = (paper: Paper, cell: CellText, space = 0): Block => {
  const placed = cellOf(paper, cell, 0, 'P');
  return { kind: 'text', cells: [placed], height: heightOf(placed), space, isRuled: false };
};

/** A row of a table, its cells beside one another with `gap` between them. */
export function row(paper: Paper, cells: readonly CellText[], gap: number, space: number): Block {
  let x = 0;
  const placed = cells.map((cell) => {
    const at = x;
    x += cell.width + gap;
    return cellOf(paper, cell, at, 'TD');
  });
  return { kind: 'row', cells: placed, height: Math.max(...placed.map(heightOf)), space, isRuled: true };
}

function cellOf(paper: Paper, cell: CellText, x: number, element: string): Cell {
  const { text, width, look } = cell;
  return {
    element: cell.element ?? element,
    x,
    width,
    lines: paper.linesOf(text, look, width),
    look,
    isAtEnd: cell.isAtEnd === true,
    href: cell.href,
    leadsTo: cell.leadsTo,
  };
}

const heightOf = ({ lines, look }: Cell): number => lines.length * look.size * LEADING;

export const totalHeight = (blocks: readonly Block[]): number =>
  blocks.reduce((height, block, i) => height + block.height + (i === 0 ? 0 : block.space), 0);

/** Blocks page by page. One that alone is higher than a page has a page of its own. Never empty. */
export function paged(blocks: readonly Block[], height: number): readonly (readonly Block[])[] {
  const pages: Block[][] = [[]];
  for (const block of blocks) {
    const page = pages.at(-1) as Block[];
    if (page.length > 0 && totalHeight([...page, block]) > height) pages.push([block]);
    else page.push(block);
  }
  return pages;
}

/** Draws blocks below one another from an upper left corner; rows that follow each other are one table. Returns where they end. */
export function drawBlocks(paper: Paper, blocks: readonly Block[], x: number, top: number, width: number): number {
  let y = top;
  let table: PDFKit.PDFStructureElement | undefined;
  for (const [i, block] of blocks.entries()) {
    if (i > 0) y += block.space;
    if (block.kind === 'text') {
      table?.end();
      table = undefined;
      drawCells(paper, block, x, y, undefined);
    } else {
      if (block.isRuled && i > 0)
        paper.decoration(() => {
          paper.rectangle({ x, y: y - block.space / 2, width, height: 0.5 }, RULE);
        });
      table ??= paper.group('Table');
      const line = paper.group('TR', table);
      drawCells(paper, block, x, y, line);
      line.end();
    }
    y += block.height;
  }
  table?.end();
  return y;
}

function drawCells(
  paper: Paper,
  block: Block,
  x: number,
  top: number,
  within: PDFKit.PDFStructureElement | undefined,
): void {
  for (const cell of block.cells) {
    const { lines, look, width, isAtEnd } = cell;
    paper.element(
      cell.element,
      () => {
        for (const [i, line] of lines.entries()) {
          const at = x + cell.x + (isAtEnd ? width - paper.widthOf(line, look) : 0);
          paper.write(line, at, top + look.size * (ASCENT + i * LEADING), look);
        }
      },
      within,
    );
    const place = { x: x + cell.x, y: top, width, height: heightOf(cell) };
    if (cell.href !== undefined) paper.linkTo(cell.href, place);
    if (cell.leadsTo !== undefined) paper.leadTo(cell.leadsTo, place);
  }
}
