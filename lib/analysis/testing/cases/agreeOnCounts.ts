import { ascending } from '../../../domain/ascending';
import type { EventOrder } from '../../scorecards/orderOfEvents';
import type { Scorecard } from '../../scorecards/scorecard';
import type { ReadEvents } from '../reading/events';
import type { ReadScorecard } from '../reading/scorecards';
import { isSameSum, rowNameOf, unlike } from './agree';

/** Where the scorecards of one analysis differ, in words; the area is a sum of many minutes and agrees but for rounding. */
export function scorecardDifferences(kernel: readonly Scorecard[], read: readonly ReadScorecard[]): readonly string[] {
  return [
    ...unlike(
      'scorecards',
      kernel.map((card) => countsOf(card.market, card)),
      read.map((card) => countsOf(card.row, card)),
    ),
    ...kernel.flatMap(({ market, deepest, worstRank, areaPctMinutes }, i) => {
      const other = read[i];
      if (other === undefined) return [];
      const name = rowNameOf(market);
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

type Row = Parameters<typeof rowNameOf>[0];
type Counts = Pick<ReadScorecard, 'episodes' | 'measuredMinutes' | 'minutesBeyond' | 'minutesOutside'>;

const countsOf = (row: Row, { episodes, measuredMinutes, minutesBeyond, minutesOutside }: Counts): unknown => ({
  row: rowNameOf(row),
  episodes,
  measuredMinutes,
  minutesBeyond,
  minutesOutside,
});

/** Where the orders of events differ: the minutes of each row, and who stands before whom. */
export function eventDifferences(kernel: readonly EventOrder[], read: readonly ReadEvents[]): readonly string[] {
  const minutes = (row: Row, { strayed, fell, recovered }: Omit<ReadEvents, 'row'>) => ({
    row: rowNameOf(row),
    strayed,
    fell,
    recovered,
  });
  const byRow = (a: { readonly row: string }, b: { readonly row: string }): number => ascending(a.row, b.row);
  return [
    ...unlike(
      'events',
      kernel.map((one) => minutes(one.market, one)).sort(byRow),
      read.map((one) => minutes(one.row, one)).sort(byRow),
    ),
    ...kernel.flatMap(({ market, strayed: [moved] }, i) => {
      const before = kernel[i - 1];
      return before === undefined || mayPrecede(before, moved, market.venue)
        ? []
        : [`${rowNameOf(market)} stands after ${rowNameOf(before.market)}`];
    }),
  ];
}

/** Who moved first stands first; who never did, last; of equals, by venue. */
function mayPrecede({ market, strayed: [earlier] }: EventOrder, moved: number | undefined, venue: string): boolean {
  if (earlier === moved) return market.venue <= venue;
  return earlier !== undefined && (moved === undefined || earlier < moved);
}
