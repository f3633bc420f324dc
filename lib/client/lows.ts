import { queryOptions, skipToken } from '@tanstack/react-query';
import { apiRoutes } from '../api/routes';
import type { Lows } from '../domain/lows';
import { lowsParameters } from '../permalink/lows';
import { askByLines } from './ask';

/** Who stood lowest, of every stored asset. The key is the question as the API reads it. */
export const lowsQuery = (asked: Lows) => {
  const parameters = lowsParameters(asked);
  return queryOptions({
    queryKey: ['lows', parameters],
    queryFn: ({ signal, client }) => {
      client.setQueryData(shareKey(parameters), 0);
      return askByLines(
        async () => (await import('../api/lows')).lowsAnswer,
        apiRoutes.lows(parameters),
        signal,
        (share) => client.setQueryData(shareKey(parameters), share),
      );
    },
  });
};

/** How much of it is done, 0 to 1, while it is worked on: set by `lowsQuery`, never asked for by itself. */
export const lowsShareQuery = (asked: Lows) =>
  queryOptions<number>({ queryKey: shareKey(lowsParameters(asked)), queryFn: skipToken });

const shareKey = (parameters: string): readonly string[] => ['lows-share', parameters];
