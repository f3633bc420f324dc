import { describe, expect, it } from 'vitest';
import { figuresBy, type Figures } from './figures';

const FOUND: Figures = { simulated: false, venues: [], ingest: undefined };

describe('the figures of the database', () => {
  it('are asked for once, however many ask, and again when they are old', async () => {
    let times = 0;
    let nowMs = 0;
    const figures = figuresBy({
      ask: () => {
        times += 1;
        return Promise.resolve(FOUND);
      },
      keptMs: 5_000,
      nowMs: () => nowMs,
    });
    await Promise.all([figures(), figures(), figures()]);
    nowMs = 4_999;
    await figures();
    expect(times).toBe(1);
    nowMs = 5_000;
    expect(await figures()).toBe(FOUND);
    expect(times).toBe(2);
  });

  it('are none where the database fails, and it is asked again', async () => {
    let times = 0;
    const figures = figuresBy({
      ask: () => {
        times += 1;
        return times === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(FOUND);
      },
    });
    expect(await figures()).toBeUndefined();
    expect(await figures()).toBe(FOUND);
  });

  it('are none where it says nothing, and it is not asked a second time meanwhile', async () => {
    let times = 0;
    let answer: ((found: Figures) => void) | undefined;
    const figures = figuresBy({
      ask: () => {
        times += 1;
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
      patienceMs: 5,
    });
    expect([await figures(), await figures()]).toEqual([undefined, undefined]);
    expect(times).toBe(1);
    answer?.(FOUND);
    await expect.poll(figures).toBe(FOUND);
    expect(times).toBe(1);
  });
});
