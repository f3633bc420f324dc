import { queryOptions } from '@tanstack/react-query';
import { apiRoutes } from '../api/routes';
import { ask } from './ask';

/** A running ingest moves by the second; an idle one is asked after now and then, in case one starts. */
const RUNNING_MS = 1_500;
const IDLE_MS = 20_000;

/** The ingest that runs now, if one does. Polls. */
export const progressQuery = queryOptions({
  queryKey: ['progress'],
  queryFn: ({ signal }) =>
    ask(async () => (await import('../api/progress')).progressAnswer, apiRoutes.progress, signal),
  refetchInterval: (query) => (query.state.data?.running === true ? RUNNING_MS : IDLE_MS),
});
