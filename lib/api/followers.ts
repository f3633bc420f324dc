import type { ContagionAnswer } from './contagion';

/** Who came to a level after the first. */
export interface Followers {
  /** Minutes behind the first of each book that was seen there later, those that may have been as early left out: they are counted by themselves. */
  readonly behind: readonly number[];
  /** Whether no other book was seen there at all. */
  readonly isAlone: boolean;
}

export function followersOf({ books, orders }: Pick<ContagionAnswer, 'books' | 'orders'>, place: number): Followers {
  const maybe = new Set(orders[place]?.maybe);
  const later = books.flatMap(({ falls }, book) => {
    const behind = falls[place]?.behindMost;
    return typeof behind === 'number' && behind > 0 ? [{ book, behind }] : [];
  });
  return {
    behind: later.flatMap(({ book, behind }) => (maybe.has(book) ? [] : [behind])),
    isAlone: later.length === 0,
  };
}
