export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The query as it came, repeated names included: nothing is dropped before it is read. */
export function searchOf(given: Awaited<SearchParams>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) search.append(name, one);
    }
  }
  return search;
}
