import { describe, expect, it } from 'vitest';
import { Turns } from './turns';

/** Work that ends when it is told to. */
function work(name: string, log: string[]): { readonly begin: () => Promise<string>; readonly end: () => void } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const begin = async (): Promise<string> => {
    log.push(name);
    await ended;
    return name;
  };
  return {
    begin,
    end: () => {
      end();
    },
  };
}
const nobody = new AbortController().signal;

describe('turns', () => {
  it('begin so many at once, and the others in their order as places come free', async () => {
    const log: string[] = [];
    const turns = new Turns({ most: 2, mostWaiting: 8 });
    const all = ['a', 'b', 'c', 'd'].map((name) => work(name, log));
    const results = all.map(({ begin }) => turns.take(nobody, begin));
    expect(log).toEqual(['a', 'b']);
    all[1]?.end();
    expect(await results[1]).toBe('b');
    expect(log).toEqual(['a', 'b', 'c']);
    for (const { end } of all) end();
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('refuse who comes when as many wait as may, and take them again later', async () => {
    const log: string[] = [];
    const turns = new Turns({ most: 1, mostWaiting: 1 });
    const [a, b, c] = [work('a', log), work('b', log), work('c', log)];
    const [first, second] = [turns.take(nobody, a.begin), turns.take(nobody, b.begin)];
    expect(await turns.take(nobody, c.begin)).toBeUndefined();
    a.end();
    b.end();
    c.end();
    expect(await Promise.all([first, second])).toEqual(['a', 'b']);
    expect(await turns.take(nobody, c.begin)).toBe('c');
    expect(log).toEqual(['a', 'b', 'c']);
  });

  it('are not kept for who leaves before, nor by what fails', async () => {
    const log: string[] = [];
    const turns = new Turns({ most: 1, mostWaiting: 1 });
    const gone = new AbortController();
    const before = work('before', log);
    const fails = turns.take(nobody, async () => {
      throw new Error(`${await before.begin()} failed`);
    });
    const left = turns.take(gone.signal, work('left', log).begin);
    gone.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    before.end();
    await expect(fails).rejects.toThrow('before failed');
    const next = work('next', log);
    next.end();
    expect(await turns.take(nobody, next.begin)).toBe('next');
    expect(log).toEqual(['before', 'next']);
    await expect(turns.take(gone.signal, next.begin)).rejects.toThrow('gone');
  });
});
