const SMALL = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** A small whole number in running text: "three"; from eleven on in digits. */
export const spelled = (value: number): string => SMALL[value] ?? String(value);

/** "a", "a and b", "a, b and c"; an empty list gives an empty text. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  return items.length < 2 || last === undefined ? items.join('') : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** "a", "a or b", "a, b or c". */
export const anyOf = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices[choices.length - 1] ?? ''}`;

/** What stands between the entries of a list, between clauses, and between one sentence and the next, a space that follows in it; and what ends a sentence. */
export const joins = { items: ', ', clauses: '; ', sentences: ' ', colon: ': ', end: '.' } as const;
