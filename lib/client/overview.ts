import { queryOptions } from '@tanstack/react-query';
import { overviewAnswer } from '../api/overview';
import { apiRoutes } from '../api/routes';
import { ask } from './ask';

/** What is stored, and the deepest deviations in it. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => ask(overviewAnswer, apiRoutes.overview, signal),
});
