import type { Market } from '../../domain/market';

/** One row of a file: a line of text without its line end, or a row of a format that is not lines of text; counted from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
  /** Of a format that is not text: its cells, exactly as their values are written in decimals; then `text` is the row as it came. */
  readonly cells?: readonly string[];
  /** A text that came as it is, unpacked from nothing, ends in it without a line end. */
  readonly isUnended?: true;
}

/** So many letters has a line at most: no row of candles or trades has a thousand. What has no end would be held whole, and be looked through again with every piece that comes. */
export const LONGEST_LINE = 1_048_576;

/** Bytes of a text read or unpacked at once. As text a larger piece is an object of its own to V8, for which memory is asked of the system and given back. */
export const TEXT_CHUNK_BYTES = 1 << 16;

/** What is known of a file before it is opened. */
export interface Reading {
  /** Whose minutes it is to hold: picks a file out of a zip, and names the values of a venue's own JSON arrays. */
  readonly market?: Market | undefined;
  /** The file of a zip to be read, by its path in the zip or its name alone. */
  readonly entry?: string | undefined;
}
