import { describe, expect, it } from 'vitest';
import { ByteCache } from './byteCache';

const cache = (): ByteCache<string> => new ByteCache<string>(10, ({ length }) => length);

describe('a cache of so many bytes', () => {
  it('gives back what was put into it', () => {
    const cached = cache();
    cached.put('a', 'xxx');
    expect(cached.get('a')).toBe('xxx');
    expect(cached.get('b')).toBeUndefined();
  });

  it('lets the least lately used go when it is full', () => {
    const cached = cache();
    for (const key of ['a', 'b', 'c']) cached.put(key, 'xxx');
    cached.get('a');
    cached.put('d', 'xxx');
    expect(['a', 'b', 'c', 'd'].filter((key) => cached.get(key) !== undefined)).toEqual(['a', 'c', 'd']);
  });

  it('counts a value that is put again once', () => {
    const cached = cache();
    cached.put('a', 'xxxxx');
    cached.put('a', 'xxxxx');
    cached.put('b', 'xxxxx');
    expect(cached.get('a')).toBe('xxxxx');
  });

  it('does not keep what is larger than itself', () => {
    const cached = cache();
    cached.put('a', 'x'.repeat(11));
    expect(cached.get('a')).toBeUndefined();
  });
});
