import { queryOptions } from '@tanstack/react-query';
import { coverageAnswer } from '../api/overview';
import { apiRoutes } from '../api/routes';
import { ask } from './ask';

/** With more assets than this the front page lists them without their markets: a line each, however many markets they have. */
const MOST_WITH_MARKETS = 40;

/** Whether the front page shows each market of each asset. */
export const showsMarkets = (assets: readonly unknown[]): boolean =>
  assets.length > 0 && assets.length <= MOST_WITH_MARKETS;

/** What was asked and what was answered, per market. */
export const coverageQuery = queryOptions({
  queryKey: ['coverage'],
  queryFn: ({ signal }) => ask(coverageAnswer, apiRoutes.coverage(), signal),
});
