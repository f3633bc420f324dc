import type { Known } from '../../analysis/days/day';
import { daysRead } from '../../domain/daysRead';
import { dayOf, type MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { storedDaysOf, type DayRoom } from '../../store/days/dayByDay';
import { knownAt, ratesAt, type QuestionMarkets } from '../deviations/analysisInput';
import type { Moment } from '../moment';

/** What the part of a window that lies in one day needs. It may lie where the day before lay. */
export type KnownDays = (part: MinuteRange) => Known;

/**
 * All that the days of a piece of a window need, decoded when their turn comes. Where that rests on the day before too, or the data are asked for as of an
 * instant, the whole piece is decoded at once.
 */
export async function knownDaysAt(
  moment: Moment,
  question: Question,
  asked: QuestionMarkets,
  room: DayRoom,
): Promise<KnownDays> {
  if (question.asOf !== undefined || question.reference.kind === 'wrapped') {
    const known = await knownAt(moment, question, asked);
    return () => known;
  }
  const { markets: range } = daysRead(question);
  const [stored, rates] = await Promise.all([
    storedDaysOf(moment.snapshot, asked.markets, range),
    ratesAt(moment, asked, range),
  ]);
  return ({ from }) => ({ markets: stored.on(dayOf(from), room), underlying: [], rates });
}
