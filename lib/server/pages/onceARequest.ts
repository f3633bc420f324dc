import { cache } from 'react';
import { searchOf, type PageSearch, type Search } from '../../permalink/query';
import { decodedSegment } from '../../permalink/segments';

/** What the router hands to a page and to what makes its head: promises of its own for each of them. */
export interface Routed<P> {
  readonly params: Promise<P>;
  readonly searchParams: PageSearch;
}

/**
 * Reads what an address shows once a request, for its page and its head together. React compares by identity what a remembered function is called with, and
 * each of them gets other promises of the same segments and fields, and the segments of one may be encoded: it is called with their text.
 */
export function onceARequest<P extends object, T>(
  read: (params: P, search: Search) => Promise<T>,
): (routed: Routed<P>) => Promise<T> {
  const madeOf = cache((_params: string, _search: string): { made?: Promise<T> } => ({}));
  return async ({ params, searchParams }) => {
    const [segments, search] = [await params, searchOf(await searchParams)];
    const one = madeOf(JSON.stringify(segments, decoded), String(search));
    return (one.made ??= read(segments, search));
  };
}

const decoded = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? (decodedSegment(value) ?? value) : value;
