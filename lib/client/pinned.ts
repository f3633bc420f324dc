import { queryOptions, skipToken } from '@tanstack/react-query';
import { apiRoutes } from '../api/routes';
import { formatMinute } from '../domain/minute';
import { viewQuery, type View } from '../permalink/view';
import { ask } from './ask';

/** Where the API says what became of the figures whose digest a view's address names. */
export const pinnedAddress = (view: View): string => {
  const { question, minute } = view;
  const query = viewQuery(view);
  return minute === undefined
    ? apiRoutes.pinned(question.asset, query)
    : apiRoutes.pinnedMinute(question.asset, formatMinute(minute), query);
};

/** What became of the figures whose digest a view's address names; nothing is asked of one that names none. */
export const pinnedQuery = (view: View) => {
  const address = pinnedAddress(view);
  return queryOptions({
    queryKey: ['pinned', address],
    queryFn:
      view.digest === undefined
        ? skipToken
        : ({ signal }) => ask(async () => (await import('../api/pinned')).pinnedAnswer, address, signal),
  });
};
