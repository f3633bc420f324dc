import type { Kind, Source } from '../domain/market';
import type { RateRule } from '../domain/rate';

/** Two markets in one minute: `ratio` is a ÷ b − 1. Prices in the comparison's currency. */
export interface SpreadAt {
  /** `2025-10-10T21:20Z` */
  readonly minute: string;
  readonly ratio: number;
  readonly a: number;
  readonly b: number;
}

/** The furthest of one field on either side; null: never on that side, or in no minute. */
export interface SpreadEnds {
  readonly below: SpreadAt | null;
  readonly above: SpreadAt | null;
}

export interface ComparedMarketAnswer {
  readonly venue: string;
  /** `ATOM/USDT` */
  readonly market: string;
  readonly kind: Kind;
  readonly isDisplay: boolean;
  readonly source: Source;
  /** Minutes of the window that have a price in the comparison's currency. */
  readonly priced: number;
  /** What converted it in the minute of the comparison's furthest close; null: nothing is converted, or nothing was compared. */
  readonly rate: { readonly rule: RateRule; readonly value: number | null; readonly uncertainty: number | null } | null;
}

/** The first market against another. */
export interface SpreadAnswer {
  /** The place of b in `markets`. */
  readonly place: number;
  /** Minutes in which both have a close, and in which one of them lacks it. */
  readonly compared: number;
  readonly missing: number;
  /** Of the closes' distances, without their sign; null: none were compared. */
  readonly median: number | null;
  readonly low: SpreadEnds;
  readonly high: SpreadEnds;
  readonly close: SpreadEnds;
}

export interface ComparisonAnswer {
  readonly simulated: boolean;
  readonly from: string;
  readonly to: string;
  /** `USD` where quotes differ and are converted; the quote all share otherwise. */
  readonly currency: string;
  readonly isConverted: boolean;
  /** The first is a, each of the others b. */
  readonly markets: readonly ComparedMarketAnswer[];
  readonly spreads: readonly SpreadAnswer[];
}
