import { queryOptions } from '@tanstack/react-query';
import { coverageAnswer } from '../api/overview';
import { apiRoutes } from '../api/routes';
import { ask } from './ask';

/** What was asked and what was answered, per market. */
export const coverageQuery = queryOptions({
  queryKey: ['coverage'],
  queryFn: ({ signal }) => ask(coverageAnswer, apiRoutes.coverage(), signal),
});
