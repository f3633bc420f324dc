import { expect, it } from 'vitest';
import { missingWords } from './missing';

it.each([
  ['not-fetched', 'not fetched'],
  ['no-trade', 'no trade'],
  ['too-few-peers', 'too few peers'],
  ['no-rate', 'no rate'],
] as const)('%s reads "%s"', (why, text) => {
  expect(missingWords(why)).toBe(text);
});
