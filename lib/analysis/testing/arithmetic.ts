/** Longer lists are sorted: taking one from each end of a day's ratios would take minutes. */
const SHORT = 50;

/** The middle of a list, the mean of the middle two where it is even, undefined of none. */
export function middle(list: readonly number[]): number | undefined {
  if (list.length > SHORT) {
    const rising = [...list].sort((a, b) => a - b);
    const cut = Math.floor((rising.length - 1) / 2);
    return middle(rising.slice(cut, rising.length - cut));
  }
  let rest = [...list];
  while (rest.length > 2) {
    const least = rest.indexOf(Math.min(...rest));
    rest = rest.filter((_, i) => i !== least);
    const most = rest.indexOf(Math.max(...rest));
    rest = rest.filter((_, i) => i !== most);
  }
  const [a, b] = rest;
  if (a === undefined) return undefined;
  return b === undefined ? a : (a + b) / 2;
}

/** Texts in the order of their characters. */
export const alphabetical = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is not undefined. */
export const known = <T>(list: readonly (T | undefined)[]): readonly T[] => list.filter((value) => value !== undefined);
