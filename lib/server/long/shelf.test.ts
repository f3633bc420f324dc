import { describe, expect, it } from 'vitest';
import { Shelf } from './shelf';

const shelf = (): Shelf<string> => new Shelf<string>(10, ({ length }) => length);

describe('a shelf', () => {
  it('gives back what was put on it', () => {
    const kept = shelf();
    kept.put('a', 'xxx');
    expect(kept.get('a')).toBe('xxx');
    expect(kept.get('b')).toBeUndefined();
  });

  it('lets the least lately used go when it is full', () => {
    const kept = shelf();
    for (const key of ['a', 'b', 'c']) kept.put(key, 'xxx');
    kept.get('a');
    kept.put('d', 'xxx');
    expect(['a', 'b', 'c', 'd'].filter((key) => kept.get(key) !== undefined)).toEqual(['a', 'c', 'd']);
  });

  it('counts a value that is put again once', () => {
    const kept = shelf();
    kept.put('a', 'xxxxx');
    kept.put('a', 'xxxxx');
    kept.put('b', 'xxxxx');
    expect(kept.get('a')).toBe('xxxxx');
  });

  it('does not keep what is larger than itself', () => {
    const kept = shelf();
    kept.put('a', 'x'.repeat(11));
    expect(kept.get('a')).toBeUndefined();
  });
});
