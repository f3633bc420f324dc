import { queryOptions, skipToken } from '@tanstack/react-query';
import { addressIn } from '../api/client/address';
import { pinned, pinnedMinute } from '../api/client/operations';
import { formatMinute } from '../domain/minute';
import { viewQuery, type View } from '../permalink/view';
import { asked } from './asked';

/** Where the API says what became of the figures whose digest a view's address names. */
export const pinnedAddress = (view: View): string => {
  const { question, minute } = view;
  const query = viewQuery(view);
  return minute === undefined
    ? addressIn(pinned, { asset: question.asset }, query)
    : addressIn(pinnedMinute, { asset: question.asset, minute: formatMinute(minute) }, query);
};

/** What became of the figures whose digest a view's address names; nothing is asked of one that names none. */
export const pinnedQuery = (view: View) => {
  const address = pinnedAddress(view);
  return queryOptions({
    queryKey: ['pinned', address],
    queryFn: view.digest === undefined ? skipToken : ({ signal }) => asked(pinned, address, { signal }),
  });
};
