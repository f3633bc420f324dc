import { encodingOf, TELLING_BYTES } from './encoding';

/** One line of a file, without its end; counted from 1, empty lines among them. `isCut`: it is longer than a line is read, and its end is left out. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly isCut: boolean;
  /** The file ends in it, without a line end. */
  readonly isUnended?: true;
}

/** Whether the end of a line's last value may be lost: the file ends in it, without a line end. A quote that closes the value shows that it is whole. */
export const mayBeCutOff = ({ isUnended, text }: Line): boolean => isUnended === true && !text.trimEnd().endsWith('"');

/** A line of an export or a log has some hundred characters, with the whole of a request in it some thousand. */
export const MOST_LINE_CHARACTERS = 64_000;

/**
 * The lines of a text in UTF-8 or UTF-16, as its bytes come, never more than one line in memory; lines of blanks alone are left out but counted. They
 * end with a line feed, with or without a return before it; in a file that begins without line feeds, with a return. A longer line than is read comes
 * with its beginning alone, and says so. Any split of the bytes gives the same lines.
 */
export class Lines {
  #first: Uint8Array[] = [];
  #firstBytes = 0;
  #decoder: TextDecoder | undefined;
  #end = '\n';
  #rest = '';
  #isCut = false;
  #number = 1;

  /** The lines that a chunk completes. */
  take(chunk: Uint8Array): readonly Line[] {
    if (this.#decoder !== undefined) return this.#cut(this.#decoder.decode(chunk, { stream: true }));
    this.#first.push(chunk);
    this.#firstBytes += chunk.length;
    return this.#firstBytes < TELLING_BYTES ? [] : this.#begin();
  }

  /** The last line, where no line end follows it. */
  end(): readonly Line[] {
    const lines = [...(this.#decoder === undefined ? this.#begin() : []), ...this.#cut(this.#decoder?.decode() ?? '')];
    const isEnded = this.#rest.endsWith('\r');
    const last = this.#line('');
    return last === undefined ? lines : [...lines, isEnded ? last : { ...last, isUnended: true }];
  }

  /** Whether the line that is being read is longer than a line is read. */
  get isLong(): boolean {
    return this.#isCut;
  }

  #begin(): readonly Line[] {
    const all = new Uint8Array(this.#firstBytes);
    let at = 0;
    for (const chunk of this.#first) {
      all.set(chunk, at);
      at += chunk.length;
    }
    this.#first = [];
    const telling = all.subarray(0, TELLING_BYTES);
    const decoder = new TextDecoder(encodingOf(telling));
    const shows = new TextDecoder(decoder.encoding).decode(telling);
    if (!shows.includes('\n') && /\r(?!$)/.test(shows)) this.#end = '\r';
    this.#decoder = decoder;
    return this.#cut(decoder.decode(all, { stream: true }));
  }

  #cut(text: string): readonly Line[] {
    const lines: Line[] = [];
    let at = 0;
    for (let end = text.indexOf(this.#end); end !== -1; at = end + 1, end = text.indexOf(this.#end, at)) {
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

  #line(end: string): Line | undefined {
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
