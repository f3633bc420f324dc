import { ascending } from '../../domain/ascending';
import type { Asset, Market } from '../../domain/market';
import { dayOf, startOf, type Day, type Minute } from '../../domain/minute';
import { EpisodeWatch } from '../long/episodeWatch';
import type { OpenEpisode } from '../long/openEpisode';
import { episodeOf, type MeasuredChunk } from '../long/run';
import { othersRange } from '../reference/outside';
import type { Episode } from '../types';

/** A UTC day that was measured by itself, as a window of its own. */
export type MeasuredDay = Omit<MeasuredChunk, 'touched'>;

const keyOf = ({ venue, base, quote, kind }: Market): string => [venue, base, quote, kind].join(' ');

/** By venue, as an analysis shows its markets. */
const inOrder = (a: Market, b: Market): number => ascending(keyOf(a), keyOf(b));

/**
 * Episodes over UTC days that are measured one by one: each day has its own choice of markets and sources (and, of a wrapped
 * asset, its own ratio), and episodes run on over midnight. A market that takes no part on a day has no measured minute
 * then. The recovery of an episode is looked for until the day after its last minute is over.
 *
 * So an episode that lies within one day, touching neither of its ends, is the one that `analyse` gives of that day.
 */
export class DayByDay {
  readonly #asset: Asset;
  readonly #enter: number;
  /** Every market that may take part on some day, in the order shown: an episode's place among them stays the same. */
  readonly #markets: readonly Market[];
  #watches: readonly EpisodeWatch[] = [];
  /** Of watches that were set aside. */
  readonly #ended: OpenEpisode[] = [];
  #next: Day | undefined;

  constructor(asset: Asset, enter: number, markets: readonly Market[]) {
    this.#asset = asset;
    this.#enter = enter;
    this.#markets = [...new Map(markets.map((market) => [keyOf(market), market])).values()].sort(inOrder);
  }

  /** Whether what comes depends on nothing that was. */
  get isClean(): boolean {
    return this.#watches.every((watch) => watch.isClean);
  }

  /**
   * Takes in the next day. Days come in ascending order; days that are left out have nothing measured. `isFirst`: nothing is
   * known of the day before, so what begins with the day may have begun earlier.
   */
  take(day: MeasuredDay, isFirst: boolean): void {
    const today = dayOf(day.range.from);
    if (this.#next !== undefined && this.#next < today) this.#skip(this.#next, today);
    if (this.#watches.length === 0 || isFirst) this.#begin(isFirst ? day.range.from : undefined);
    const places = this.#markets.map((market) =>
      day.all.findIndex(({ chosen }) => keyOf(chosen.market) === keyOf(market)),
    );
    const parts = places.map((at) => day.all[at]);
    for (const watch of this.#watches) {
      const at = places[watch.place] as number;
      const series = day.series[at];
      const own = day.all[at];
      if (series === undefined || own === undefined) {
        watch.miss(day.range);
        continue;
      }
      for (const episode of watch.take(day.range, series, othersRange(own.measured.extremes, own.matrix, own.row)))
        episode.addVolumes({ range: day.range, all: parts });
    }
    this.#over(today);
  }

  /** Nothing is known of what comes after: what is still open touches the edge. The episodes so far, by their beginning. */
  finish(): readonly Episode[] {
    for (const watch of this.#watches) watch.finish();
    this.#begin(undefined);
    return this.#ended
      .map((open) => episodeOf(open, this.#asset, this.#markets[open.place] as Market))
      .sort((a, b) => a.start - b.start || ascending(a.id, b.id));
  }

  /** Days of which nothing is held: open episodes close by the gap, recoveries are looked for no longer. */
  #skip(from: Day, to: Day): void {
    for (const watch of this.#watches) watch.miss({ from: startOf(from), to: startOf(to) });
    this.#over((to - 1) as Day);
  }

  #over(day: Day): void {
    for (const watch of this.#watches) watch.giveUp(startOf(day));
    this.#next = (day + 1) as Day;
  }

  #begin(windowFrom: Minute | undefined): void {
    this.#ended.push(...this.#watches.flatMap(({ ended }) => ended));
    this.#watches = this.#markets.flatMap((_, place) =>
      (['below', 'above'] as const).map((side) => new EpisodeWatch(place, side, this.#enter, windowFrom)),
    );
  }
}
