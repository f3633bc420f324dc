/** So many assets are named side by side: with hundreds, a page would be a list of them first. */
export const MOST_NEIGHBOURS = 24;

/** Those around the current one, in their order; of the first ones where none is current. All, where there are few. */
export function neighbours<T extends { readonly asset: string }>(
  assets: readonly T[],
  current: string | undefined,
): readonly T[] {
  const at = assets.findIndex(({ asset }) => asset === current);
  const last = Math.max(0, assets.length - MOST_NEIGHBOURS);
  const from = Math.min(Math.max(0, at - MOST_NEIGHBOURS / 2), last);
  return assets.slice(from, from + MOST_NEIGHBOURS);
}
