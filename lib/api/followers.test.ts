import { expect, it } from 'vitest';
import type { FallAnswer } from './contagion';
import { followersOf } from './followers';

const fall = (behindMost: number | null): FallAnswer => ({
  state: behindMost === null ? 'held' : 'fell',
  seen: null,
  earliest: null,
  low: null,
  ratio: null,
  behindLeast: behindMost,
  behindMost,
});
const of = (behind: readonly (number | null)[], maybe: number[]) =>
  followersOf(
    {
      books: behind.map((most, i) => ({
        venue: `v${String(i)}`,
        market: 'ATOM/USD',
        kind: 'spot',
        source: 'rest',
        level: 4,
        closes: 60,
        lowest: null,
        silent: 0,
        unknown: 0,
        falls: [fall(most)],
      })),
      orders: [{ level: 0.1, first: '2025-10-10T21:20Z', firsts: [0], maybe }],
    },
    0,
  );

it.each([
  [[0, null], [], { behind: [], isAlone: true }],
  [[0, 3, null, 5], [], { behind: [3, 5], isAlone: false }],
  // Whoever may have been as early is not said to have followed, too.
  [[0, 3, 4], [2], { behind: [3], isAlone: false }],
  [[0, 4], [1], { behind: [], isAlone: false }],
  [[0, null], [1], { behind: [], isAlone: true }],
] as const)('of books %j minutes behind, of which %j may have been as early', (behind, maybe, followers) => {
  expect(of(behind, [...maybe])).toEqual(followers);
});
