import type { Candle } from '../../../domain/candle';
import type { Market } from '../../../domain/market';
import type { TypedSettings } from '../../../ingest/files/settings';

/** A stored minute: minute, open, high, low, close, base volume, quote volume, trades; NaN: not known. */
export type Row = readonly [minute: string, ...numbers: readonly number[]];

interface Stored {
  /** All the minutes stored, ascending. */
  readonly rows: readonly Row[];
  /** Rows set aside, and first and last minutes of a trade file. */
  readonly setAside: number;
}

/** A file of the folder, read in one way, and what is right. */
export interface FileCase {
  readonly file: string;
  /** Read under another name: its own says something that is no matter here. */
  readonly called?: string;
  readonly market: Market;
  /** Options of `plumbline import`, as they are typed. */
  readonly said?: Partial<TypedSettings>;
  /** Refused with a line that holds all of these, or stored so. */
  readonly wanted: { readonly refused: readonly RegExp[] } | Stored;
  /** Of what is stored: what the summary must say as well. */
  readonly summary?: readonly RegExp[];
}

export const CANDLE_COLUMNS = [
  'open',
  'high',
  'low',
  'close',
  'baseVolume',
  'quoteVolume',
  'trades',
] as const satisfies readonly (keyof Candle)[];
