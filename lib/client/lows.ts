import { queryOptions, skipToken } from '@tanstack/react-query';
import { addressIn } from '../api/client/address';
import { lows } from '../api/client/operations';
import type { Lows } from '../domain/lows';
import { lowsParameters } from '../permalink/lows';
import { asked } from './asked';

/** Who stood lowest, of every stored asset. The key is the question as the API reads it. */
export const lowsQuery = (question: Lows) => {
  const parameters = lowsParameters(question);
  return queryOptions({
    queryKey: ['lows', parameters],
    queryFn: ({ signal, client }) => {
      client.setQueryData(shareKey(parameters), 0);
      return asked(lows, addressIn(lows, {}, parameters), {
        signal,
        onProgress: (share) => client.setQueryData(shareKey(parameters), share),
      });
    },
  });
};

/** How much of it is done, 0 to 1, while it is worked on: set by `lowsQuery`, never asked for by itself. */
export const lowsShareQuery = (question: Lows) =>
  queryOptions<number>({ queryKey: shareKey(lowsParameters(question)), queryFn: skipToken });

const shareKey = (parameters: string): readonly string[] => ['lows-share', parameters];
