import type { TimeframeCheck } from '../../api/revisions';
import { TIMEFRAMES, type Timeframe } from '../../domain/timeframe';
import { count } from './numbers';

/** Longer candles compared with their minutes, over all markets: one line for each timeframe, shortest first. */
export const timeframeSums = (checks: readonly TimeframeCheck[]): readonly string[] =>
  TIMEFRAMES.flatMap((timeframe) => {
    const mine = checks.filter((check) => check.timeframe === timeframe);
    const sum = (of: 'compared' | 'agreeing' | 'disagreeing' | 'unanswered'): number =>
      mine.reduce((total, check) => total + check[of], 0);
    return mine.length === 0 ? [] : [sumLine(timeframe, sum)];
  });

/** "1h: 64 compared, 63 agree, 1 disagrees; 12 not comparable, minutes are missing". */
function sumLine(
  timeframe: Timeframe,
  sum: (of: 'compared' | 'agreeing' | 'disagreeing' | 'unanswered') => number,
): string {
  const [agreeing, disagreeing, unanswered] = [sum('agreeing'), sum('disagreeing'), sum('unanswered')];
  return `${timeframe}: ${count(sum('compared'))} compared, ${count(agreeing)} ${agreeing === 1 ? 'agrees' : 'agree'}, ${count(disagreeing)} ${
    disagreeing === 1 ? 'disagrees' : 'disagree'
  }${unanswered === 0 ? '' : `; ${count(unanswered)} not comparable, minutes are missing`}`;
}

/** "1h candle". */
export const longerName = (timeframe: Timeframe): string => `${timeframe} candle`;
