import type { ContagionAnswer, ContagionBook, FallAnswer } from '../../../api/contagion';
import {
  behindWords,
  betweenWords,
  contagionFinding,
  contagionTable,
  leftOutLine,
  levelMissing,
  ownShareNone,
  ownShareSentences,
} from '../contagion';
import { marketLabel } from '../market';
import { clock, dayPart, formatLevel, formatPrice, formatRatio } from '../numbers';
import { timeWithin } from '../../timesOf';
import { answerText } from './lines';

/** What `contagion` prints for people. */
export const contagionText = (answer: ContagionAnswer): string =>
  answerText(answer.simulated, [
    `${answer.name}, ${answer.from} to ${answer.to}${answer.asOf === null ? '' : `, as known at ${answer.asOf}`}: the first minute in which each book lay below its own level, the median of its closes in the ${String(answer.levelMinutes)} minutes before; an order of minutes, not a cause`,
    // Of books without a level it is the same at each depth.
    ...new Set(answer.levels.map((_, place) => `  ${contagionFinding(answer, place)}`)),
    ...answer.books.map((book) => `  ${bookLine(book, answer)}`),
    ...answer.leftOut.map(leftOutLine),
    ...(answer.ownShares.length === 0 ? [ownShareNone(answer.name)] : answer.ownShares.map(ownShareSentences)),
  ]);

type Written = (iso: string) => string;

const timeIn = ({ from, to }: ContagionAnswer): Written => timeWithin(from, new Date(Date.parse(to) - 1).toISOString());

function bookLine(book: ContagionBook, answer: ContagionAnswer): string {
  const { levels, leastCloses } = answer;
  const time = timeIn(answer);
  return book.level === null
    ? `${marketLabel(book)}: no level, ${levelMissing(book.closes, leastCloses)}`
    : `${marketLabel(book)}: level ${formatPrice(book.level)}${lowestText(book, time)}; ${book.falls.map((fall, i) => `${formatLevel(levels[i] ?? NaN)} ${fallText(fall, time)}`).join('; ')}`;
}

const lowestText = ({ lowest }: ContagionBook, time: Written): string =>
  lowest === null || lowest.ratio === null ? '' : `, lowest ${formatRatio(lowest.ratio)} at ${time(lowest.minute)}`;

function fallText({ state, seen, earliest, behindLeast, behindMost }: FallAnswer, time: Written): string {
  if (seen === null || earliest === null || behindLeast === null || behindMost === null)
    return state === 'held' ? contagionTable.held : contagionTable.notKnown;
  const when =
    earliest === seen
      ? `at ${time(seen)}`
      : `${betweenWords(earliest, seen)}${time === clock || dayPart(earliest) !== dayPart(seen) ? '' : ` on ${dayPart(seen)}`}`;
  return behindMost === 0 && behindLeast === 0
    ? `${when} (first)`
    : `${when} (${behindWords(behindLeast, behindMost)} behind)`;
}
