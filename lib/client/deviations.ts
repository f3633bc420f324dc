import { queryOptions } from '@tanstack/react-query';
import { deviationsAnswer } from '../api/deviations';
import { apiRoutes } from '../api/routes';
import type { Question } from '../domain/question';
import { ask } from './ask';
import { deviationsParameters } from './parameters';

/** The analysis of one question. The key is the question as the API reads it, so two views of one question share it. */
export const deviationsQuery = (question: Question) => {
  const parameters = deviationsParameters(question);
  return queryOptions({
    queryKey: ['deviations', parameters],
    queryFn: ({ signal }) => ask(deviationsAnswer, apiRoutes.deviations(parameters), signal),
  });
};
