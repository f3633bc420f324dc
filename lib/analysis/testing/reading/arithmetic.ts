/** Longer lists are sorted: taking one from each end of a day's ratios would take minutes. */
const SHORT = 50;

/** The middle of a list, the mean of the middle two where it is even, undefined of none. Infinities are numbers like others. */
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

/** The middle of a list that has one. */
export function middleOf(list: readonly number[]): number {
  const found = middle(list);
  if (found === undefined) throw new Error('the middle of nothing');
  return found;
}

/** The middle distance from the middle. */
export function spreadOf(list: readonly number[]): number {
  const centre = middleOf(list);
  return middleOf(list.map((value) => Math.abs(value - centre)));
}

/** Texts in the order of their characters. */
export const alphabetical = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is not undefined. */
export const known = <T>(list: readonly (T | undefined)[]): readonly T[] => list.filter((value) => value !== undefined);

/** The sum of what is known; undefined where nothing is. */
export function total(amounts: readonly (number | undefined)[]): number | undefined {
  const given = known(amounts);
  return given.length === 0 ? undefined : given.reduce((sum, amount) => sum + amount, 0);
}

/** "Further than a factor 3 from." */
export const isFar = (a: number, b: number): boolean => a / b > 3 || b / a > 3;

/** The same answer, remembered by its question. */
export function remembered<Q, A>(answer: (question: Q) => A): (question: Q) => A {
  const said = new Map<Q, { readonly answer: A }>();
  return (question) => {
    const held = said.get(question) ?? { answer: answer(question) };
    said.set(question, held);
    return held.answer;
  };
}
