import { nameOf, type Asset, type Market, type Source } from '../../domain/market';
import { dayOf, type Day } from '../../domain/minute';
import type { Episode } from '../types';
import { DayByDay, type MeasuredDay } from './dayByDay';
import { settles } from './settles';

/** An episode of everything held, and the source that said its peak. */
export interface ScanEpisode {
  readonly asset: Asset;
  readonly source: Source;
  readonly episode: Episode;
}

/** What is kept of a day of which something is held. */
export interface KeptDay {
  /** Not computed from the candles as they are. */
  readonly isStale: boolean;
  /** The midnight at its end was clean when the next day was computed; false where neither ever was. */
  readonly isClean: boolean;
  /** By the candles as they are, the midnight at its end is clean whatever came before the day: true also of a stale day looked at. */
  readonly isSettled: boolean;
}

/** Days computed anew, both ends included: all episodes that began in them are replaced by these. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly episodes: readonly ScanEpisode[];
}

/** One asset in one scan: its name, the entry level, and every market of it that may take part. */
export interface WalkOf {
  readonly asset: Asset;
  readonly enter: number;
  readonly markets: readonly Market[];
}

type Step =
  /** Whether the day settles everything by itself. */
  | { readonly kind: 'probe'; readonly day: Day }
  | { readonly kind: 'compute'; readonly day: Day; readonly from: Day; readonly run: DayByDay; readonly sources: Map<string, Source> };

const next = (day: Day): Day => (day + 1) as Day;
const before = (day: Day): Day => (day - 1) as Day;

/**
 * Brings the days of a window up to date, so that every episode that overlaps it is what a computation of everything held
 * would say, and computes no day more than that needs. Says which day it wants measured (`wanted`) and takes it (`take`),
 * until it wants none. Days before the window are looked at only back to one that settles everything; days after it are
 * computed only while an episode runs on or a recovery is looked for.
 */
export class Walk {
  readonly #of: WalkOf;
  readonly #kept: Map<Day, KeptDay>;
  readonly #window: readonly [Day, Day];
  readonly #changed = new Set<Day>();
  #step: Step | undefined;
  /** The midnight before it is clean. */
  #barrier: Day;
  readonly stretches: Stretch[] = [];

  /** `kept`: every day of which something is held. `window`: the first and the last day. */
  constructor(of: WalkOf, kept: ReadonlyMap<Day, KeptDay>, window: readonly [Day, Day]) {
    this.#of = of;
    this.#kept = new Map(kept);
    this.#window = window;
    this.#barrier = window[0];
    this.#step = this.#lookBack();
  }

  get asset(): Asset {
    return this.#of.asset;
  }

  /** The day to be measured next; undefined: all is up to date. */
  get wanted(): Day | undefined {
    return this.#step?.day;
  }

  /** What there is to keep of days that were looked at. */
  get changes(): readonly (KeptDay & { readonly day: Day })[] {
    return [...this.#changed].sort((a, b) => a - b).flatMap((day) => {
      const kept = this.#kept.get(day);
      return kept === undefined ? [] : [{ day, ...kept }];
    });
  }

  /** The day that was wanted. */
  take(measured: MeasuredDay): void {
    const step = this.#step;
    if (step === undefined) throw new RangeError(`no day of ${this.#of.asset} was wanted`);
    this.#step = step.kind === 'probe' ? this.#probed(step.day, measured) : this.#computed(step, measured);
  }

  #lookBack(): Step | undefined {
    for (;;) {
      const day = before(this.#barrier);
      const kept = this.#kept.get(day);
      if (kept === undefined || kept.isSettled) return this.#begin(this.#barrier);
      if (kept.isStale) return { kind: 'probe', day };
      this.#barrier = day;
    }
  }

  #probed(day: Day, measured: MeasuredDay): Step | undefined {
    const run = this.#run();
    run.take(measured, !this.#kept.has(before(day)));
    if (this.#isSettled(run, measured)) this.#keep(day, { isStale: true, isClean: this.#kept.get(day)?.isClean === true || this.#kept.get(next(day))?.isStale === true, isSettled: true });
    else this.#barrier = day;
    return this.#lookBack();
  }

  /** The first stale day of those that matter from a day on, with the days before it back to a clean midnight. */
  #begin(from: Day): Step | undefined {
    let stale = from;
    for (; this.#kept.get(stale)?.isStale !== true; stale = next(stale)) {
      if (stale > this.#window[1] && !this.#runsInto(stale)) return undefined;
    }
    if (stale > this.#window[1] && !this.#runsInto(stale)) return undefined;
    let first = stale;
    while (first > this.#barrier && this.#runsInto(first)) first = before(first);
    return { kind: 'compute', day: first, from: first, run: this.#run(), sources: new Map() };
  }

  /** Something is open at the midnight before a day that is held. */
  #runsInto(day: Day): boolean {
    return this.#kept.has(day) && this.#kept.get(before(day))?.isClean === false;
  }

  #computed(step: Extract<Step, { kind: 'compute' }>, measured: MeasuredDay): Step | undefined {
    const { day, from, run, sources } = step;
    const old = this.#kept.get(day);
    run.take(measured, !this.#kept.has(before(day)));
    for (const { chosen } of measured.all) sources.set(saidBy(chosen.market, day), chosen.source);
    this.#keep(day, { isStale: false, isClean: run.isClean, isSettled: this.#isSettled(run, measured) });
    const following = this.#kept.get(next(day));
    const isOver = following === undefined || (run.isClean && (old?.isClean === true || following.isStale));
    if (!isOver) return { ...step, day: next(day) };
    this.stretches.push({ from, to: day, episodes: run.finish().map((episode) => this.#said(episode, sources)) });
    return this.#begin(next(day));
  }

  #said(episode: Episode, sources: ReadonlyMap<string, Source>): ScanEpisode {
    const source = sources.get(saidBy(episode.market, dayOf(episode.peakMinute)));
    if (source === undefined) throw new RangeError(`nobody said the peak of ${episode.id}`);
    return { asset: this.#of.asset, source, episode };
  }

  #isSettled(run: DayByDay, { series }: MeasuredDay): boolean {
    return run.isClean && series.every((one) => settles(one, this.#of.enter));
  }

  #keep(day: Day, kept: KeptDay): void {
    this.#kept.set(day, kept);
    this.#changed.add(day);
  }

  #run(): DayByDay {
    return new DayByDay(this.#of.asset, this.#of.enter, this.#of.markets);
  }
}

const saidBy = (market: Market, day: Day): string => `${nameOf(market)} ${String(day)}`;
