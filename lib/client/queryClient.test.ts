import { dehydrate, hydrate, onlineManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refused } from '../api/client/refusal';
import { mayRetry, newQueryClient, retryDelay, timelessState } from './queryClient';

const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 31) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A reader's client that a page made so long ago has reached. */
function reached(agoMs: number): QueryClient {
  const server = new QueryClient();
  server.setQueryData(['deviations'], 'measured', { updatedAt: Date.now() - agoMs });
  const client = newQueryClient();
  hydrate(client, dehydrate(server));
  return client;
}

const isStale = (client: QueryClient): boolean =>
  new QueryObserver(client, { queryKey: ['deviations'], queryFn: () => 'asked' }).getCurrentResult().isStale;

describe('what came inside a page', () => {
  it.each([0, HOUR_MS])('is not asked for again where the page was made %i ms ago', (agoMs) => {
    expect(isStale(reached(agoMs))).toBe(false);
  });

  it('is asked for again by a reader who comes back to it after more than a minute', () => {
    const client = reached(HOUR_MS);
    vi.advanceTimersByTime(61_000);
    expect(isStale(client)).toBe(true);
  });

  it('is asked for again where it no longer holds', async () => {
    const client = reached(HOUR_MS);
    await client.invalidateQueries();
    expect(isStale(client)).toBe(true);
  });
});

describe('what comes inside a page that does not say when it was made', () => {
  const made = (): ReturnType<typeof timelessState> => {
    const server = newQueryClient();
    server.setQueryData(['deviations'], 'measured');
    return timelessState(server);
  };

  it('is the same whenever it is made of the same', () => {
    const first = made();
    vi.advanceTimersByTime(HOUR_MS);
    expect(made()).toEqual(first);
  });

  it('is fresh on arrival, and for a minute', () => {
    const client = newQueryClient();
    hydrate(client, made());
    expect([client.getQueryData(['deviations']), isStale(client)]).toEqual(['measured', false]);
    vi.advanceTimersByTime(61_000);
    expect(isStale(client)).toBe(true);
  });
});

describe('a question that was not answered', () => {
  it('is asked again when the server was away, not when it was wrong', () => {
    expect(mayRetry(0, new Refused('away', 0, 'unreachable'))).toBe(true);
    expect(mayRetry(0, new Refused('busy', 503, 'unavailable'))).toBe(true);
    expect(mayRetry(0, new Refused('wrong', 400, 'bad-request'))).toBe(false);
    expect(mayRetry(2, new Refused('away', 0, 'unreachable'))).toBe(false);
  });

  it('fails where there is no network, and does not wait as if it were being answered', async () => {
    onlineManager.setOnline(false);
    try {
      const client = newQueryClient();
      const asked = client.query({
        queryKey: ['deviations'],
        queryFn: () => Promise.reject(new Refused('away', 0, 'unreachable')),
        retry: false,
      });
      expect(client.getQueryState(['deviations'])?.fetchStatus).toBe('fetching');
      await expect(asked).rejects.toThrow('away');
    } finally {
      onlineManager.setOnline(true);
    }
  });

  it('is asked again when the server says, and else after a second, then two', () => {
    expect(retryDelay(0, new Refused('busy', 503, 'unavailable', { retryAfterS: 5 }))).toBe(5_000);
    expect([0, 1].map((failures) => retryDelay(failures, new Refused('away', 0, 'unreachable')))).toEqual([
      1_000, 2_000,
    ]);
  });
});
