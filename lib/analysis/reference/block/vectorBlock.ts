import { BLOCK_BINARY } from './binary';
import { BLOCK_MINUTES, MOST_BOOKS, NOBODY, type Block, type BlockRange, type Outermost } from './block';
import { sortingNetwork } from './network';

type Beyond = (
  values: number,
  outermost: number,
  leftOut: number,
  leavesOut: number,
  missing: number,
  into: number,
  bytes: number,
) => void;

/** What block.wat exports; addresses and lengths in bytes. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  prepare(from: number, to: number, rows: number, counts: number, bytes: number): void;
  sort(pairs: number, end: number, bytes: number): void;
  medians(sorted: number, counts: number, into: number, minutes: number, minPeers: number, isHighest: number): void;
  compare(
    values: number,
    leftOut: number,
    leavesOut: number,
    medians: number,
    deviations: number,
    references: number,
    bytes: number,
  ): void;
  readonly below: Beyond;
  readonly above: Beyond;
}

/** A row of the module's memory: one block of float64. */
const ROW = BLOCK_MINUTES * Float64Array.BYTES_PER_ELEMENT;
/** Which row of the module's memory holds what; from FIRST_MEDIANS on as `medians` writes it. */
const ROWS = {
  missing: 0,
  counted: 1,
  /** How many values, a byte each. */
  counts: 2,
  medianOfAll: 3,
  /** Medians without a lower value, without the pivot, without a higher one, of all; the pivot. */
  medians: 4,
  outermost: 9,
  nextOutermost: 10,
  /** The values of a row that is no spot book. */
  other: 11,
  deviations: 12,
  references: 13,
  outside: 14,
  pairs: 15,
  /** The spot books' values as they came, and sorted. */
  values: 32,
} as const;
const SORTED = ROWS.values + MOST_BOOKS;

/** Two minutes are worked on at once. */
const bytesOf = (minutes: number): number => Math.ceil(minutes / 2) * 16;

const moduleBytes = (): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(BLOCK_BINARY), (char) => char.charCodeAt(0));

/** Whether this machine runs the module: it needs 128-bit vectors in WebAssembly. */
export const canVectorise = (): boolean => typeof WebAssembly === 'object' && WebAssembly.validate(moduleBytes());

/** A block in vector instructions: to the bit what `PlainBlock` says, several times faster. Some 2 MB. */
export class VectorBlock implements Block {
  readonly #module = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes())).exports as unknown as Exports;
  readonly #floats = new Float64Array(this.#module.memory.buffer);
  readonly #bytes = new Uint8Array(this.#module.memory.buffer);
  readonly counts = this.#bytes.subarray(ROWS.counts * ROW, ROWS.counts * ROW + BLOCK_MINUTES);
  readonly medianOfAll = this.#row(ROWS.medianOfAll);
  readonly outermost = this.#row(ROWS.outermost);
  readonly nextOutermost = this.#row(ROWS.nextOutermost);
  readonly #deviations = this.#row(ROWS.deviations);
  readonly #references = this.#row(ROWS.references);
  readonly #outside = this.#row(ROWS.outside);
  #values: Float64Array = new Float64Array();
  #slots = 0;
  #range: BlockRange = { from: 0, to: 0 };
  #spot = 0;
  /** Of how many values the network lies in memory, and where it ends. */
  #network = { count: 0, end: ROWS.pairs * ROW };

