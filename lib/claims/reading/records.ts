import { cellsOf, isOpen, type Delimiter } from './cells';
import type { Line } from './lines';

/** A row of a CSV: one line, or as many as its quotes go over. */
export interface CsvRow {
  /** Its first line; its text is that of all of them. */
  readonly line: Line;
  readonly lines: number;
  /** undefined: its quotes do not close, or something stands behind a closing one. */
  readonly cells: readonly string[] | undefined;
}

/** A cell of more lines is rather a quote that nobody closed. */
const MOST_JOINED = 100;

/**
 * Puts the lines of a CSV together where a line ends within quotes. A row of several lines has exactly as many cells as the head: else a lost quote
 * would take sound rows with it, and each line is read by itself.
 */
export class CsvRows {
  #open: Line[] = [];

  constructor(
    readonly delimiter: Delimiter,
    readonly width: number,
  ) {}

  take(line: Line): readonly CsvRow[] {
    if (this.#open.length === 0) {
      const cells = cellsOf(line.text, this.delimiter);
      // What could be taken apart has no quote open.
      if (line.isCut || cells !== undefined || !isOpen(line.text)) return [{ line, lines: 1, cells }];
      this.#open = [line];
      return [];
    }
    this.#open.push(line);
    if (!isOpen(line.text) && !line.isCut && this.#open.length < MOST_JOINED) return [];
    const text = this.#open.map((one) => one.text).join('\n');
    const cells = cellsOf(text, this.delimiter);
    const [first] = this.#open;
    if (first === undefined || cells?.length !== this.width) return this.#apart();
    const lines = this.#open.length;
    this.#open = [];
    return [{ line: { ...line, number: first.number, text }, lines, cells }];
  }

  /** Lines whose quotes no line closed. */
  end(): readonly CsvRow[] {
    const rows: CsvRow[] = [];
    while (this.#open.length > 0) rows.push(...this.#apart());
    return rows;
  }

  #apart(): readonly CsvRow[] {
    const [first, ...rest] = this.#open;
    this.#open = [];
    return first === undefined
      ? []
      : [{ line: first, lines: 1, cells: undefined }, ...rest.flatMap((line) => this.take(line))];
  }
}
