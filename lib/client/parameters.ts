import type { Question } from '../domain/question';
import { writeQuestion } from '../permalink/fields';

/** `:` and `,` mean nothing in a query string; left as they are, an address can be read and typed. */
const written = (pairs: readonly (readonly [string, string])[]): string =>
  pairs
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')}`)
    .join('&');

/** The query string of GET /api/v1/deviations, every parameter said. */
export const deviationsParameters = (question: Question): string =>
  written([['asset', question.asset], ...writeQuestion(question)]);

/** A minute stands in the path, and an entry level marks episodes: neither is asked of one minute. */
const NOT_OF_A_MINUTE = ['from', 'to', 'enter'];

/** The query string of GET /api/v1/minutes/ASSET/MINUTE. */
export const minuteParameters = (question: Question): string =>
  written(writeQuestion(question).filter(([name]) => !NOT_OF_A_MINUTE.includes(name)));
