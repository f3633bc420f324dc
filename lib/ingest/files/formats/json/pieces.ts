import { brokenWords } from '../../../../words/en/formats';

const [QUOTE, BACKSLASH, COMMA] = [34, 92, 44];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];
const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** No JSON, or cut off; the message is the cause alone. */
export class BrokenJson extends Error {}

/**
 * Cuts a JSON text that comes in chunks into its rows, each as it is written: the elements of one array of arrays or objects, or the
 * values of JSON Lines, of which one alone may be an envelope around rows.
 */
export class JsonPieces {
  /** How deep the rows lie: 1 in an array, 0 on lines of their own; undefined before it is known. */
  #base: 0 | 1 | undefined;
  #depth = 0;
  #inText = false;
  #escaped = false;
  /** What has come of a piece that has begun, as it came, and how long it is: joined once, not with every chunk. */
  #rest: string[] = [];
  #pending = 0;
  #ended = false;

  /** Whether the rows stand in one array. */
  get inArray(): boolean {
    return this.#base === 1;
  }

  /** How many characters of an unfinished piece are in memory. */
  get pending(): number {
    return this.#pending;
  }

  /** The pieces that end in a chunk. Throws `BrokenJson`. */
  take(chunk: string): readonly string[] {
    let from = 0;
    if (this.#base === undefined) {
      const begins = /^\uFEFF?\s*(\[(?=\s*[[{\]]))?/.exec(chunk);
      if (begins === null || begins[0].length === chunk.length) return this.#none(chunk);
      this.#base = begins[1] === undefined ? 0 : 1;
      this.#depth = this.#base;
      from = begins[0].length;
    }
    return this.#cut(chunk, this.#base, from);
  }

  /** A first chunk of blanks, or an array without an element. */
  #none(chunk: string): readonly string[] {
    if (chunk.includes('[')) {
      this.#base = 1;
      this.#depth = 1;
    }
    return [];
  }

  #cut(text: string, base: 0 | 1, from: number): readonly string[] {
    const pieces: string[] = [];
    let start = this.#pending > 0 ? 0 : -1;
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#inText = false;
      } else if (code === OPEN_ARRAY || code === OPEN_OBJECT) {
        if (this.#ended) throw new BrokenJson(brokenWords.follows);
        if (this.#depth === base) start = at;
        this.#depth += 1;
      } else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) {
        this.#depth -= 1;
        if (this.#depth === base) {
          pieces.push([...this.#rest, text.slice(start, at + 1)].join(''));
          this.#rest = [];
          this.#pending = 0;
          start = -1;
        } else if (this.#depth < base) {
          if (base === 0 || this.#ended) throw new BrokenJson(brokenWords.bracket);
          this.#ended = true;
        }
      } else if (start === -1) {
        if (!isBlank(code) && !(code === COMMA && base === 1 && !this.#ended))
          throw new BrokenJson(brokenWords.noRow(text.slice(at, at + 20)));
      } else if (code === QUOTE) this.#inText = true;
    }
    if (start !== -1) {
      this.#rest.push(text.slice(start));
      this.#pending += text.length - start;
    }
    return pieces;
  }

  /** Throws `BrokenJson` for a text that is cut off. */
  end(): void {
    if (this.#pending > 0 || (this.#base === 1 && !this.#ended)) throw new BrokenJson(brokenWords.cutOff);
  }
}
