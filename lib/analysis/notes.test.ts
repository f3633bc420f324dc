import { expect, it } from 'vitest';
import type { Asset } from '../domain/market';
import { fewVenues, thinMarketNotes } from './notes';

it.each([
  ['one venue traded in its lowest minute', 0.11, 1, [{ kind: 'thin-fall', venues: 1 }]],
  ['three venues did', 0.15, 3, []],
  ['nothing traded at all', NaN, 0, []],
] as const)("the market's own fall, where %s", (_, lowest, venues, notes) => {
  expect(thinMarketNotes(lowest, venues)).toEqual(notes);
});

it.each([
  [0, []],
  [1, [{ kind: 'few-venues', asset: 'ATOM', venues: 1 }]],
  [3, [{ kind: 'few-venues', asset: 'ATOM', venues: 3 }]],
  [4, []],
])('%d venues with a spot market', (venues, notes) => {
  expect(fewVenues('ATOM' as Asset, venues)).toEqual(notes);
});
