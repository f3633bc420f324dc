import { queryOptions } from '@tanstack/react-query';
import { addressIn } from '../api/client/address';
import { scorecards } from '../api/client/operations';
import type { Question } from '../domain/question';
import { asked } from './asked';
import { deviationsParameters } from '../permalink/parameters';

/** Every venue's scorecard in a question's window, how unusual its peak is for it, and who moved first. */
export const scorecardsQuery = (question: Question) => {
  const parameters = deviationsParameters(question);
  return queryOptions({
    queryKey: ['scorecards', parameters],
    queryFn: ({ signal }) => asked(scorecards, addressIn(scorecards, {}, parameters), { signal }),
  });
};
