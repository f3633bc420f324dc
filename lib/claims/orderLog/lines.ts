/** One line of a log, without its end; counted from 1, empty lines among them. `isCut`: it is longer than a line is read, and its end is left out. */
export interface LogLine {
  readonly number: number;
  readonly text: string;
  readonly isCut: boolean;
}

/** A line of a log has some hundred characters, with the whole of a request in it some thousand. */
export const MOST_LINE_CHARACTERS = 64_000;

/**
 * The lines of a log in UTF-8, as its bytes come, never more than one line in memory; empty ones are left out but counted. A longer line than is
 * read comes with its beginning alone, and says so. Any split of the bytes gives the same lines.
 */
export class LogLines {
  readonly #decoder = new TextDecoder('utf-8');
  #rest = '';
  #isCut = false;
  #number = 1;

  /** The lines that a chunk completes. */
  take(chunk: Uint8Array): readonly LogLine[] {
    return this.#cut(this.#decoder.decode(chunk, { stream: true }));
  }

  /** The last line, where no line end follows it. */
  end(): readonly LogLine[] {
    const lines = [...this.#cut(this.#decoder.decode())];
    const last = this.#line('');
    return last === undefined ? lines : [...lines, last];
  }

  #cut(text: string): readonly LogLine[] {
    const lines: LogLine[] = [];
    let at = 0;
    for (let end = text.indexOf('\n'); end !== -1; at = end + 1, end = text.indexOf('\n', at)) {
      const line = this.#line(text.slice(at, end));
      if (line !== undefined) lines.push(line);
      this.#number += 1;
    }
    this.#keep(text.slice(at));
    return lines;
  }

  #keep(text: string): void {
    const room = MOST_LINE_CHARACTERS + 1 - this.#rest.length;
    if (text.length > room) this.#isCut = true;
    this.#rest += text.slice(0, Math.max(0, room));
  }

  #line(end: string): LogLine | undefined {
    this.#keep(end);
    const [whole, wasCut] = [this.#rest, this.#isCut];
    this.#rest = '';
    this.#isCut = false;
    const text = !wasCut && whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    const isCut = text.length > MOST_LINE_CHARACTERS;
    if (text.trim() === '') return undefined;
    return { number: this.#number, text: isCut ? text.slice(0, MOST_LINE_CHARACTERS) : text, isCut };
  }
}
