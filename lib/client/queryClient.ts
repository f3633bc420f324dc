import { QueryClient } from '@tanstack/react-query';
import { mayRetry } from './ask';
import { answerOfColumns } from '../api/columns/decode';

/** What the server rendered is fresh on arrival; stored candles change only while an ingest runs, and that is polled. */
const FRESH_MS = 60_000;

/**
 * An analysis comes inside a page as columns. A page may have been made, and kept, long before: what it brings counts from its arrival,
 * `arrivedMs` in milliseconds since 1970, because the server sends no page that a write has overtaken.
 */
export const newQueryClient = (arrivedMs = Date.now()): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: ({ state }) => FRESH_MS + Math.max(0, arrivedMs - state.dataUpdatedAt),
        retry: mayRetry,
        refetchOnWindowFocus: false,
      },
      hydrate: { deserializeData: (came: unknown) => (came instanceof Uint8Array ? answerOfColumns(came) : came) },
    },
  });
