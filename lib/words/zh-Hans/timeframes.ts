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

function sumLine(
  timeframe: Timeframe,
  sum: (of: 'compared' | 'agreeing' | 'disagreeing' | 'unanswered') => number,
): string {
  const unanswered = sum('unanswered');
  return `${timeframe}：比较 ${count(sum('compared'))} 根，相符 ${count(sum('agreeing'))} 根，不符 ${count(sum('disagreeing'))} 根${
    unanswered === 0 ? '' : `；${count(unanswered)} 根因缺少分钟数据而无法比较`
  }`;
}

export const longerName = (timeframe: Timeframe): string => `${timeframe} K 线`;
