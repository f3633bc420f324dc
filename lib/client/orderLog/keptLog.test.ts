import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetLog, keepLog, keptMinutes } from './keptLog';
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
    keepLog({ minutes });
    expect(keptMinutes(keptText() ?? '')).toEqual([
      {
        minute: Date.UTC(2025, 9, 10, 21, 16) / 60_000,
        layers: { transport: 3, business: 2, unknown: 1 },
        reduceOnly: 4,
        accepted: 1,
      },
    ]);
    forgetLog();
    expect([keptText(), told]).toEqual([undefined, 2]);
    stop();
  });

  it('are numbers alone: neither a code, nor a line, nor a name', () => {
    tab(storage);
    keepLog({ minutes });
    expect(keptText()).toMatch(/^[\d,[\]]+$/);
    forgetLog();
  });

  it('are none where the text is something else', () => {
    for (const text of ['', '{', '{}', '[1]', '[[1,2]]', '[[1,2,3,4,5,-6]]', '[["x",1,1,1,1,1]]'])
      expect(keptMinutes(text)).toEqual([]);
  });
});
