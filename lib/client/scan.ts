import { queryOptions } from '@tanstack/react-query';
import { addressIn } from '../api/client/address';
import { scan } from '../api/client/operations';
import type { Instant } from '../domain/instant';
import type { MinuteRange } from '../domain/minute';
import { scanParameters } from '../permalink/scan';
import { asked } from './asked';

/** The episodes of every asset that overlap a range, deepest first. */
export const scanQuery = (range: MinuteRange, asOf: Instant | undefined, limit: number) => {
  const parameters = scanParameters(range, asOf, limit);
  return queryOptions({
    queryKey: ['scan', parameters],
    queryFn: ({ signal }) => asked(scan, addressIn(scan, {}, parameters), { signal }),
  });
};
