import { queryOptions } from '@tanstack/react-query';
import { addressIn } from '../api/client/address';
import { progress } from '../api/client/operations';
import { asked } from './asked';

/** A running ingest moves by the second; an idle one is asked after now and then, in case one starts. */
const RUNNING_MS = 1_500;
const IDLE_MS = 20_000;

/** The ingest that runs now, if one does. Polls. */
export const progressQuery = queryOptions({
  queryKey: ['progress'],
  queryFn: ({ signal }) => asked(progress, addressIn(progress, {}), { signal }),
  refetchInterval: (query) => (query.state.data?.running === true ? RUNNING_MS : IDLE_MS),
});
