import { EVENT_LEVELS, FIRST_CLOSES } from '../../../domain/method';
import { listed, spelled } from '../spelled';
import type { MethodExample } from '../../../api/method';
import { strong, text, type Block } from '../../richText';
import { formatLevel, utc } from '../numbers';
import { cells } from '../cells';

/** Section 9. */
export const RULE: readonly Block[] = [
  `For each market, the table gives the first minute in which its low was at least ${listed(EVENT_LEVELS.map(formatLevel))} below its reference, and the first in which it had fallen that far from its earlier level (the median of its first ${spelled(FIRST_CLOSES)} closes). A market has recovered in the minute after its last episode.`,
];

export const WHY: readonly Block[] = [
  text`People ask who moved first and who recovered last. One-minute candles give an ${strong('order, not causality')}: two venues that moved within the same minute have no order here, and a venue that moved a minute earlier need not have moved the others.`,
];

export const FORMULA =
  'the first minute at depth x is the earliest minute in which the low deviates by x or more below';

export const TABLE = {
  label: 'Order of events',
  deviated: (level: number): string => `Deviated ${formatLevel(level)}`,
  fell: (level: number): string => `Fell ${formatLevel(level)}`,
  recovered: 'Recovered',
} as const;

type MarketOrder = MethodExample['order']['markets'][number];

/** In the place of a first deviation, a first fall and a recovery: why there is none. */
export const notDeviated = ({ measured }: Pick<MarketOrder, 'measured'>): string =>
  measured === 0 ? cells.notMeasured : cells.never;
export const notFallen = ({ priced }: Pick<MarketOrder, 'priced'>): string => (priced === 0 ? 'no price' : cells.never);
export function notRecovered({ measured, episodes }: Pick<MarketOrder, 'measured' | 'episodes'>): string {
  if (measured === 0) return cells.notMeasured;
  return episodes === 0 ? cells.noEpisode : cells.notInWindow;
}

/** A minute in full, for whoever points at its time of day: "2025-10-10 21:20 UTC". */
export const fullTime = (minute: string): string => `${utc(minute)} UTC`;
