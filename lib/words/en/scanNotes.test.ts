import { expect, it } from 'vitest';
import { scanNotes } from './scanNotes';

it.each([
  ['own', 'No data in this window, so nothing was searched.'],
  ['others', 'No data in this window, so nothing was searched.'],
  ['wrapped', 'No data for any wrapped asset and its underlying in this window, so nothing was searched.'],
  ['peg', 'No data for any pegged asset in this window, so nothing was searched.'],
] as const)('nothing searched against %s', (reference, text) => {
  expect(scanNotes.nothingSearched(reference)).toBe(text);
});
