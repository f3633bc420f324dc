import { describe, expect, it } from 'vitest';
import { sleepByClock, waitBefore, withPatience } from './backoff';
import { RetryLater, VenueRefused } from './errors';

describe('waiting for a venue', () => {
  it('doubles from one second to a minute, jittered between half and whole', () => {
    expect([1, 2, 3, 6, 7, 9].map((attempt) => waitBefore(attempt, undefined, () => 0))).toEqual([
      500, 1_000, 2_000, 16_000, 30_000, 30_000,
    ]);
    expect([1, 2, 7].map((attempt) => waitBefore(attempt, undefined, () => 1))).toEqual([1_000, 2_000, 60_000]);
  });

  it('is never shorter than the venue asked for', () => {
    expect(waitBefore(1, 7_000, () => 0.3)).toBe(7_000);
    expect(waitBefore(7, 7_000, () => 1)).toBe(60_000);
  });

  const patience = (waits: number[]) => ({
    random: () => 0.5,
    sleep: (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    },
  });

  it('goes on until the answer comes', async () => {
    const waits: number[] = [];
    let asked = 0;
    const answer = await withPatience(
      () => {
        asked += 1;
        return asked < 3 ? Promise.reject(new RetryLater('busy', 5_000)) : Promise.resolve('candles');
      },
      patience(waits),
      undefined,
      () => undefined,
    );
    expect(answer).toBe('candles');
    expect(waits).toEqual([5_000, 5_000]);
  });

  it('ends after seven attempts, and at once for any other error or a wait beyond five minutes', async () => {
    const waits: number[] = [];
    await expect(
      withPatience(
        () => Promise.reject(new RetryLater('busy', undefined)),
        patience(waits),
        undefined,
        () => undefined,
      ),
    ).rejects.toThrow('busy');
    expect(waits).toHaveLength(6);
    await expect(
      withPatience(
        () => Promise.reject(new VenueRefused('geo-block')),
        patience(waits),
        undefined,
        () => undefined,
      ),
    ).rejects.toThrow('geo-block');
    await expect(
      withPatience(
        () => Promise.reject(new RetryLater('banned', 3_600_000)),
        patience(waits),
        undefined,
        () => undefined,
      ),
    ).rejects.toThrow('banned');
    expect(waits).toHaveLength(6);
  });

  it('is done by every venue of a run under one signal, without a warning of a leak', async () => {
    const { signal } = new AbortController();
    const warnings: Error[] = [];
    const warned = (warning: Error): void => void warnings.push(warning);
    process.on('warning', warned);
    await Promise.all(Array.from({ length: 16 }, () => sleepByClock(0, signal)));
    process.off('warning', warned);
    expect(warnings).toEqual([]);
  });

  it('ends at once when stopped', async () => {
    const abort = new AbortController();
    const sleeping = sleepByClock(3_600_000, abort.signal);
    abort.abort();
    await expect(sleeping).rejects.toThrow('stopped');
    await expect(sleepByClock(3_600_000, abort.signal)).rejects.toThrow('stopped');
  });
});
