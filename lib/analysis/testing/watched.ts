import type { Asset, Venue } from '../../domain/market';
import { minute, minuteRange } from '../../domain/minute';
import { RATE_RULES } from '../../domain/rate';
import type { VenueSeries } from '../types';
import { EpisodeWatch } from '../episodes/episodeWatch';
import type { OpenEpisode, PeakFacts } from '../episodes/openEpisode';

/** T; an episode is left below 12.5 %. Percents of eighths are exact in binary. */
const ENTER = 0.25;

/** How far a minute's low and its close lie below the reference, in percent; one number: both. `none`: missing. */
export type Watched = number | readonly [low: number, close: number];
export const none = NaN;
export const holes = (minutes: number): readonly number[] => Array.from({ length: minutes }, () => none);

/** Columns of minutes whose reference is 100 and whose other venues' lowest low is 80. */
function seriesOf(minutes: readonly Watched[]): VenueSeries {
  const [lows, closes] = ([0, 1] as const).map((which) =>
    Float64Array.from(minutes, (one) => -(typeof one === 'number' ? one : one[which]) / 100),
  ) as [Float64Array, Float64Array];
  const hundred = lows.map(() => 100);
  const columns: Partial<VenueSeries> = {
    dLow: lows,
    dClose: closes,
    low: lows.map((d) => 100 + 100 * d),
    referenceLow: hundred,
    missing: Uint8Array.from(lows, (d) => Number(Number.isNaN(d))),
    peers: Uint8Array.from(lows, (_, slot) => 3 + (slot % 2)),
    rateRule: new Uint8Array(minutes.length).fill(RATE_RULES.indexOf('usd')),
  };
  return columns as VenueSeries;
}

export function take(
  watch: EpisodeWatch,
  minutes: readonly Watched[],
  from: number,
  doubtAt: PeakFacts['doubtAt'] = () => ({ uncertainty: 0, isWeak: false }),
): void {
  const series = seriesOf(minutes);
  const others = series.low.map(() => 80);
  watch.take(
    minuteRange(minute(from), minute(from + minutes.length)),
    series,
    { lowest: others, nextLow: others, highest: others, nextHigh: others, ownLow: undefined, ownHigh: undefined },
    {
      market: { venue: 'binance' as Venue, base: 'ATOM' as Asset, quote: 'USDT', kind: 'spot' },
      doubtAt,
      blocsAt: () => undefined,
    },
  );
}

/** Of prices below the reference, in a window that begins with minute 0. */
export const newWatch = (enter = ENTER): EpisodeWatch => new EpisodeWatch('binance spot', 'below', enter, minute(0));

/** The episodes of such a window that ends with these minutes. */
export function episodesOf(minutes: readonly Watched[]): readonly OpenEpisode[] {
  const watch = newWatch();
  take(watch, minutes, 0);
  watch.finish();
  return watch.ended;
}
