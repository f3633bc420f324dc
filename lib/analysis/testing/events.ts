import type { Market } from '../../domain/market';
import { known, middle } from './arithmetic';
import type { BruteAnalysis } from './bruteForce';

/** "Passes 1/5/10 %." */
const LEVELS = [0.01, 0.05, 0.1];

export interface BruteEvents {
  readonly market: Market;
  readonly strayed: readonly (number | undefined)[];
  readonly fell: readonly (number | undefined)[];
  readonly recovered: number | undefined;
}

/** Section 9, market by market. A recovery that was not seen (the window or the candles ended before) is none. */
export function bruteEvents({ series, episodes }: BruteAnalysis): readonly BruteEvents[] {
  return series.map(({ market, minutes }) => {
    const told = [...minutes.entries()];
    const before = middle(known(told.map(([, { price }]) => price?.close)).slice(0, 5));
    const first = (passes: (minute: (typeof told)[number][1]) => boolean): number | undefined =>
      told.find(([, minute]) => passes(minute))?.[0];
    const own = episodes.filter((episode) => episode.market === market);
    const last = Math.max(...own.map(({ end }) => end));
    const seen = own
      .filter(({ end }) => end === last)
      .every(({ censored }) => censored === 'none' || censored === 'start');
    return {
      market,
      strayed: LEVELS.map((level) => first(({ strayed }) => strayed !== undefined && strayed.dLow <= -level)),
      fell: LEVELS.map((level) =>
        first(({ price }) => price !== undefined && before !== undefined && price.low / before - 1 <= -level),
      ),
      recovered: own.length === 0 || !seen ? undefined : last,
    };
  });
}
