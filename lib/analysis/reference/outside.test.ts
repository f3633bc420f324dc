import { expect, it } from 'vitest';
import type { Side } from '../../domain/episode';
import { outsideOn } from './outside';

/** `extreme` and `next`: the spot books' outermost two prices on that side; `own`: the venue's own spot book, where it has one. */
it.each<readonly [string, Side, { extreme: number; next: number; own?: number; price: number }, number]>([
  ['the lowest itself, half of the next', 'below', { extreme: 45, next: 90, own: 45, price: 45 }, -0.5],
  ['above the lowest of the others', 'below', { extreme: 90, next: 95, own: 100, price: 100 }, 0],
  ['as low as another', 'below', { extreme: 90, next: 90, own: 90, price: 90 }, 0],
  ['a contract of a venue without a spot book', 'below', { extreme: 90, next: 95, price: 45 }, -0.5],
  [
    "a contract: its venue's own spot book does not count",
    'below',
    { extreme: 40, next: 90, own: 40, price: 45 },
    -0.5,
  ],
  ['nobody else traded below', 'below', { extreme: 45, next: NaN, own: 45, price: 45 }, NaN],
  ['the highest itself, half more than the next', 'above', { extreme: 150, next: 100, own: 150, price: 150 }, 0.5],
  ['below the highest of the others', 'above', { extreme: 110, next: 105, own: 100, price: 100 }, 0],
  ['as high as another', 'above', { extreme: 110, next: 110, own: 110, price: 110 }, 0],
  ['a contract at twice the highest', 'above', { extreme: 100, next: 95, price: 200 }, 1],
  ['nobody else traded above', 'above', { extreme: 150, next: NaN, own: 150, price: 150 }, NaN],
])('outside every other venue: %s', (_, side, { extreme, next, own, price }, expected) => {
  const [outermost, nextOutermost] = [Float64Array.of(extreme), Float64Array.of(next)];
  const ownBook = own === undefined ? undefined : Float64Array.of(own);
  const unused = Float64Array.of(NaN);
  const range =
    side === 'below'
      ? { lowest: outermost, nextLow: nextOutermost, highest: unused, nextHigh: unused }
      : { lowest: unused, nextLow: unused, highest: outermost, nextHigh: nextOutermost };
  expect(outsideOn(side, { ...range, ownLow: ownBook, ownHigh: ownBook }, 0, price)).toBe(expected);
});
