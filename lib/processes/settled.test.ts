import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterSettled } from './settled';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('is done once a minute, five seconds after the first venue has it, whichever venue that is', async () => {
  const work = vi.fn(() => Promise.resolve());
  const settled = afterSettled(work, 5_000);
  for (const newest of [undefined, 100, 100, 99]) settled.note(newest);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(work).toHaveBeenCalledTimes(0);
  settled.note(100);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(1);
  settled.note(101);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it('is never done twice at once: minutes that come meanwhile are done together, next', async () => {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const settled = afterSettled(work, 5_000);
  for (const newest of [100, 101, 102]) {
    settled.note(newest);
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(work).toHaveBeenCalledTimes(1);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(work).toHaveBeenCalledTimes(2);
  ends[1]?.();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it('once ended begins nothing, and has waited for what was begun', async () => {
  let hasEnded = false;
  const work = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    hasEnded = true;
  });
  const settled = afterSettled(work, 5_000);
  settled.note(100);
  await vi.advanceTimersByTimeAsync(5_000);
  settled.note(101);
  const ended = settled.end();
  settled.note(102);
  await vi.advanceTimersByTimeAsync(60_000);
  await ended;
  expect([hasEnded, work.mock.calls.length]).toEqual([true, 1]);
});
