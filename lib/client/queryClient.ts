import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query';
import { Refused } from '../api/client/refusal';
import { answerOfColumns } from '../api/columns/decode';

/** Another try may help: the server was away or busy. A question the API calls wrong stays wrong. */
export const mayRetry = (failures: number, failure: Error): boolean =>
  failures < 2 && failure instanceof Refused && (failure.code === 'unreachable' || failure.status >= 500);

/** Milliseconds until the next try: as long as the server says, else a second, then two. */
export const retryDelay = (failures: number, failure: Error): number =>
  1_000 * ((failure instanceof Refused ? failure.retryAfterS : undefined) ?? 2 ** failures);

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
        retryDelay,
        refetchOnWindowFocus: false,
        // Without a network a question fails, and the page says so, where it would else wait as if it were being answered; with one again it is asked anew.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      hydrate: { deserializeData: (came: unknown) => (came instanceof Uint8Array ? answerOfColumns(came) : came) },
    },
  });

/**
 * What a page brings along, without when it was made: made again of the same answers, the page is the same to the byte. For a page that no other of
 * ours leads to, where nothing older waits to be replaced.
 */
export function timelessState(client: QueryClient): DehydratedState {
  const { queries, ...rest } = dehydrate(client);
  return {
    ...rest,
    queries: queries.map((query) => ({ ...query, dehydratedAt: 0, state: { ...query.state, dataUpdatedAt: 0 } })),
  };
}
