import { queryOptions, skipToken, type QueryFunctionContext, type QueryKey } from '@tanstack/react-query';
import { deviationsAnswer, type DeviationsAnswer } from '../api/deviations';
import { EVERY_MINUTE_UNASKED_DAYS } from '../api/limits';
import { apiRoutes } from '../api/routes';
import { minutesIn, MINUTES_PER_DAY } from '../domain/minute';
import type { Question } from '../domain/question';
import { ask, askByLines } from './ask';
import { deviationsParameters } from '../permalink/parameters';

/** The analysis of one question. The key is the question as the API reads it, so two views of one question share it. */
export const deviationsQuery = (question: Question) => {
  const parameters = deviationsParameters(question);
  const address = apiRoutes.deviations(parameters);
  return queryOptions({
    queryKey: ['deviations', parameters],
    queryFn: isLong(question) ? askLong(address, shareKey(parameters)) : askWhole(address),
  });
};

const askWhole =
  (address: string) =>
  ({ signal }: QueryFunctionContext): Promise<DeviationsAnswer> =>
    ask(deviationsAnswer, address, signal);

const askLong =
  (address: string, done: QueryKey) =>
  ({ signal, client }: QueryFunctionContext): Promise<DeviationsAnswer> => {
    client.setQueryData(done, 0);
    return askByLines(deviationsAnswer, address, signal, (share) => client.setQueryData(done, share));
  };

/** Whether an analysis tells its progress. */
export const isLong = ({ range }: Pick<Question, 'range'>): boolean =>
  minutesIn(range) > EVERY_MINUTE_UNASKED_DAYS * MINUTES_PER_DAY;

/** How much of a long analysis is done, 0 to 1, while it runs: set by `deviationsQuery`, never asked for by itself. */
export const shareQuery = (question: Question) =>
  queryOptions<number>({ queryKey: shareKey(deviationsParameters(question)), queryFn: skipToken });

const shareKey = (parameters: string): readonly string[] => ['deviations-share', parameters];
