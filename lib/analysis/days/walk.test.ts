import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, type Day, type Minute } from '../../domain/minute';
import type { Episode } from '../types';
import { anyWorld, anyWrite, byId, day, DAYS, everyEpisode, measuredIn, WALK, type World } from './testing/world';
import { Walk, type KeptDay } from './walk';

/** For a slow machine: a hang, not a wait, is what it ends. */
const TIMEOUT_MS = 120_000;

const lastDayOf = ({ end }: Episode): Day => dayOf((end - 1) as Minute);

/** What a store would keep. */
class Kept {
  readonly days = new Map<Day, KeptDay>();
  episodes: readonly Episode[] = [];

  /** Brings a window up to date; answers how many days were measured. */
  refresh(world: World, window: readonly [Day, Day]): number {
    const walk = new Walk(WALK, this.days, window);
    let measured = 0;
    for (let wanted = walk.wanted; wanted !== undefined; wanted = walk.wanted) {
      walk.take(measuredIn(world, wanted));
      measured += 1;
    }
    for (const { day: of, ...kept } of walk.changes) this.days.set(of, kept);
    for (const { from, to, episodes } of walk.stretches) {
      this.episodes = [...this.episodes.filter(({ start }) => dayOf(start) < from || dayOf(start) > to), ...episodes.map(({ episode }) => episode)];
    }
    return measured;
  }

  written(of: Day): void {
    this.days.set(of, { isStale: true, isClean: this.days.get(of)?.isClean === true, isSettled: false });
  }

  over(window: readonly [Day, Day]): readonly Episode[] {
    return overlapping(this.episodes, window);
  }
}

const overlapping = (episodes: readonly Episode[], [first, last]: readonly [Day, Day]): readonly Episode[] =>
  byId(episodes.filter((episode) => dayOf(episode.start) <= last && lastDayOf(episode) >= first));

const anyWindow = fc.tuple(fc.integer({ min: 0, max: DAYS - 1 }), fc.integer({ min: 0, max: DAYS - 1 })).map(([a, b]): readonly [Day, Day] => [day(Math.min(a, b)), day(Math.max(a, b))]);
const WHOLE: readonly [Day, Day] = [day(0), day(DAYS - 1)];

describe('kept episodes', () => {
  it('brought up to date window by window after writes in any order are those of a computation of everything', { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(anyWorld, fc.array(fc.oneof(anyWrite, anyWindow), { minLength: 2, maxLength: 10 }), (before, steps) => {
        const world = new Map(before);
        const kept = new Kept();
        for (const of of world.keys()) kept.written(of);
        for (const step of steps) {
          if ('day' in step) {
            world.set(step.day, step.books);
            kept.written(step.day);
          } else {
            kept.refresh(world, step);
            expect(kept.over(step)).toStrictEqual(overlapping(everyEpisode(world), step));
            expect(kept.refresh(world, step)).toBe(0);
          }
        }
        kept.refresh(world, WHOLE);
        expect(byId(kept.episodes)).toStrictEqual(everyEpisode(world));
        expect([...kept.days.values()].some(({ isStale }) => isStale)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('of a window computed with nothing kept are those of a computation of everything', { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(anyWorld, anyWindow, (world, window) => {
        const fresh = new Kept();
        for (const of of world.keys()) fresh.written(of);
        fresh.refresh(world, window);
        expect(fresh.over(window)).toStrictEqual(overlapping(everyEpisode(world), window));
      }),
      { numRuns: 60 },
    );
  });

  it('of one calm day among many are known after that day and the day before it', () => {
    const calm: World = new Map(Array.from({ length: DAYS }, (_, i) => [day(i), ['binance ATOM/USDT', 'coinbase ATOM/USD', 'kraken ATOM/USD', 'okx ATOM/USDT'].map((market) => ({ market, kind: 'spot' as const, source: 'rest' as const, seed: 1, stretches: [] }))]));
    const kept = new Kept();
    for (const of of calm.keys()) kept.written(of);
    expect(kept.refresh(calm, [day(4), day(4)])).toBe(2);
    expect(kept.refresh(calm, WHOLE)).toBe(DAYS - 1);
    kept.written(day(2));
    expect(kept.refresh(calm, WHOLE)).toBe(1);
  });
});
