import type { Known } from '../../analysis/days/day';
import { daysRead } from '../../domain/daysRead';
import { dayOf, type MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import type { DaysAhead } from '../../store/days/ahead/daysAhead';
import { storedDaysOf } from '../../store/days/dayByDay';
import type { DayRoom } from '../../store/days/dayRoom';
import { knownAt, ratesAt, type QuestionMarkets } from '../deviations/analysisInput';
import type { Moment } from '../moment';
import { daysTouched } from './daysAhead';

/** What the part of a window that lies in one day needs. It may lie where the day before lay. */
export type KnownDays = (part: MinuteRange) => Known;

/** Whether all that a window needs is decoded at once, piece by piece, and not day by day. */
export const isDecodedAtOnce = ({ asOf, reference }: Question): boolean =>
  asOf !== undefined || reference.kind === 'wrapped';

/**
 * All that the days of a piece of a window need, decoded when their turn comes, or before it where they are walked over `ahead`. Where that rests on the day before too, or the data are asked for as of an
 * instant, the whole piece is decoded at once.
 */
export async function knownDaysAt(
  moment: Moment,
  question: Question,
  asked: QuestionMarkets,
  room: DayRoom,
  ahead?: DaysAhead,
): Promise<KnownDays> {
  if (isDecodedAtOnce(question)) {
    const known = await knownAt(moment, question, asked);
    return () => known;
  }
  const { markets: range } = daysRead(question);
  const [stored, rates] = await Promise.all([
    storedDaysOf(moment.snapshot, asked.markets, range),
    ratesAt(moment, asked, range),
  ]);
  ahead?.decode(stored.packed(daysTouched(question.range)));
  return ({ from }) => {
    const day = dayOf(from);
    const decoded = ahead?.on(day);
    return {
      markets: decoded === undefined ? stored.on(day, room) : stored.decodedOn(day, decoded),
      underlying: [],
      rates,
    };
  };
}
