import { ascending } from '../../domain/ascending';
import type { EventOrder } from '../scorecards/orderOfEvents';
import type { Scorecard } from '../scorecards/scorecard';
import { isSameSum, nameOf, unlike } from './agree';
import type { BruteEvents } from './events';
import type { BruteScorecard } from './scorecards';

/** Where the scorecards of one analysis differ, in words; the area is a sum of many minutes and agrees but for rounding. */
export function scorecardDifferences(
  kernel: readonly Scorecard[],
  brute: readonly BruteScorecard[],
): readonly string[] {
  return [
    ...unlike('scorecards', kernel.map(counts), brute.map(counts)),
    ...kernel.flatMap(({ market, deepest, worstRank, areaPctMinutes }, i) => {
      const other = brute[i];
      if (other === undefined) return [];
      const name = nameOf(market);
      const isPlace = worstRank === undefined ? other.places.length === 0 : other.places.includes(worstRank);
      return [
        ...unlike(`${name} deepest`, deepest === undefined ? undefined : Math.abs(deepest.peak), other.deepest),
        ...(isPlace ? [] : [`${name} rank: ${String(worstRank)} against ${other.places.join(' or ')}`]),
        ...(isSameSum(areaPctMinutes, other.areaPctMinutes)
          ? []
          : [`${name} area: ${String(areaPctMinutes)} against ${String(other.areaPctMinutes)}`]),
      ];
    }),
  ];
}

const counts = ({
  market,
  episodes,
  measuredMinutes,
  minutesBeyond,
  minutesOutside,
}: Scorecard | BruteScorecard): unknown => ({
  market: nameOf(market),
  episodes,
  measuredMinutes,
  minutesBeyond,
  minutesOutside,
});

/** Where the orders of events differ: the minutes of each market, and who stands before whom. */
export function eventDifferences(kernel: readonly EventOrder[], brute: readonly BruteEvents[]): readonly string[] {
  const minutes = (all: readonly (EventOrder | BruteEvents)[]): unknown =>
    all
      .map(({ market, strayed, fell, recovered }) => ({ market: nameOf(market), strayed, fell, recovered }))
      .sort((a, b) => ascending(a.market, b.market));
  return [
    ...unlike('events', minutes(kernel), minutes(brute)),
    ...kernel.flatMap(({ market, strayed: [moved] }, i) => {
      const before = kernel[i - 1];
      return before === undefined || mayPrecede(before, moved, market.venue)
        ? []
        : [`${nameOf(market)} stands after ${nameOf(before.market)}`];
    }),
  ];
}

/** Who moved first stands first; who never did, last; of equals, by venue. */
function mayPrecede({ market, strayed: [earlier] }: EventOrder, moved: number | undefined, venue: string): boolean {
  if (earlier === moved) return market.venue <= venue;
  return earlier !== undefined && (moved === undefined || earlier < moved);
}

/** Everything worth telling of the scorecards and the events of one case. */
export function scorecardSituations(cards: readonly Scorecard[], orders: readonly EventOrder[]): ReadonlySet<string> {
  const met = new Set<string>();
  for (const { minutesBeyond, minutesOutside, worstRank } of cards) {
    minutesBeyond.forEach((minutes, level) => {
      if (minutes > 0) met.add(`scorecard: beyond level ${String(level)}`);
    });
    if (minutesOutside > 0) met.add('scorecard: outside');
    met.add(`scorecard: ${worstRank === undefined ? 'no rank' : worstRank > 2 ? 'a third place' : 'a rank'}`);
  }
  orders.forEach(({ strayed: [moved], recovered, fell }, i) => {
    if (moved !== undefined && orders[i - 1]?.strayed[0] === moved) met.add('events: moved at once');
    met
      .add(`events: ${moved === undefined ? 'never moved' : 'moved'}`)
      .add(`events: ${recovered === undefined ? 'not recovered' : 'recovered'}`)
      .add(`events: ${fell[2] === undefined ? 'never fell' : 'fell'}`);
  });
  return met;
}
