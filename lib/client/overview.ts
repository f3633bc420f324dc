import { queryOptions } from '@tanstack/react-query';
import { addressIn } from '../api/client/address';
import { overview } from '../api/client/operations';
import { asked } from './asked';

/** What is stored, and the deepest deviations in it. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => asked(overview, addressIn(overview, {}), { signal }),
});
