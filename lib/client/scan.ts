import { queryOptions } from '@tanstack/react-query';
import { apiRoutes } from '../api/routes';
import type { Instant } from '../domain/instant';
import type { MinuteRange } from '../domain/minute';
import { scanParameters } from '../permalink/scan';
import { ask } from './ask';

/** The episodes of every asset that overlap a range, deepest first. */
export const scanQuery = (range: MinuteRange, asOf: Instant | undefined, limit: number) => {
  const parameters = scanParameters(range, asOf, limit);
  return queryOptions({
    queryKey: ['scan', parameters],
    queryFn: ({ signal }) =>
      ask(async () => (await import('../api/scan')).scanAnswer, apiRoutes.scan(parameters), signal),
  });
};
