import { cache } from 'react';
import { searchOf, type PageSearch, type Search } from '../../permalink/query';

/** What the router hands to a page and to what makes its head: promises of its own for each of them. */
export interface Routed<P> {
  readonly params: Promise<P>;
  readonly searchParams: PageSearch;
}

/**
 * Reads what an address shows once a request, for its page and its head together. React compares by identity what a remembered function is called with, and
 * each of them gets other promises of the same segments and fields: it is called with their text.
 */
export function onceARequest<P extends object, T>(
  read: (params: P, search: Search) => Promise<T>,
): (routed: Routed<P>) => Promise<T> {
  const ofText = cache((params: string, search: string) => read(JSON.parse(params) as P, new URLSearchParams(search)));
  return async ({ params, searchParams }) => ofText(JSON.stringify(await params), String(searchOf(await searchParams)));
}
