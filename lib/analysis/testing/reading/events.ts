import type { Row } from './choice';
import { firstLevel } from './falls';
import type { Reading } from './reading';
import type { ReadMinute } from './series';

/** "Passes 1/5/10 %." */
const LEVELS = [0.01, 0.05, 0.1];

export interface ReadEvents {
  readonly row: Row;
  readonly strayed: readonly (number | undefined)[];
  readonly fell: readonly (number | undefined)[];
  readonly recovered: number | undefined;
}

/** Section 9, row by row. A recovery that was not seen (the window or the candles ended before) is none. */
export function eventsIn({ series, episodes }: Reading): readonly ReadEvents[] {
  return series.map(({ row, minutes }) => {
    const inOrder = [...minutes.entries()];
    const before = firstLevel(inOrder.map(([, { price }]) => price?.close));
    const first = (passes: (minute: ReadMinute) => boolean): number | undefined =>
      inOrder.find(([, minute]) => passes(minute))?.[0];
    const own = episodes.filter((episode) => episode.row === row);
    const last = Math.max(...own.map(({ end }) => end));
    const seen = own
      .filter(({ end }) => end === last)
      .every(({ censored }) => censored === 'none' || censored === 'start');
    return {
      row,
      strayed: LEVELS.map((level) => first(({ strayed }) => strayed !== undefined && strayed.dLow <= -level)),
      fell: LEVELS.map((level) =>
        first(({ price }) => price !== undefined && before !== undefined && price.low / before - 1 <= -level),
      ),
      recovered: own.length === 0 || !seen ? undefined : last,
    };
  });
}
