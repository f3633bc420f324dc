import { marketPath } from '../../analysis/events/marketPath';
import type { PathAnswer } from '../../api/events';
import { symbolOf } from '../../domain/asset';
import { isTraded } from '../../domain/candle';
import type { Asset } from '../../domain/market';
import type { MarketColumns } from '../../domain/marketColumns';
import { formatMinute, minutesIn, plus, type MinuteRange } from '../../domain/minute';
import { orNull } from '../deviations/rows';

/** How each asset moved through the window, over its spot books; one without a book that could be measured is left out. */
export const pathsOf = (
  assets: readonly Asset[],
  books: readonly MarketColumns[],
  window: MinuteRange,
): readonly PathAnswer[] =>
  assets.flatMap((asset) => {
    const own = books.filter(({ market }) => market.base === asset && market.kind === 'spot');
    const path = marketPath(own.map(tradedCloses), minutesIn(window));
    if (path.lowest === undefined) return [];
    return [
      {
        asset,
        name: symbolOf(asset),
        books: path.books,
        lowest: orNull(path.values[path.lowest] ?? NaN),
        lowestMinute: formatMinute(plus(window.from, path.lowest)),
        values: [...path.values].map(orNull),
      },
    ];
  });

/** A filler of volume 0 repeats a price that nobody paid. */
const tradedCloses = ({ candles }: MarketColumns): Float64Array =>
  candles.close.map((close, slot) => (isTraded(candles, slot) ? close : NaN));
