import { oneSourceEach } from '../../analysis/markets/sources';
import {
  differencesOf,
  worstFirst,
  type Difference,
  type DifferingMinute,
} from '../../analysis/sources/sourceDifferences';
import type { MarketColumns } from '../../analysis/types';
import type { DifferingMinuteAnswer, SourceCandle, SourcePair } from '../../api/revisions';
import { ascending } from '../../domain/ascending';
import { CANDLE_FIELDS, type CandleField, type CandleValues, valuesAt } from '../../domain/candle';
import { grouped } from '../../domain/grouped';
import type { Instant } from '../../domain/instant';
import { nameOf, pairOf, type Market } from '../../domain/market';
import { formatMinute, type MinuteRange } from '../../domain/minute';
import { columnsOf } from '../../store/days/candles';
import { withSnapshot } from '../../store/connection/transactions';
import type { StoredMarket } from '../../store/coverage/storedCoverage';
import type { Context } from '../context';
import { orNull } from '../deviations/rows';

/** The sources of one asset's markets against each other in one window. */
export interface ComparedSources {
  /** How many markets more than one source answered for in the window. */
  readonly markets: number;
  readonly pairs: readonly SourcePair[];
  readonly differing: number;
  /** Worst first, at most as many as asked for. */
  readonly worst: readonly Ranked[];
}

export interface ComparedAsked {
  /** At most so many of the worst. */
  readonly limit: number;
  /** The data as they were known then; undefined: as it is known now. */
  readonly asOf: Instant | undefined;
}

/** A line of the answer, and what ranks it. */
export interface Ranked extends Rankable {
  readonly line: DifferingMinuteAnswer;
}

const rankedLine = (difference: Difference, line: DifferingMinuteAnswer): Ranked => ({
  difference,
  line,
  order: `${line.minute} ${line.asset} ${line.venue} ${line.market} ${line.kind} ${line.other}`,
});

/** What ranks a line: how far it is apart, and its name. */
export interface Rankable {
  readonly difference: Difference;
  readonly order: string;
}

/** Ties go to the earlier minute, then by name: the same holdings give the same list. */
export const byRank = (a: Rankable, b: Rankable): number =>
  worstFirst(a.difference, b.difference) || ascending(a.order, b.order);

/**
 * Every source of each of an asset's markets against the one an analysis of the window would take. One market after the other,
 * so that no more than its own sources are in memory.
 */
export async function compareSources(
  context: Context,
  books: readonly StoredMarket[],
  range: MinuteRange,
  { limit, asOf }: ComparedAsked,
): Promise<ComparedSources> {
  const groups = grouped(books, ({ market }) => nameOf(market));
  const several = [...groups.values()].filter((sources) => sources.length > 1);
  const pairs: SourcePair[] = [];
  let worst: readonly Ranked[] = [];
  for (const sources of several) {
    const all = await withSnapshot(context.database, (snapshot) => columnsOf(snapshot, sources, range, { asOf }));
    const [preferred] = oneSourceEach(all, range);
    if (preferred === undefined) continue;
    for (const other of all.filter(({ source }) => source !== preferred.source)) {
      const { pair, ranked } = compare(preferred, other, limit);
      // A source without data in this window cannot be compared with the other.
      if (pair.compared + pair.onlySource === 0 || pair.compared + pair.onlyOther === 0) continue;
      pairs.push(pair);
      worst = [...worst, ...ranked].sort(byRank).slice(0, limit);
    }
  }
  const markets = new Set(pairs.map(({ venue, market, kind }) => `${venue} ${market} ${kind}`)).size;
  return { markets, pairs, differing: pairs.reduce((sum, pair) => sum + pair.differing, 0), worst };
}

export const marketNames = (market: Market): Pick<SourcePair, 'asset' | 'venue' | 'market' | 'kind'> => ({
  asset: market.base,
  venue: market.venue,
  market: pairOf(market),
  kind: market.kind,
});

function compare(
  one: MarketColumns,
  other: MarketColumns,
  limit: number,
): { readonly pair: SourcePair; readonly ranked: readonly Ranked[] } {
  const found = differencesOf(one.candles, other.candles);
  const counted = (is: (difference: Difference) => boolean): number =>
    found.differing.filter(({ difference }) => is(difference)).length;
  const named = { ...marketNames(one.market), source: one.source, other: other.source };
  return {
    pair: {
      ...named,
      compared: found.compared,
      alike: found.alike,
      differing: found.differing.length,
      priceDiffers: counted((difference) => difference.kind === 'values' && difference.price !== 0),
      onlySourceTraded: counted((difference) => difference.kind === 'one-has-none' && difference.without === 'b'),
      onlyOtherTraded: counted((difference) => difference.kind === 'one-has-none' && difference.without === 'a'),
      volumeDiffers: counted((difference) => difference.kind === 'values' && difference.price === 0),
      onlySource: found.onlyA,
      onlyOther: found.onlyB,
    },
    ranked: [...found.differing]
      .sort((a, b) => worstFirst(a.difference, b.difference) || a.minute - b.minute)
      .slice(0, limit)
      .map((differing) => rankedLine(differing.difference, { ...named, ...lineOf(differing, one, other) })),
  };
}

function lineOf(
  { minute, difference }: DifferingMinute,
  one: MarketColumns,
  other: MarketColumns,
): Pick<DifferingMinuteAnswer, 'minute' | 'said' | 'otherSaid' | keyof Apart> {
  const slot = minute - one.candles.range.from;
  const without = difference.kind === 'one-has-none' ? difference.without : undefined;
  return {
    minute: formatMinute(minute),
    said: without === 'a' ? null : candleAnswer(valuesAt(one.candles, slot)),
    otherSaid: without === 'b' ? null : candleAnswer(valuesAt(other.candles, slot)),
    ...apartOf(difference),
  };
}

type Apart = Pick<DifferingMinuteAnswer, 'fields' | 'low' | 'high' | 'price' | 'volume'>;

/** How far one candle is from another, as the contract says it; undefined: in nothing an analysis looks at. */
export function apartOf(difference: Difference | undefined): Apart {
  if (difference === undefined) return { fields: [], low: 0, high: 0, price: 0, volume: 0 };
  if (difference.kind === 'one-has-none')
    return { fields: [...CANDLE_FIELDS], low: null, high: null, price: null, volume: null };
  const { fields, low, high, price, volume } = difference;
  return { fields: [...fields], low: orNull(low), high: orNull(high), price: orNull(price), volume: orNull(volume) };
}

/** A candle for the answer; null: there was none. */
export function candleAnswer(said: CandleValues): SourceCandle | null {
  if (said === undefined) return null;
  const volume = (field: CandleField): number | null => orNull(said[field]);
  return {
    open: said.open,
    high: said.high,
    low: said.low,
    close: said.close,
    baseVolume: volume('baseVolume'),
    quoteVolume: volume('quoteVolume'),
    trades: volume('trades'),
  };
}
