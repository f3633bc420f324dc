import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetLog, keepLog, keptLog } from './keptLog';
import { keptText, onKept } from './keptText';

const minutes = [
  {
    minute: '2025-10-10T21:16Z',
    accepted: 1,
    rejected: 6,
    reduceOnly: 4,
    transport: 3,
    business: 2,
    unknown: 1,
    codes: [],
  },
];

const longestRun = { from: '2025-10-10T21:12:07Z', to: '2025-10-10T21:43:59Z', attempts: 61, bounded: true };

describe('the counts of a log that a tab keeps', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const tab = (storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined): void => {
    vi.stubGlobal('window', Object.assign(new EventTarget(), { sessionStorage: storage }));
  };
  const held = new Map<string, string>();
  const storage = {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, text: string) => void held.set(name, text),
    removeItem: (name: string) => void held.delete(name),
  };

  it.each([
    ['in its storage', storage],
    ['in memory, where it has none', undefined],
  ])('come back as they were, %s, until they are forgotten', (_, place) => {
    tab(place);
    let told = 0;
    const stop = onKept(() => (told += 1));
    keepLog({ minutes, longestRun });
    const minuteAt = (hour: number, minute: number): number => Date.UTC(2025, 9, 10, hour, minute) / 60_000;
    expect(keptLog(keptText() ?? '')).toEqual({
      minutes: [
        { minute: minuteAt(21, 16), layers: { transport: 3, business: 2, unknown: 1 }, reduceOnly: 4, accepted: 1 },
      ],
      run: { from: minuteAt(21, 12), to: minuteAt(21, 43), attempts: 61, isBounded: true },
    });
    keepLog({ minutes, longestRun: null });
    expect(keptLog(keptText() ?? '').run).toBeUndefined();
    forgetLog();
    expect([keptText(), told]).toEqual([undefined, 3]);
    stop();
  });

  it('are numbers alone: neither a code, nor a line, nor a name', () => {
    tab(storage);
    keepLog({ minutes, longestRun });
    expect(keptText()).toMatch(/^[\d,[\]]+$/);
    forgetLog();
  });

  it('are none where the text is something else', () => {
    for (const text of [
      '',
      '{',
      '{}',
      '[1]',
      '[[[1,2]],[]]',
      '[[[1,2,3,4,5,-6]],[1,2]]',
      '[[["x",1,1,1,1,1]],["a",1,1,1]]',
    ])
      expect(keptLog(text)).toEqual({ minutes: [], run: undefined });
  });
});
