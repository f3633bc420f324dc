import type { TimeframeCheck } from '../../api/revisions';
import { TIMEFRAMES, type Timeframe } from '../../domain/timeframe';
import { count } from './numbers';

export const timeframeSums = (checks: readonly TimeframeCheck[]): readonly string[] =>
  TIMEFRAMES.flatMap((timeframe) => {
    const mine = checks.filter((check) => check.timeframe === timeframe);
    const sum = (of: 'compared' | 'agreeing' | 'disagreeing' | 'unanswered'): number =>
      mine.reduce((total, check) => total + check[of], 0);
    return mine.length === 0 ? [] : [sumLine(timeframe, sum)];
  });

/** "1h: 64개 비교, 63개 일치, 1개 불일치; 12개는 누락된 분이 있어 비교 불가". */
function sumLine(
  timeframe: Timeframe,
  sum: (of: 'compared' | 'agreeing' | 'disagreeing' | 'unanswered') => number,
): string {
  const unanswered = sum('unanswered');
  return `${timeframe}: ${count(sum('compared'))}개 비교, ${count(sum('agreeing'))}개 일치, ${count(sum('disagreeing'))}개 불일치${unanswered === 0 ? '' : `; ${count(unanswered)}개는 누락된 분이 있어 비교 불가`}`;
}

export const longerName = (timeframe: Timeframe): string => `${timeframe} 캔들`;
