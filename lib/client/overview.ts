import { queryOptions } from '@tanstack/react-query';
import { apiRoutes } from '../api/routes';
import { ask } from './ask';

/** What is stored, and the deepest deviations in it. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) =>
    ask(async () => (await import('../api/overview')).overviewAnswer, apiRoutes.overview, signal),
});
