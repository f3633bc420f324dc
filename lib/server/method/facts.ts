import { orderOfEvents } from '../../analysis/scorecards/orderOfEvents';
import { MISSING, type Analysis, type VenueSeries } from '../../analysis/types';
import type { MethodExample } from '../../api/method';
import { pairOf } from '../../domain/market';
import { EVENT_LEVELS } from '../../domain/method';
import type { Missing } from '../../domain/missing';
import { formatMinute, plus, type Minute } from '../../domain/minute';

const REASONS = MISSING.filter((why): why is Missing => why !== 'measured');

/** How many minutes of the window are holes of each kind, and where the first one is. */
export function holesOf({ question, series }: Analysis): MethodExample['missing'] {
  return REASONS.map((reason) => {
    const code = MISSING.indexOf(reason);
    let minutes = 0;
    let first: { readonly slot: number; readonly at: number } | undefined;
    series.forEach(({ missing }, at) => {
      missing.forEach((why, slot) => {
        if (why !== code) return;
        minutes += 1;
        if (first === undefined || slot < first.slot) first = { slot, at };
      });
    });
    const found = first === undefined ? undefined : { market: series[first.at]?.market, slot: first.slot };
    return {
      reason,
      minutes,
      first:
        found?.market === undefined
          ? null
          : {
              venue: found.market.venue,
              market: pairOf(found.market),
              minute: formatMinute(plus(question.range.from, found.slot)),
            },
    };
  });
}

/** Minutes in which a market was measured, over all markets. */
export const measuredMinutesOf = ({ series }: Analysis): number =>
  series.reduce((total, { missing }) => total + missing.filter((why) => why === 0).length, 0);

const orNone = (at: Minute | undefined): string | null => (at === undefined ? null : formatMinute(at));

/** Who moved first and was back last, as the contract says it (method, section 9). */
export const orderOf = (analysis: Analysis): MethodExample['order'] => ({
  levels: [...EVENT_LEVELS],
  markets: orderOfEvents(analysis).map(({ market, strayed, fell, recovered, episodes }) => ({
    venue: market.venue,
    market: pairOf(market),
    kind: market.kind,
    ...knownOf(analysis.series.find((one) => one.market === market)),
    strayed: strayed.map(orNone),
    fell: fell.map(orNone),
    episodes,
    recovered: orNone(recovered),
  })),
});

const NONE = { measured: 0, priced: 0 };

const knownOf = (series: VenueSeries | undefined): typeof NONE =>
  series === undefined
    ? NONE
    : {
        measured: series.missing.filter((why) => why === 0).length,
        priced: series.low.filter((price) => !Number.isNaN(price)).length,
      };
