import { worstFirst } from '../../analysis/sources/sourceDifferences';
import { compareTimeframe, type Disagreement } from '../../analysis/timeframes/compare';
import type { MarketColumns } from '../../analysis/types';
import type { TimeframeCheck, TimeframeDisagreement } from '../../api/revisions';
import { formatInstant, instant } from '../../domain/instant';
import { isComputed } from '../../domain/market';
import { formatMinute, type MinuteRange } from '../../domain/minute';
import { spanOfCandle, touchedCandles } from '../../domain/timeframe';
import { columnsOf } from '../../store/days/candles';
import { withSnapshot } from '../../store/connection/transactions';
import { longerCandlesOf, type LongerSource, type StoredTimeframe } from '../../store/longer/longerCandles';
import type { Context } from '../context';
import { apartOf, byRank, candleAnswer, marketNames, type ComparedAsked, type Rankable } from './sourcePairs';

/** A line of the answer, and what ranks it. */
export interface RankedTimeframe extends Rankable {
  readonly line: TimeframeDisagreement;
}

/** An asset's longer candles against its minutes, in one window. */
export interface ComparedTimeframes {
  readonly checks: readonly TimeframeCheck[];
  readonly disagreeing: number;
  /** Worst first, at most as many as asked for. */
  readonly worst: readonly RankedTimeframe[];
}

/**
 * Every stored longer candle of these sources that shares a minute with the range, against the minutes of the same source. One market and source
 * after the other, so that no more than its candles are in memory.
 */
export async function compareTimeframes(
  context: Context,
  books: readonly LongerSource[],
  range: MinuteRange,
  { limit, asOf }: ComparedAsked,
): Promise<ComparedTimeframes> {
  const checks: TimeframeCheck[] = [];
  let disagreeing = 0;
  let worst: readonly RankedTimeframe[] = [];
  for (const book of books) {
    const [minutes] = await withSnapshot(context.database, (snapshot) =>
      columnsOf(snapshot, [book], touchedCandles(range, '1d'), { asOf }),
    );
    if (minutes === undefined) continue;
    for (const stored of await longerCandlesOf(context.database, book, { range, asOf })) {
      const { check, ranked } = compareOne(minutes, stored);
      checks.push(check);
      disagreeing += ranked.length;
      worst = [...worst, ...ranked].sort(byRank).slice(0, limit);
    }
  }
  return { checks, disagreeing, worst };
}

function compareOne(
  { candles: minutes }: MarketColumns,
  stored: StoredTimeframe,
): { readonly check: TimeframeCheck; readonly ranked: readonly RankedTimeframe[] } {
  const { market, source, timeframe, candles } = stored;
  const found = compareTimeframe(minutes, timeframe, candles, isComputed(market.kind));
  return {
    check: {
      ...marketNames(market),
      source,
      timeframe,
      compared: found.compared,
      agreeing: found.agreeing,
      disagreeing: found.compared - found.agreeing,
      unanswered: found.unanswered,
    },
    ranked: [...found.disagreements]
      .sort((a, b) => worstFirst(a.difference, b.difference))
      .map((disagreement) => rankedLine(stored, disagreement)),
  };
}

function rankedLine({ market, source, timeframe }: StoredTimeframe, found: Disagreement): RankedTimeframe {
  const { from, to } = spanOfCandle(found.open, timeframe);
  const line: TimeframeDisagreement = {
    ...marketNames(market),
    source,
    timeframe,
    from: formatMinute(from),
    to: formatMinute(to),
    folded: candleAnswer(found.folded),
    said: candleAnswer(found.observation.said),
    seen: formatInstant(instant(found.observation.observedAtMs)),
    stands: found.stands,
    ...apartOf(found.difference),
  };
  return {
    difference: found.difference,
    line,
    order: `${line.from} ${line.asset} ${line.venue} ${line.market} ${line.kind} ${line.source} ${line.timeframe} ${line.seen}`,
  };
}
