import type { Minute, MinuteRange } from '../../domain/minute';
import { CALM_MINUTES, MOST_MISSING_MINUTES } from '../../domain/method';
import type { OthersRange } from '../reference/outside';
import { censoringOf, type Ending, type Side } from '../../domain/episode';
import type { VenueSeries } from '../types';
import { OpenEpisode, type PeakFacts } from './openEpisode';

/** The episodes of one row and side (method, section 5) as its minutes come in, day by day, in order. */
export class EpisodeWatch {
  #open: OpenEpisode | undefined;
  #missing = 0;
  /** Ended, and not recovered yet. */
  #recovering: OpenEpisode[] = [];
  /** Ended, in order. */
  readonly ended: OpenEpisode[] = [];

  /** `windowFrom`: an episode that begins there may have begun before; undefined: what lies before is known. */
  constructor(
    readonly row: string,
    readonly side: Side,
    readonly enter: number,
    readonly windowFrom: Minute | undefined,
  ) {}

  /** Whether nothing before this moment matters to what comes: no episode open, no recovery looked for. */
  get isClean(): boolean {
    return this.#open === undefined && this.#recovering.length === 0;
  }

  /** Takes in minutes of which nothing is measured; answers the episode that was open when they began. */
  miss({ from, to }: MinuteRange): readonly OpenEpisode[] {
    const carried = this.#open;
    for (let minute: number = from; minute < to && this.#open !== undefined; minute += 1) {
      this.#missing += 1;
      this.#open.unknown();
      if (this.#missing > MOST_MISSING_MINUTES) this.#end('gap');
    }
    return carried === undefined ? [] : [carried];
  }

  /** Gives up looking for the recovery of episodes whose last minute lies before. */
  giveUp(before: Minute): void {
    this.#recovering = this.#recovering.filter(({ last }) => last >= before);
  }

  /** Takes in the minutes of a day; answers the episodes that had a minute in it. */
  take(range: MinuteRange, series: VenueSeries, others: OthersRange, facts: PeakFacts): readonly OpenEpisode[] {
    const values = this.side === 'below' ? series.dLow : series.dHigh;
    const sign = this.side === 'below' ? -1 : 1;
    const before = this.ended.length;
    const carried = this.#open;
    for (let slot = 0; slot < values.length; slot += 1) {
      if (this.#open === undefined && this.#recovering.length === 0) {
        slot = nextBeyond(values, this.side, this.enter, slot);
        if (slot === values.length) break;
      }
      this.#minute(range.from + slot, slot, sign * (values[slot] as number), series, others, facts);
    }
    const touched = [
      ...(carried === undefined ? [] : [carried]),
      ...this.ended.slice(before),
      ...(this.#open === undefined ? [] : [this.#open]),
    ];
    for (const episode of touched) episode.settlePeak();
    return [...new Set(touched)];
  }

  #minute(
    minute: number,
    slot: number,
    depth: number,
    series: VenueSeries,
    others: OthersRange,
    facts: PeakFacts,
  ): void {
    const dClose = series.dClose[slot] as number;
    for (const episode of this.#recovering) episode.recover(minute, dClose);
    this.#recovering = this.#recovering.filter(({ recoveryMinutes }) => recoveryMinutes === undefined);
    if (Number.isNaN(depth)) {
      this.#missing += 1;
      this.#open?.unknown();
      this.#open?.recover(minute, dClose);
      if (this.#missing > MOST_MISSING_MINUTES) this.#end('gap');
      return;
    }
    this.#missing = 0;
    if (this.#open === undefined) {
      if (depth < this.enter) return;
      this.#open = new OpenEpisode(this.row, this.side, this.enter, minute);
    }
    this.#open.measured(minute, slot, depth, series, others, facts);
    this.#open.recover(minute, dClose);
    if (this.#open.calm === CALM_MINUTES) this.#end('left');
  }

  #end(ending: Ending): void {
    const episode = this.#open;
    if (episode === undefined) return;
    this.#open = undefined;
    episode.censored = censoringOf(ending, episode.start === this.windowFrom);
    this.ended.push(episode);
    if (episode.recoveryMinutes === undefined) this.#recovering.push(episode);
  }

  /** The window is over. */
  finish(): void {
    this.#end('end');
  }
}

/** The next slot at or beyond the entry level: nothing else matters while no episode is open. A hole is at or beyond nothing. */
function nextBeyond(values: Float64Array, side: Side, enter: number, from: number): number {
  let slot = from;
  if (side === 'below') while (slot < values.length && !((values[slot] as number) <= -enter)) slot += 1;
  else while (slot < values.length && !((values[slot] as number) >= enter)) slot += 1;
  return slot;
}
