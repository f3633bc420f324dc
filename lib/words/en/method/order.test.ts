import { expect, it } from 'vitest';
import { fullTime, notDeviated, notFallen, notRecovered, TABLE } from './order';

it.each([
  [notDeviated({ measured: 0 }), 'not measured'],
  [notDeviated({ measured: 9 }), 'never'],
  [notFallen({ priced: 0 }), 'no price'],
  [notFallen({ priced: 9 }), 'never'],
  [notRecovered({ measured: 0, episodes: 0 }), 'not measured'],
  [notRecovered({ measured: 9, episodes: 0 }), 'no episode'],
  [notRecovered({ measured: 9, episodes: 1 }), 'not in this window'],
  [TABLE.deviated(0.05), 'Deviated 5 %'],
  [TABLE.fell(0.1), 'Fell 10 %'],
  [fullTime('2025-10-10T21:20Z'), '2025-10-10 21:20 UTC'],
])('writes "%s"', (words, expected) => {
  expect(words).toBe(expected);
});
