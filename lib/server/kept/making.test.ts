import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cancelling } from '../../store/connection/cancelling';
import { giveWay } from '../thread/givingWay';
import { Making } from './making';

/** An answer that ends when it is told to, and is made under a signal of its own. */
class Answer {
  readonly #gone = new AbortController();
  readonly made: Promise<string | undefined>;
  hasBegun = false;
  end = (): void => undefined;
  waitForAnotherThread = (): void => undefined;

  constructor(making: Making, name: string) {
    const { signal } = this.#gone;
    this.made = making.take(signal, () =>
      cancelling(signal, async () => {
        this.hasBegun = true;
        const waits = new Promise<void>((resolve) => (this.waitForAnotherThread = resolve)).then(giveWay);
        await new Promise<void>((resolve) => (this.end = resolve));
        void waits;
        return name;
      }),
    );
  }

  readonly leave = (): void => {
    this.#gone.abort();
  };
}

const begun = (answers: readonly Answer[]): string => answers.map(({ hasBegun }) => (hasBegun ? '■' : '·')).join('');

/** Until all that promises have to do is done. */
const settled = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

describe('answers asked for at once', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const asked = (count: number): { readonly answers: readonly Answer[]; readonly all: Promise<unknown> } => {
    const making = new Making({ atOnce: 2, placeMs: 1_000 });
    const answers = Array.from({ length: count }, (_, i) => new Answer(making, String(i)));
    return { answers, all: Promise.all(answers.map(({ made }) => made)) };
  };

  it('are made a few at a time, in the order of the questions', async () => {
    const { answers, all } = asked(4);
    await settled();
    expect(begun(answers)).toBe('■■··');
    answers[1]?.end();
    await settled();
    expect(begun(answers)).toBe('■■■·');
    answers[2]?.end();
    await settled();
    for (const { end } of answers) end();
    expect(await all).toEqual(['0', '1', '2', '3']);
  });

  it('wait for none that waits for another thread, nor does that one take two places', async () => {
    const { answers } = asked(5);
    await settled();
    answers[0]?.waitForAnotherThread();
    await settled();
    expect(begun(answers)).toBe('■■■··');
    answers[0]?.waitForAnotherThread();
    answers[0]?.end();
    await settled();
    expect(begun(answers)).toBe('■■■··');
    answers[1]?.end();
    await settled();
    expect(begun(answers)).toBe('■■■■·');
  });

  it('wait for none that has not come for a second', async () => {
    const { answers } = asked(4);
    await vi.advanceTimersByTimeAsync(999);
    expect(begun(answers)).toBe('■■··');
    await vi.advanceTimersByTimeAsync(1);
    expect(begun(answers)).toBe('■■■■');
  });

  it('are not begun for a reader who left, nor held up by what fails', async () => {
    const making = new Making({ atOnce: 1, placeMs: 1_000 });
    const fails = making.take(new AbortController().signal, () => Promise.reject(new Error('no database')));
    const left = new Answer(making, 'left');
    const last = new Answer(making, 'last');
    left.leave();
    await expect(fails).rejects.toThrow('no database');
    await settled();
    expect(begun([left, last])).toBe('·■');
    expect(await left.made).toBeUndefined();
    const gone = new Answer(making, 'gone');
    gone.leave();
    last.end();
    expect(await last.made).toBe('last');
    expect(await gone.made).toBeUndefined();
  });
});
