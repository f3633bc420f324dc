import type { Question } from '../domain/question';
import { writeQuestion } from './fields';
import { writeQuery } from './query';

/** The query string of GET /api/v1/deviations, every parameter given. */
export const deviationsParameters = (question: Question): string =>
  writeQuery([['asset', question.asset], ...writeQuestion(question)]);

/** A minute is part of the path. */
const IN_THE_PATH = ['from', 'to'];

/**
 * The query string of GET /api/v1/minutes/ASSET/MINUTE. The entry level is in it: beyond it the minute says how certain a deviation
 * is, and that the blocs part; and the digest names it.
 */
export const minuteParameters = (question: Question): string =>
  writeQuery(writeQuestion(question).filter(([name]) => !IN_THE_PATH.includes(name)));
