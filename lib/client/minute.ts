import { queryOptions } from '@tanstack/react-query';
import { addressIn } from '../api/client/address';
import { minute as operation } from '../api/client/operations';
import { formatMinute, type Minute } from '../domain/minute';
import type { Question } from '../domain/question';
import { asked } from './asked';
import { minuteParameters } from '../permalink/parameters';

/** One minute across the venues. */
export const minuteQuery = (question: Question, minute: Minute) => {
  const parameters = minuteParameters(question);
  const iso = formatMinute(minute);
  return queryOptions({
    queryKey: ['minute', question.asset, iso, parameters],
    queryFn: ({ signal }) =>
      asked(operation, addressIn(operation, { asset: question.asset, minute: iso }, parameters), { signal }),
  });
};
