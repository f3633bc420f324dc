import { brokenWords } from '../../../words/en/formats';

/** Types of Thrift's compact protocol (thrift.apache.org, "Thrift Compact protocol encoding"). */
const [STOP, TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, STRUCT] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12];
/** A header of a page holds statistics in it, and no more. */
const DEEPEST = 4;
/** Fields of a page's header (parquet.thrift, PageHeader). */
const FIELD = { type: '1', unpacked: '2', packed: '3' } as const;
/** Of each kind of page its own header: numbers that it must have, those of values among them, and how many bytes its levels take. */
const KINDS: ReadonlyMap<number, { readonly numbers: readonly string[]; readonly levels: readonly string[] }> = new Map(
  [
    [0, { numbers: ['5.1', '5.2', '5.3', '5.4'], levels: [] }],
    [2, { numbers: ['7.1', '7.2'], levels: [] }],
    [3, { numbers: ['8.1', '8.2', '8.3', '8.4'], levels: ['8.5', '8.6'] }],
  ],
);

const DICTIONARY = 2;

class BrokenPage extends Error {}

/** Reads what stands before a page, as far as it says how long the page is. */
class HeaderReader {
  readonly #view: DataView;
  at: number;

  constructor(bytes: ArrayBuffer, at: number) {
    this.#view = new DataView(bytes);
    this.at = at;
  }

  #byte(): number {
    this.at += 1;
    return this.#view.getUint8(this.at - 1);
  }

  /** Of 32 bits: a longer one would be read as another number by whoever reads on. */
  #whole(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) {
        if (value >= 2 ** 32) break;
        return value;
      }
    }
    throw new BrokenPage(brokenWords.page);
  }

  #signed(): number {
    const value = this.#whole();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** The numbers of a struct, by their fields; those of a struct in it by theirs, as `5.1`. */
  numbers(depth = 0, into = new Map<string, number>(), prefix = ''): ReadonlyMap<string, number> {
    if (depth > DEEPEST) throw new BrokenPage(brokenWords.page);
    for (let field = 0; ;) {
      const byte = this.#byte();
      const type = byte & 15;
      if (type === STOP) return into;
      field = byte >> 4 === 0 ? this.#signed() : field + (byte >> 4);
      const name = `${prefix}${String(field)}`;
      if (type === I32) into.set(name, this.#signed());
      else if (type === STRUCT) this.numbers(depth + 1, into, `${name}.`);
      else {
        // What was a number is none any more.
        into.delete(name);
        this.#skip(type, depth);
      }
    }
  }

  #skip(type: number, depth: number): void {
    if (type === TRUE || type === FALSE) return;
    if (type === BYTE) this.at += 1;
    else if (type === I16) this.#whole();
    else if (type === I64) while (this.#byte() >= 128);
    else if (type === DOUBLE) this.at += 8;
    else if (type === BINARY) this.at += this.#whole();
    else if (type === LIST) this.#skipList(depth);
    else throw new BrokenPage(brokenWords.page);
  }

  #skipList(depth: number): void {
    const byte = this.#byte();
    const length = byte >> 4 === 15 ? this.#whole() : byte >> 4;
    for (let i = 0; i < length; i += 1)
      if ((byte & 15) === STRUCT) this.numbers(depth + 1);
      else this.#skip((byte & 15) === TRUE || (byte & 15) === FALSE ? BYTE : byte & 15, depth);
  }
}

/**
 * Checks what stands before each page of a column: its kind, lengths and numbers of values are there, none is below zero, and none is more than fits. The reader of
 * pages goes on by them as they are: by one that is missing it would go round for ever. `rows`: behind so many nothing is read. Throws an `Error`, or a `RangeError` where the bytes end too early.
 */
export function checkPages(
  column: ArrayBuffer,
  rows: number,
  most: { readonly values: number; readonly bytes: number },
): void {
  let values = 0;
  for (let at = 0; at < column.byteLength - 1 && values < rows;) {
    const reader = new HeaderReader(column, at);
    const found = reader.numbers();
    const of = (name: string): number => found.get(name) ?? NaN;
    const [packed, unpacked, kind] = [of(FIELD.packed), of(FIELD.unpacked), KINDS.get(of(FIELD.type))];
    const levels = kind?.levels.map(of) ?? [];
    const fits =
      packed >= 0 &&
      unpacked >= 0 &&
      unpacked <= most.bytes &&
      reader.at + packed <= column.byteLength &&
      kind?.numbers.every((name) => of(name) >= 0 && of(name) <= most.values) === true &&
      levels.every((bytes) => bytes >= 0) &&
      levels.reduce((sum, bytes) => sum + bytes, 0) <= Math.min(packed, unpacked);
    if (!fits) throw new BrokenPage(brokenWords.page);
    at = reader.at + packed;
    if (found.get(FIELD.type) !== DICTIONARY) values += of(kind.numbers[0] ?? '');
  }
}
