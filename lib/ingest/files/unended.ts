import type { Layout } from './columns';

/** The last row of a text that no line end closes: its last value may be the beginning of one. */
export interface Unended {
  readonly line: number;
  /** Its last value, as it is written. */
  readonly value: string;
  /** Whether it is certainly cut off: it has fewer decimals than any other row writes there. */
  readonly isCut: boolean;
}

/** So many rows show how many decimals a column is written with. */
const TELLING_ROWS = 10;

const DECIMALS = /(?:[.,](\d*))?$/;
/** The decimals as they are written, zeros at the end too. */
const written = (text: string): number => (DECIMALS.exec(text)?.[1] ?? '').length;

/** Watches the last column of a file for what its last row should look like. */
export class LastColumn {
  #rows = 0;
  #least = Infinity;
  #most = 0;
  readonly #isRead: boolean;

  constructor({ places, width }: Pick<Layout, 'places' | 'width'>) {
    this.#isRead = Object.values(places).includes(width - 1);
  }

  take(cells: readonly string[]): void {
    if (!this.#isRead) return;
    const decimals = written(cells.at(-1)?.trim() ?? '');
    this.#rows += 1;
    this.#least = Math.min(this.#least, decimals);
    this.#most = Math.max(this.#most, decimals);
  }

  /** What the row in which a text ends leaves open; undefined: nothing. A quoted value is closed, and a word that is cut is another word. */
  unended(cells: readonly string[], line: number, text: string): Unended | undefined {
    const value = cells.at(-1)?.trim() ?? '';
    if (!this.#isRead || !/^(|.*[\d.,])$/.test(value) || text.trimEnd().endsWith('"')) return undefined;
    const decimals = written(value);
    const isTold = this.#rows >= TELLING_ROWS && this.#least > 0;
    if (isTold && this.#least === this.#most && decimals === this.#least) return undefined;
    return { line, value, isCut: isTold && decimals < this.#least };
  }
}
