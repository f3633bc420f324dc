import { queryOptions, skipToken, type QueryFunctionContext, type QueryKey } from '@tanstack/react-query';
import type { ColumnsAnswer } from '../api/columns/format';
import { EVERY_MINUTE_UNASKED_DAYS } from '../api/limits';
import { columnsAddress } from '../api/client/address';
import { minutesIn, MINUTES_PER_DAY } from '../domain/minute';
import type { Question } from '../domain/question';
import { inPageLanguage } from '../permalink/language';
import { deviationsParameters } from '../permalink/parameters';
import { coming } from './coming';

/** The analysis of one question, as columns. The key is the question as the API reads it, so two views of one question share it. */
export const deviationsQuery = (question: Question) =>
  queryOptions({
    queryKey: deviationsKey(question),
    queryFn: async ({ signal, client }: QueryFunctionContext): Promise<ColumnsAnswer> => {
      const parameters = deviationsParameters(question);
      const address = inPageLanguage(columnsAddress(parameters));
      const { askColumns } = await coming(import('../api/client/columns'), address);
      if (!isLong(question)) return askColumns(address, { signal });
      const done = shareKey(parameters);
      client.setQueryData(done, 0);
      return askColumns(address, { signal, onProgress: (share) => client.setQueryData(done, share) });
    },
  });

/** What a page brings an analysis under, as columns that are read when it arrives. */
export const deviationsKey = (question: Question): QueryKey => ['deviations', deviationsParameters(question)];

/** Whether a window is too long for every minute unasked: it is drawn from extremes, and its analysis tells its progress. */
export const isLong = ({ range }: Pick<Question, 'range'>): boolean =>
  minutesIn(range) > EVERY_MINUTE_UNASKED_DAYS * MINUTES_PER_DAY;

/** How much of a long analysis is done, 0 to 1, while it runs: set by `deviationsQuery`, never asked for by itself. */
export const shareQuery = (question: Question) =>
  queryOptions<number>({ queryKey: shareKey(deviationsParameters(question)), queryFn: skipToken });

const shareKey = (parameters: string): readonly string[] => ['deviations-share', parameters];
