import type { Certainty, Side } from './episode';
import type { Instant } from './instant';
import type { Asset, Kind, Venue } from './market';
import type { MinuteRange } from './minute';

/** By what a scan ranks episodes: deepest, longest, largest area, most USD volume first. */
export const RANKS = ['depth', 'duration', 'area', 'volume'] as const;
export type Rank = (typeof RANKS)[number];

/** Against what episodes are found and stored: the others, for every asset; its underlying or its peg, for the assets that have one. */
export const STORED_REFERENCES = ['others', 'wrapped', 'peg'] as const;
export type StoredReference = (typeof STORED_REFERENCES)[number];

/** Against what a scan is asked to hold prices. `own`: each asset against its own (`ownReference`), every asset in one list. */
export const SCAN_REFERENCES = ['own', ...STORED_REFERENCES] as const;
export type ScanReference = (typeof SCAN_REFERENCES)[number];

/** What is asked of every stored asset: its episodes for the method's default parameters that overlap a window, ranked. */
export interface Scan {
  readonly range: MinuteRange;
  readonly reference: ScanReference;
  readonly rank: Rank;
  readonly limit: number;
  /** undefined: any. */
  readonly assets: readonly Asset[] | undefined;
  readonly venues: readonly Venue[] | undefined;
  readonly kinds: readonly Kind[] | undefined;
  readonly side: Side | undefined;
  /** Of these; undefined: any. Episodes `within` the uncertainty of their rates are listed apart from all others, never among them. */
  readonly certainty: readonly Certainty[] | undefined;
  /** Of the peak, as a ratio without its sign. */
  readonly leastDepth: number;
  /** Of the peers at the peak. */
  readonly leastPeers: number;
  /** As everything was known then; undefined: as it is known now. */
  readonly asOf: Instant | undefined;
}

/** Every episode of every asset, the deepest first, each asset's against its own reference: what is asked besides narrows it. */
export const EVERY_EPISODE = {
  reference: 'own',
  rank: 'depth',
  assets: undefined,
  venues: undefined,
  kinds: undefined,
  side: undefined,
  certainty: undefined,
  leastDepth: 0,
  leastPeers: 0,
  asOf: undefined,
} as const satisfies Omit<Scan, 'range' | 'limit'>;
