import type { Asset } from '../../domain/market';
import { dayOf, startOf, type Day } from '../../domain/minute';
import type { MeasuredDay } from '../days/day';
import type { Episode } from '../types';
import { EpisodeRun } from './episodeRun';

/**
 * Episodes over whole UTC days, of which some may be left out: nothing is measured on those. The recovery of an episode is looked for until the
 * day after its last minute is over, so that a day may begin anew where nothing is open.
 */
export class DayByDay {
  readonly #run: EpisodeRun;
  #hasBegun = false;
  #next: Day | undefined;

  constructor(asset: Asset, enter: number) {
    this.#run = new EpisodeRun(asset, enter, undefined);
  }

  /** Whether what comes depends on nothing that was. */
  get isClean(): boolean {
    return this.#run.isClean;
  }

  /**
   * Takes in the next day; days come in ascending order. `isFirst`: nothing is known of the day before, so what begins with the day may
   * have begun earlier.
   */
  take(day: MeasuredDay, isFirst: boolean): void {
    const today = dayOf(day.range.from);
    if (this.#next !== undefined && this.#next < today) this.#skip(this.#next, today);
    if (!this.#hasBegun || isFirst) this.#run.begin(isFirst ? day.range.from : undefined);
    this.#hasBegun = true;
    this.#run.take(day);
    this.#over(today);
  }

  /** Nothing is known of what comes after: what is still open touches the edge. The episodes so far, deepest first. */
  finish(): readonly Episode[] {
    return this.#run.finish();
  }

  /** Days of which nothing is stored: open episodes close by the gap, recoveries are looked for no longer. */
  #skip(from: Day, to: Day): void {
    this.#run.miss({ from: startOf(from), to: startOf(to) });
    this.#over((to - 1) as Day);
  }

  #over(day: Day): void {
    this.#run.giveUp(startOf(day));
    this.#next = (day + 1) as Day;
  }
}
