import { isMoved, type CandleColumns, type CandleValues } from '../../domain/candle';
import { VOLUME_TOLERANCE } from '../../domain/method';
import type { Minute } from '../../domain/minute';
import { spanOfCandle, type Timeframe } from '../../domain/timeframe';
import { differenceOf, VOLUME_FIELDS, type Difference } from '../sources/sourceDifferences';
import { foldOf, knownThroughout } from './fold';

/** What a venue gave at one time as its longer candle; `said` undefined: that it has none. */
export interface LongerObservation {
  readonly said: CandleValues;
  /** Milliseconds since 1970. */
  readonly observedAtMs: number;
}

/** All that a venue gave for one longer candle, oldest first, neighbours different: the last stands. */
export interface LongerHistory {
  readonly open: Minute;
  readonly observations: readonly [LongerObservation, ...LongerObservation[]];
}

/** A longer candle that is not the fold of its minutes. */
export interface Disagreement {
  readonly open: Minute;
  /** What the minutes make; undefined: none of them traded. */
  readonly folded: CandleValues;
  readonly observation: LongerObservation;
  /** Whether the venue's latest answer says so; false: an earlier one did. */
  readonly stands: boolean;
  /** From the fold to the longer candle. */
  readonly difference: Difference;
}

/** The longer candles of one market, source and timeframe against its minutes. */
export interface TimeframeComparison {
  /** Candles of which every minute was answered: by their latest answer `agreeing` or not. */
  readonly compared: number;
  readonly agreeing: number;
  /** Candles with a minute that was not answered, or whose prices moved at volume 0: nothing to compare. */
  readonly unanswered: number;
  /** Ascending. */
  readonly disagreements: readonly Disagreement[];
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= VOLUME_TOLERANCE * Math.max(a, b);

/**
 * How a longer candle differs from the fold of its minutes, or undefined: prices exactly, volumes and trade counts beyond
 * VOLUME_TOLERANCE and only where both say them; a candle without a trade is like none (method, section 11), and so is one of volume 0
 * whose prices moved.
 */
export function disagreementOf(folded: CandleValues, given: CandleValues): Difference | undefined {
  const said = given === undefined || isMoved(given) ? undefined : given;
  if (folded === undefined || said === undefined) return differenceOf(folded, said);
  const near = VOLUME_FIELDS.filter((field) => isNear(folded[field], said[field]));
  return differenceOf(folded, { ...said, ...Object.fromEntries(near.map((field) => [field, folded[field]])) });
}

/** Each longer candle against the fold of its minutes. Linear in the minutes. Throws where the columns do not hold all of them. */
export function compareTimeframe(
  columns: CandleColumns,
  timeframe: Timeframe,
  histories: readonly LongerHistory[],
  computed: boolean,
): TimeframeComparison {
  const disagreements: Disagreement[] = [];
  let [agreeing, unanswered] = [0, 0];
  for (const { open, observations } of histories) {
    const span = spanOfCandle(open, timeframe);
    if (!knownThroughout(columns, span, computed)) {
      unanswered += 1;
      continue;
    }
    const folded = foldOf(columns, span, computed);
    observations.forEach((observation, i) => {
      const stands = i === observations.length - 1;
      const difference = disagreementOf(folded, observation.said);
      if (difference !== undefined) disagreements.push({ open, folded, observation, stands, difference });
      else if (stands) agreeing += 1;
    });
  }
  return { compared: histories.length - unanswered, agreeing, unanswered, disagreements };
}
