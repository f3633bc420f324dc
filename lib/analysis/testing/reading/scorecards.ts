import { known } from './arithmetic';
import type { Row } from './choice';
import type { Reading } from './reading';

/** "Minutes beyond 1/2/5/10/25/50 %." */
const LEVELS = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5];

export interface ReadScorecard {
  readonly row: Row;
  readonly episodes: number;
  /** To whichever side. */
  readonly deepest: number | undefined;
  /** The places the deepest may take among the episodes of all: several where peaks tie. */
  readonly places: readonly number[];
  readonly measuredMinutes: number;
  readonly minutesBeyond: readonly number[];
  readonly minutesOutside: number;
  readonly areaPctMinutes: number;
}

/** Section 5, its scorecard, counted row by row. */
export function scorecardsIn({ series, episodes }: Reading): readonly ReadScorecard[] {
  return series.map(({ row, minutes }) => {
    const own = episodes.filter((episode) => episode.row === row);
    const depth = Math.max(...own.map(({ peak }) => Math.abs(peak)));
    const deeper = episodes.filter(({ peak }) => Math.abs(peak) > depth).length;
    const asDeep = episodes.filter(({ peak }) => Math.abs(peak) === depth).length;
    const measured = known([...minutes.values()].map(({ strayed }) => strayed));
    return {
      row,
      episodes: own.length,
      deepest: own.length === 0 ? undefined : depth,
      places: own.length === 0 ? [] : Array.from({ length: asDeep }, (_, i) => deeper + 1 + i),
      measuredMinutes: measured.length,
      minutesBeyond: LEVELS.map(
        (level) => measured.filter(({ dLow, dHigh }) => dLow <= -level || dHigh >= level).length,
      ),
      minutesOutside: measured.filter(({ under, over }) => under < 0 || over > 0).length,
      areaPctMinutes: own.reduce((sum, { areaPctMinutes }) => sum + areaPctMinutes, 0),
    };
  });
}
