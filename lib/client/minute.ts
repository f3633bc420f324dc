import { queryOptions } from '@tanstack/react-query';
import { apiRoutes } from '../api/routes';
import { formatMinute, type Minute } from '../domain/minute';
import type { Question } from '../domain/question';
import { ask } from './ask';
import { minuteParameters } from '../permalink/parameters';

/** One minute across the venues. */
export const minuteQuery = (question: Question, minute: Minute) => {
  const parameters = minuteParameters(question);
  const iso = formatMinute(minute);
  return queryOptions({
    queryKey: ['minute', question.asset, iso, parameters],
    queryFn: ({ signal }) =>
      ask(
        async () => (await import('../api/minute')).minuteAnswer,
        apiRoutes.minute(question.asset, iso, parameters),
        signal,
      ),
  });
};
