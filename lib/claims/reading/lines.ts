import { parse } from 'csv-parse/browser/esm/sync';

/** One line of a file, without its end; counted from 1, empty lines among them. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** A line of an export has some hundred characters: what goes on for longer is not one. */
const MOST_LINE_CHARACTERS = 1_000_000;

/** A file without line ends: no lines to read. */
export class NoLines extends Error {}

/**
 * The lines of a text in UTF-8, as its bytes come, never the whole in memory; empty ones are left out but counted. Throws `NoLines` where
 * a line has more than a million characters.
 */
export class Lines {
  readonly #decoder = new TextDecoder('utf-8');
  #rest = '';
  #number = 1;

  /** The lines that a chunk completes. */
  take(chunk: Uint8Array): readonly Line[] {
    return this.#cut(this.#rest + this.#decoder.decode(chunk, { stream: true }));
  }

  /** The last line, where no line end follows it. */
  end(): readonly Line[] {
    const text = withoutReturn(this.#rest + this.#decoder.decode());
    this.#rest = '';
    return text === '' ? [] : [{ number: this.#number, text }];
  }

  #cut(text: string): readonly Line[] {
    const lines: Line[] = [];
    for (let at = 0, end = text.indexOf('\n'); ; at = end + 1, end = text.indexOf('\n', at)) {
      if (end === -1) {
        this.#rest = text.slice(at);
        if (this.#rest.length > MOST_LINE_CHARACTERS) throw new NoLines();
        return lines;
      }
      const line = withoutReturn(text.slice(at, end));
      if (line !== '') lines.push({ number: this.#number, text: line });
      this.#number += 1;
    }
  }
}

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

/** Between the cells of a line. */
export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * The cells of a line, without the spaces around them; undefined: its quotes do not close. Lines without quotes are split, which is several
 * times faster than csv-parse.
 */
export function cellsOf(text: string, delimiter: Delimiter): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter).map(trimmed);
  try {
    return (parse(text, { delimiter, relax_column_count: true })[0] ?? []).map(trimmed);
  } catch {
    return undefined;
  }
}

const trimmed = (cell: string): string => cell.trim();
