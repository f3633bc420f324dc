import type { Kind, Venue } from './market';
import type { Minute } from './minute';

/** On which side of its reference an episode's prices lie. */
export const SIDES = ['below', 'above'] as const;
export type Side = (typeof SIDES)[number];

export const CENSORINGS = ['none', 'start', 'end', 'both', 'gap', 'start-gap'] as const;
/**
 * `start`, `end`, `both`: touches these edges of the window. `gap`: closed by more than 30 missing minutes in a row (method,
 * section 5). `start-gap`: touches the window's start and was closed by a gap, so neither its beginning nor its end was seen.
 */
export type Censoring = (typeof CENSORINGS)[number];

/** How an episode's end was seen: `left`, for three minutes; cut off by the window's `end`; or closed by a `gap`. */
export type Ending = 'left' | 'end' | 'gap';

const CENSORING: Readonly<Record<Ending, readonly [seen: Censoring, touchingStart: Censoring]>> = {
  left: ['none', 'start'],
  end: ['end', 'both'],
  gap: ['gap', 'start-gap'],
};

export const censoringOf = (ending: Ending, touchesStart: boolean): Censoring =>
  CENSORING[ending][touchesStart ? 1 : 0];

/** Whether the episode was seen to be left: its end is known. */
export const isEndSeen = (censored: Censoring): boolean => censored === 'none' || censored === 'start';

/**
 * Whether an episode's peak lies beyond what its rates leave unknown (method, section 5): `certain`: |d| − uncertainty ≥ T, on no weak
 * rate; `weak`: beyond it, on a weak rate; `within`: not beyond it, or unknown.
 */
export const CERTAINTIES = ['certain', 'weak', 'within'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Beyond what the rates leave unknown, on a weak rate or not: what is listed among the deepest. */
export const BEYOND_RATES: readonly Certainty[] = CERTAINTIES.filter((one) => one !== 'within');

/** How certain a deviation beyond `enter` is. `uncertainty` is relative, through the rates; NaN: unknown. */
export const certaintyFrom = (
  deviation: number,
  uncertainty: number,
  isOnWeakRate: boolean,
  enter: number,
): Certainty => (Math.abs(deviation) - uncertainty >= enter ? (isOnWeakRate ? 'weak' : 'certain') : 'within');

/** A certainty as addresses, answers and options write it, in the order of CERTAINTIES. */
export const WRITTEN_CERTAINTIES = ['certain', 'weak', 'within-rate'] as const;
export type WrittenCertainty = (typeof WRITTEN_CERTAINTIES)[number];
export const writeCertainty = (certainty: Certainty): WrittenCertainty =>
  certainty === 'within' ? 'within-rate' : certainty;

/** Whether an episode lies within what its rates leave unknown: shown apart, never among the deepest. */
export const isWithin = ({ certainty }: { readonly certainty: WrittenCertainty }): boolean =>
  certainty === 'within-rate';

export const certaintyOf = (written: WrittenCertainty): Certainty => (written === 'within-rate' ? 'within' : written);

/** The medians of a minute's USD books and USDT books, in USD. */
export interface Blocs {
  readonly usd: number;
  readonly usdt: number;
}

/**
 * A stretch of deviation (method, section 5), as it is found and as it is stored. NaN: not measurable. Prices in the currency that the analysis converts to.
 */
export interface EpisodeFigures {
  readonly id: string;
  readonly venue: Venue;
  readonly kind: Kind;
  readonly side: Side;
  /** First minute at or beyond T. */
  readonly start: Minute;
  /** The minute after the last one at or beyond T/2. */
  readonly end: Minute;
  readonly minutesBeyond: number;
  readonly minutesClosedBeyond: number;
  readonly unknownMinutes: number;
  /** The extreme of dLow (below) or dHigh (above), signed. */
  readonly peak: number;
  readonly peakMinute: Minute;
  readonly peakPrice: number;
  readonly peakReference: number;
  /** The extreme of dClose on this side, signed. */
  readonly peakClose: number;
  /** The furthest beyond every other venue on this side, signed; 0: never outside them. A minute outside on both sides counts here for each. */
  readonly peakOutside: number;
  /** Σ |dClose| on this side, in percent × minutes. */
  readonly areaPctMinutes: number;
  /** From the peak until |dClose| stays below T/2 for 3 measured minutes; undefined where that does not happen in the window. */
  readonly recoveryMinutes: number | undefined;
  /** Volumes are NaN where the source does not say that of a minute traded in it; a share where any venue's is. */
  readonly baseVolume: number;
  readonly usdVolume: number;
  /** Of the spot volume of all venues in the episode, this venue's market included. */
  readonly volumeShare: number;
  readonly peersAtPeak: number;
  readonly minPeers: number;
  readonly censored: Censoring;
  /** Whether the peak lies beyond what the rates leave unknown. */
  readonly certainty: Certainty;
  /** Of the deviation at the peak; NaN: unknown. */
  readonly uncertaintyAtPeak: number;
}
