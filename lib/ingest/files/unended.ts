import type { Layout } from './columns';

/** The last row of a text that no line end closes: its last value may be the beginning of one. */
export interface Unended {
  readonly line: number;
  /** Its last value, as it is written. */
  readonly value: string;
  /** Whether it is cut off: every other row writes that column with more decimals, all with as many, zeros at the end too. */
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
  /** Whether zeros at the end are written out. Where they are not, a value with fewer decimals than the others is whole. */
  #hasZeros = false;
  readonly #isRead: boolean;

  constructor({ places, width }: Pick<Layout, 'places' | 'width'>) {
    this.#isRead = Object.values(places).includes(width - 1);
  }

  take(cells: readonly string[]): void {
    if (!this.#isRead) return;
    const value = cells.at(-1)?.trim() ?? '';
    const decimals = written(value);
    this.#rows += 1;
    this.#hasZeros ||= decimals > 0 && value.endsWith('0');
    this.#least = Math.min(this.#least, decimals);
    this.#most = Math.max(this.#most, decimals);
  }

  /** What the row in which a text ends leaves open; undefined: nothing. A quoted value is closed, and a word that is cut is another word. */
  unended(cells: readonly string[], line: number, text: string): Unended | undefined {
    const value = cells.at(-1)?.trim() ?? '';
    if (!this.#isRead || !/^(|.*[\d.,])$/.test(value) || text.trimEnd().endsWith('"')) return undefined;
    const decimals = written(value);
    const isTold = this.#rows >= TELLING_ROWS && this.#least > 0 && this.#least === this.#most;
    if (isTold && decimals === this.#least) return undefined;
    return { line, value, isCut: isTold && this.#hasZeros && decimals < this.#least };
  }
}
