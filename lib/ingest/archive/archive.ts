import type { Kind, Market } from '../../domain/market';
import type { VolumeUnit } from '../files/volume';
import type { CandleColumn, TradeColumn } from '../files/rowShape';

/** The minutes one file holds: a day, a month or a quarter of the venue's calendar. */
export type PieceKind = 'day' | 'month' | 'quarter';

/** What one contract is worth, and in which currency. */
export interface Contract {
  readonly size: number;
  readonly worthIn: 'base' | 'quote';
}

/** What a file's amounts count. `unknown`: contracts, and nobody says what one is worth: then a candle has no volume. */
export type Counted = VolumeUnit | 'unknown';

/** How a venue publishes files. */
export interface ArchiveFiles {
  readonly venue: string;
  readonly kind: Kind;
  /** The pieces it is published in: a day's file once the day is over, a month's or a quarter's some time after. */
  readonly pieces: readonly PieceKind[];
  /** How far its calendar is ahead of UTC, in minutes: its day begins so much before UTC's. Default: none. */
  readonly aheadMinutes?: number;
  /** A piece's address: `label` is `2025-10-10`, `2025-10` or `2025-Q4`. */
  readonly address: (market: Market, piece: PieceKind, label: string) => string;
  /** It has no fixed address: files of it are taken from the mirror the user names (`PLUMBLINE_ARCHIVE`), or nowhere. */
  readonly byHand?: true;
  readonly packed: 'zip' | 'gzip';
  /** Of a zip that holds the files of many markets: the name of a market's. */
  readonly entry?: (market: Market) => string;
  /** Where the file with the SHA-256 and the name of a file lies, by the file's address; undefined: there is none. */
  readonly checksum: ((address: string) => string) | undefined;
  /** The names of its columns, in order, for files without a header line. A header line of its own goes before. */
  readonly columns: readonly string[];
  /** What a row's `symbol` says where the file is the market's. */
  readonly symbol?: (market: Market) => string;
  /** The unit times are written in, by the minute they speak of. */
  readonly timeUnit: (epochMs: number) => 's' | 'ms' | 'us';
}

/** What a column says: a field of a candle or a trade, or which market the row is of. */
export type Meaning<Column extends string> = Column | 'symbol';

/** An archive of a venue's trades. Candles are built from them, under the source `trades`. */
export interface TradeArchive extends ArchiveFiles {
  /** What columns mean, by their names in lower case. */
  readonly meanings: Readonly<Record<string, Meaning<TradeColumn>>>;
  /**
   * `consecutive`: ids of rows count up by one, so that a trade left out shows. `none`: they have no order; that nothing is left out
   * is known by the file alone, whose bytes are whole (a checksum, or the packing's own) and whose rows are in order.
   */
  readonly ids: 'consecutive' | 'none';
  /** What amounts of a market count; `listed`: what the venue's list of markets says of its contract. */
  readonly counted: (market: Market, listed: Contract | undefined) => Counted;
}

/** An archive of a venue's candles. */
export interface Archive extends ArchiveFiles {
  readonly meanings: Readonly<Record<string, Meaning<CandleColumn>>>;
  /**
   * A minute without a row, between two rows of one file: nobody knows (its days have a row for every minute), or nobody traded. Before
   * a file's first and after its last row nothing is known.
   */
  readonly absent: 'unknown' | 'no-trade';
  /** What the volume column counts. Contracts of a fixed worth leave the base volume unknown. */
  readonly volume: 'base' | 'contracts' | 'none';
}

/** The address of a file's checksum where `.CHECKSUM` follows its whole name. */
export const besideIt = (address: string): string => `${address}.CHECKSUM`;
