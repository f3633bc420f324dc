/** The middle of a list, the mean of the middle two where it is even, undefined of none. Infinities are numbers like others. */
export function middle(list: readonly number[]): number | undefined {
  const rising = [...list].sort((a, b) => a - b);
  const [a, b] = [rising[Math.ceil(rising.length / 2) - 1], rising[Math.floor(rising.length / 2)]];
  if (a === undefined || b === undefined) return undefined;
  return rising.length % 2 === 1 ? a : (a + b) / 2;
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
    const cached = said.get(question) ?? { answer: answer(question) };
    said.set(question, cached);
    return cached.answer;
  };
}