  fill(
    values: Float64Array,
    { spot, slots }: { readonly spot: number; readonly slots: number },
    range: BlockRange,
    outermost: Outermost,
    minPeers: number,
  ): void {
    [this.#values, this.#slots, this.#range, this.#spot] = [values, slots, range, spot];
    const minutes = range.to - range.from;
    const bytes = bytesOf(minutes);
    if (spot === 0) this.#floats.fill(0, (ROWS.counted * ROW) / 8, ((ROWS.counted + 1) * ROW) / 8);
    else {
      for (let row = 0; row < spot; row += 1) this.#copyIn(row, ROWS.values + row);
      this.#module.prepare(ROWS.values * ROW, SORTED * ROW, spot, ROWS.counted * ROW, bytes);
      this.#module.sort(ROWS.pairs * ROW, this.#networkOf(spot), bytes);
    }
    const isHighest = outermost === 'highest' ? 1 : 0;
    this.#module.medians(SORTED * ROW, ROWS.counted * ROW, ROWS.counts * ROW, minutes, minPeers, isHighest);
  }

  compare(row: number, book: number, deviations: Float64Array, references: Float64Array | undefined): void {
    const [leftOut, leavesOut] = this.#leftOut(book);
    this.#module.compare(
      this.#addressOf(row),
      leftOut,
      leavesOut,
      ROWS.medians * ROW,
      ROWS.deviations * ROW,
      ROWS.references * ROW,
      this.#length,
    );
    this.#copyOut(this.#deviations, row, deviations);
    if (references !== undefined) this.#copyOut(this.#references, row, references);
  }

  below(row: number, book: number, missing: Uint8Array, outside: Float64Array): void {
    this.#beyond(this.#module.below, row, book, missing);
    this.#copyOut(this.#outside, row, outside);
  }

  above(row: number, book: number, missing: Uint8Array, outside: Float64Array): void {
    const start = this.#startOf(row);
    this.#floats.set(outside.subarray(start, start + this.#range.to - this.#range.from), ROWS.outside * BLOCK_MINUTES);
    this.#beyond(this.#module.above, row, book, missing);
    this.#copyOut(this.#outside, row, outside);
  }

  #beyond(ask: Beyond, row: number, book: number, missing: Uint8Array): void {
    const start = this.#startOf(row);
    this.#bytes.set(missing.subarray(start, start + this.#range.to - this.#range.from), ROWS.missing * ROW);
    const [leftOut, leavesOut] = this.#leftOut(book);
    ask(
      this.#addressOf(row),
      ROWS.outermost * ROW,
      leftOut,
      leavesOut,
      ROWS.missing * ROW,
      ROWS.outside * ROW,
      this.#length,
    );
  }

  get #length(): number {
    return bytesOf(this.#range.to - this.#range.from);
  }

  #row(at: number): Float64Array {
    return this.#floats.subarray(at * BLOCK_MINUTES, (at + 1) * BLOCK_MINUTES);
  }

  #startOf(row: number): number {
    return row * this.#slots + this.#range.from;
  }

  /** Where a row's values lie in the module's memory; one that is no spot book is copied there. */
  #addressOf(row: number): number {
    if (row < this.#spot) return (ROWS.values + row) * ROW;
    this.#copyIn(row, ROWS.other);
    return ROWS.other * ROW;
  }

  #leftOut(book: number): readonly [address: number, leavesOut: number] {
    return book === NOBODY ? [0, 0] : [(ROWS.values + book) * ROW, 1];
  }

  #copyIn(row: number, to: number): void {
    const start = this.#startOf(row);
    this.#floats.set(this.#values.subarray(start, start + this.#range.to - this.#range.from), to * BLOCK_MINUTES);
  }

  #copyOut(from: Float64Array, row: number, into: Float64Array): void {
    const minutes = this.#range.to - this.#range.from;
    into.set(minutes === BLOCK_MINUTES ? from : from.subarray(0, minutes), this.#startOf(row));
  }

  /** Writes the network into memory unless it is there; answers where it ends. */
  #networkOf(count: number): number {
    if (this.#network.count !== count) {
      const pairs = sortingNetwork(count).flat();
      new Uint32Array(this.#module.memory.buffer).set(
        pairs.map((place) => (SORTED + place) * ROW),
        (ROWS.pairs * ROW) / Uint32Array.BYTES_PER_ELEMENT,
      );
      this.#network = { count, end: ROWS.pairs * ROW + pairs.length * Uint32Array.BYTES_PER_ELEMENT };
    }
    return this.#network.end;
  }
}
