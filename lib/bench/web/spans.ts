import { minute, minuteRange, MINUTES_PER_DAY, type MinuteRange } from '../../domain/minute';
import type { Deviations } from '../../server/deviations/deviationsAnswer';
import { crashScenario } from '../../simulator/crash/scenario';
import { aYear } from '../wire/answers';

/** A window of ATOM on every venue. Each ends with the rehearsal. */
export interface Span {
  /** As `--span` names it. */
  readonly key: string;
  readonly name: string;
  readonly minutes: number;
  /** Kilobytes of data at most, where the issue says so. */
  readonly mostKilobytes?: number;
  /** As long an answer without a day that repeats: repetition compresses far better than what happened once. */
  readonly unrepeated?: () => Deviations;
}

const HOUR = 60;

export const SPANS: readonly Span[] = [
  { key: '4h', name: '4 h', minutes: 4 * HOUR },
  { key: '1d', name: '1 day', minutes: MINUTES_PER_DAY, mostKilobytes: 150 },
  { key: '7d', name: '7 days', minutes: 7 * MINUTES_PER_DAY },
  { key: '30d', name: '30 days', minutes: 30 * MINUTES_PER_DAY },
  { key: '1y', name: 'a year', minutes: 365 * MINUTES_PER_DAY, mostKilobytes: 400, unrepeated: aYear },
];

export function windowOfSpan({ minutes }: Span): MinuteRange {
  const { to } = crashScenario().range;
  return minuteRange(minute(to - minutes), to);
}
