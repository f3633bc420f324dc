import type { Question } from '../domain/question';
import { writeQuestion } from './fields';
import { writeQuery } from './query';

/** The query string of GET /api/v1/deviations, every parameter given. */
export const deviationsParameters = (question: Question): string =>
  writeQuery([['asset', question.asset], ...writeQuestion(question)]);

/** A minute is part of the path, and an entry level marks episodes: neither is asked of one minute. */
const NOT_OF_A_MINUTE = ['from', 'to', 'enter'];

/** The query string of GET /api/v1/minutes/ASSET/MINUTE. */
export const minuteParameters = (question: Question): string =>
  writeQuery(writeQuestion(question).filter(([name]) => !NOT_OF_A_MINUTE.includes(name)));
