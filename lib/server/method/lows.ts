import { measureDay, type Known } from '../../analysis/days/day';
import { lowsOf } from '../../analysis/lows/lows';
import { WindowExtremes } from '../../analysis/lows/windowExtremes';
import type { MethodExample } from '../../api/method';
import { pairOf } from '../../domain/market';
import { formatMinute, partsByDay } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { orNull } from '../deviations/rows';

/** Who stood lowest in the example's window (method, section 6). */
export function lowsExampleOf(question: Question, known: Known): MethodExample['lows'] {
  const extremes = new WindowExtremes();
  for (const range of partsByDay(question.range)) extremes.take(measureDay(question, range, known));
  const { lows, isRanked, lowest, unranked } = lowsOf(extremes.venues());
  return {
    lows: lows.map(({ venue, market, minute, price, rateRule, uncertainty }) => ({
      venue,
      market: pairOf(market),
      minute: formatMinute(minute),
      price,
      rule: rateRule,
      uncertainty: orNull(uncertainty),
    })),
    isRanked,
    gap: orNull(lowest?.gap),
    isWide: lowest?.isWide ?? false,
    unranked: [...unranked],
  };
}
