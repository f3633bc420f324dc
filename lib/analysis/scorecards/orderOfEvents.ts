import { ascending } from '../../domain/ascending';
import { isEndSeen } from '../../domain/episode';
import type { Market } from '../../domain/market';
import { EVENT_LEVELS } from '../../domain/method';
import { plus, type Minute } from '../../domain/minute';
import { firstLevelOf } from './fall';
import type { Analysis, VenueSeries } from '../types';

/** When one market moved. At one-minute bars this is an order, not causality. */
export interface EventOrder {
  readonly market: Market;
  /** The first minute its low lay each of EVENT_LEVELS below its reference; undefined: never in the window. */
  readonly strayed: readonly (Minute | undefined)[];
  /** The first minute its low lay that far below its level before the event (the median of the window's first five closes). */
  readonly fell: readonly (Minute | undefined)[];
  readonly episodes: number;
  /** The minute after its last episode; undefined: it had none, or nobody saw it come back (the window ended, or more than 30 minutes are missing). */
  readonly recovered: Minute | undefined;
}

/** Every market, who strayed first first; those that never did, last; of equals, by venue, then as shown in the analysis. */
export function orderOfEvents({ question, series, episodes }: Analysis): readonly EventOrder[] {
  const { from } = question.range;
  const orders = series.map((one): EventOrder => {
    const level = firstLevelOf(one.close);
    const own = episodes.filter(({ venue, kind }) => venue === one.venue && kind === one.kind);
    const last = own.reduce<(typeof own)[number] | undefined>(
      (latest, episode) => (latest === undefined || episode.end > latest.end ? episode : latest),
      undefined,
    );
    return {
      market: one.market,
      episodes: own.length,
      strayed: EVENT_LEVELS.map((depth) =>
        minuteOf(
          firstSlot(one, (slot) => (one.dLow[slot] as number) <= -depth),
          from,
        ),
      ),
      fell: EVENT_LEVELS.map((depth) =>
        minuteOf(
          firstSlot(one, (slot) => (one.low[slot] as number) / level - 1 <= -depth),
          from,
        ),
      ),
      recovered: last !== undefined && isEndSeen(last.censored) ? last.end : undefined,
    };
  });
  return [...orders].sort(whoMovedFirst);
}

/** Of two markets of one venue that moved in the same minute neither comes first: a stable sort leaves them as shown. */
export const whoMovedFirst = (a: EventOrder, b: EventOrder): number =>
  ascending(earliest(a), earliest(b)) || ascending(a.market.venue, b.market.venue);

const earliest = ({ strayed }: EventOrder): number => strayed[0] ?? Infinity;

function firstSlot({ missing }: VenueSeries, test: (slot: number) => boolean): number {
  for (let slot = 0; slot < missing.length; slot += 1) if (test(slot)) return slot;
  return -1;
}

const minuteOf = (slot: number, from: Minute): Minute | undefined => (slot < 0 ? undefined : plus(from, slot));
