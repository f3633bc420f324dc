import type { Certainty, Side } from './episode';
import type { Asset, Venue } from './market';

/** `pending`: seen, not long enough yet; `confirmed`: it meets its rule; `withdrawn`: it does not, or no longer. */
export const ALERT_STATES = ['pending', 'confirmed', 'withdrawn'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/**
 * Why an alert is withdrawn. `ended`: the episode was over before it met the rule; `uncertain`: its peak is of no certainty that the rule
 * takes; `revised`: by candles that came or changed later it does not meet the rule, or is none.
 */
export const WITHDRAWALS = ['ended', 'uncertain', 'revised'] as const;
export type Withdrawal = (typeof WITHDRAWALS)[number];

/** What is watched for: the method's episodes with another entry level, more peers and a length. */
export interface AlertRule {
  /** undefined: any. */
  readonly assets: readonly Asset[] | undefined;
  readonly venues: readonly Venue[] | undefined;
  readonly side: Side | undefined;
  /** The entry level T of the episodes, as a ratio: 0.05 is 5 %. */
  readonly depth: number;
  /** At least so many minutes at or beyond it. */
  readonly minutes: number;
  /** At least so many other venues in each of them. */
  readonly peers: number;
  /** Which certainties of a peak are taken. */
  readonly certainty: readonly Certainty[];
}

/** A rule as one line that does not depend on the order in which it was given: two of one text are one rule. */
export const ruleKey = ({ assets, venues, side, depth, minutes, peers, certainty }: AlertRule): string =>
  [
    listed(assets),
    listed(venues),
    side ?? 'any',
    String(depth),
    String(minutes),
    String(peers),
    listed(certainty),
  ].join(' ');

const listed = (names: readonly string[] | undefined): string =>
  names === undefined ? 'any' : [...new Set(names)].sort().join(',');
