import type { Wrong } from '@/lib/permalink/wrongFields';

/** By a field's name: the id of the line that says what is wrong with it; undefined: nothing is. */
export const wrongIds =
  (wrong: Wrong | undefined, id: string) =>
  (name: string): string | undefined =>
    wrong?.fields.includes(name) === true ? id : undefined;
