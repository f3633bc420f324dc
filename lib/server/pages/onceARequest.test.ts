import { describe, expect, it, vi } from 'vitest';
import { onceARequest, type Routed } from './onceARequest';

// As React remembers while a request is answered: by identity of what a function is called with.
vi.mock('react', async (importOriginal) => {
  const cache = <F extends (...given: never[]) => unknown>(work: F): F => {
    const known: { readonly given: readonly unknown[]; readonly came: unknown }[] = [];
    return ((...given: Parameters<F>) => {
      const before = known.find((one) => one.given.every((value, i) => Object.is(value, given[i])));
      const one = before ?? { given, came: work(...given) };
      if (before === undefined) known.push(one);
      return one.came;
    }) as F;
  };
  return { ...(await importOriginal<object>()), cache };
});

/** Promises of its own for whoever is asked, as the router makes them. */
const routed = (
  asset: string,
  search: Readonly<Record<string, string | string[]>> = {},
): Routed<{ asset: string }> => ({
  params: Promise.resolve({ asset }),
  searchParams: Promise.resolve(search),
});

describe('what an address shows', () => {
  it('is read once for its page and its head, whatever promises they are handed', async () => {
    const read = vi.fn((params: { asset: string }, search: URLSearchParams) =>
      Promise.resolve({ asset: params.asset, fields: [...search] }),
    );
    const once = onceARequest(read);
    const [page, head] = await Promise.all([
      once(routed('ATOM', { from: 'a&b', venue: ['kraken', 'ö'] })),
      once(routed('ATOM', { from: 'a&b', venue: ['kraken', 'ö'] })),
    ]);
    expect(read).toHaveBeenCalledTimes(1);
    expect(head).toBe(page);
    expect(page).toEqual({
      asset: 'ATOM',
      fields: [
        ['from', 'a&b'],
        ['venue', 'kraken'],
        ['venue', 'ö'],
      ],
    });
  });

  it('is read once where the segments of one are encoded', async () => {
    const read = vi.fn(({ asset }: { asset: string }) => Promise.resolve(asset));
    const once = onceARequest(read);
    expect(await Promise.all([once(routed('21%3A20')), once(routed('21:20'))])).toEqual(['21%3A20', '21%3A20']);
    expect(read).toHaveBeenCalledTimes(1);
    // What is no encoding at all stands for itself.
    expect(await once(routed('21%'))).toBe('21%');
  });

  it('is another for another address', async () => {
    const once = onceARequest(({ asset }: { asset: string }, search) => Promise.resolve(`${asset}?${String(search)}`));
    expect(await Promise.all([once(routed('ATOM')), once(routed('LINK')), once(routed('ATOM', { v: '3' }))])).toEqual([
      'ATOM?',
      'LINK?',
      'ATOM?v=3',
    ]);
  });
});
