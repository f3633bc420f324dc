import { firstLevelOf, lowestSlot } from '../../analysis/scorecards/fall';
import { medianOf } from '../../analysis/reference/order';
import type { Analysis, VenueSeries } from '../../analysis/types';
import type { MethodExample } from '../../api/method';
import { ascending } from '../../domain/ascending';
import { pairOf } from '../../domain/market';
import { formatMinute, plus } from '../../domain/minute';
import { orNull } from '../deviations/rows';

/** The market's own fall taken apart (method, section 6), and every venue's beside it, the deepest first. */
export function controlOf({ question, series, market, falls }: Analysis): MethodExample['control'] {
  const spot = series.filter(({ kind }) => kind === 'spot');
  const lows = mediansOf(spot, 'low');
  const lowest = lowestSlot(lows);
  const deepest = (fall: number): number => (Number.isNaN(fall) ? Infinity : fall);
  return {
    level: orNull(firstLevelOf(mediansOf(spot, 'close'))),
    lowest: orNull(lows[lowest]),
    lowestMinute: lowest < 0 ? null : formatMinute(plus(question.range.from, lowest)),
    fall: orNull(market.fall),
    falls: [...falls]
      .sort((a, b) => ascending(deepest(a.fall), deepest(b.fall)) || ascending(a.venue, b.venue))
      .map((one) => ({
        venue: one.venue,
        market: pairOf(one.market),
        kind: one.market.kind,
        fall: orNull(one.fall),
        excess: orNull(one.excess),
      })),
  };
}

/** The median over every spot book there is, minute by minute; NaN where there is none. */
function mediansOf(spot: readonly VenueSeries[], field: 'low' | 'close'): Float64Array {
  const [first] = spot;
  if (first === undefined) return new Float64Array();
  return first[field].map((_, slot) =>
    medianOf(spot.map((one) => one[field][slot] as number).filter((price) => !Number.isNaN(price))),
  );
}
