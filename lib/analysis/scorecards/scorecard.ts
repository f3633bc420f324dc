import type { Market } from '../../domain/market';
import { SCORECARD_LEVELS } from '../../domain/method';
import type { Analysis, Episode, VenueSeries } from '../types';

/** How one market stood in the window (method, section 5). */
export interface Scorecard {
  readonly market: Market;
  readonly episodes: number;
  /** The deepest episode; undefined: none. */
  readonly deepest: Episode | undefined;
  /** Its place among the episodes of all markets, 1 the deepest; undefined: none. */
  readonly worstRank: number | undefined;
  readonly measuredMinutes: number;
  /** Minutes at or beyond each of SCORECARD_LEVELS to either side, by low or high. */
  readonly minutesBeyond: readonly number[];
  /** Minutes in which it traded lower, or higher, than every other venue. */
  readonly minutesOutside: number;
  /** Σ of its episodes' areas, in percent × minutes. */
  readonly areaPctMinutes: number;
}

/** One scorecard per market, in the order of the series. */
export const scorecardsOf = ({ series, episodes }: Analysis): readonly Scorecard[] =>
  series.map((one) => scorecardOf(one, episodes));

function scorecardOf(series: VenueSeries, ranked: readonly Episode[]): Scorecard {
  const own = ranked.filter(({ venue, kind }) => venue === series.venue && kind === series.kind);
  const [deepest] = own;
  const minutesBeyond = SCORECARD_LEVELS.map(() => 0);
  let [measuredMinutes, minutesOutside] = [0, 0];
  for (let slot = 0; slot < series.missing.length; slot += 1) {
    if (series.missing[slot] !== 0) continue;
    measuredMinutes += 1;
    if (Math.abs(series.outside[slot] as number) > 0) minutesOutside += 1;
    const depth = Math.max(-(series.dLow[slot] as number), series.dHigh[slot] as number);
    SCORECARD_LEVELS.forEach((level, i) => {
      if (depth >= level) minutesBeyond[i] = (minutesBeyond[i] as number) + 1;
    });
  }
  return {
    market: series.market,
    episodes: own.length,
    deepest,
    worstRank: deepest === undefined ? undefined : ranked.indexOf(deepest) + 1,
    measuredMinutes,
    minutesBeyond,
    minutesOutside,
    areaPctMinutes: own.reduce((sum, { areaPctMinutes }) => sum + areaPctMinutes, 0),
  };
}
