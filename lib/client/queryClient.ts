import { QueryClient } from '@tanstack/react-query';
import { mayRetry } from './ask';
import { answerOfColumns } from './columns/decode';

/** What the server rendered is fresh on arrival; stored candles change only while an ingest runs, and that is polled. */
const FRESH_MS = 60_000;

/** An analysis comes inside a page as columns. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: mayRetry, refetchOnWindowFocus: false },
      hydrate: { deserializeData: (came: unknown) => (came instanceof Uint8Array ? answerOfColumns(came) : came) },
    },
  });
