import { queryOptions } from '@tanstack/react-query';
import { apiRoutes } from '../api/routes';
import type { Question } from '../domain/question';
import { ask } from './ask';
import { deviationsParameters } from '../permalink/parameters';

/** Every venue's scorecard in a question's window, how unusual its peak is for it, and who moved first. */
export const scorecardsQuery = (question: Question) => {
  const parameters = deviationsParameters(question);
  return queryOptions({
    queryKey: ['scorecards', parameters],
    queryFn: ({ signal }) =>
      ask(async () => (await import('../api/scorecards')).scorecardsAnswer, apiRoutes.scorecards(parameters), signal),
  });
};
