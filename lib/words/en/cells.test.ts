import { expect, it } from 'vitest';
import { recoveryWords } from './cells';

it.each([
  [null, 'not in this window'],
  [0, 'same minute'],
  [5, '5 min'],
  [65, '1 h 05 min'],
])('a recovery after %s minutes reads "%s"', (minutes, text) => {
  expect(recoveryWords(minutes)).toBe(text);
});
