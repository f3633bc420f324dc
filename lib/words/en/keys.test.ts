import { expect, it } from 'vitest';
import { keyLines } from './keys';

it('the list of keys names each key once, and what it does in one line', () => {
  const keys = keyLines().flatMap((line) => line.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { does } of keyLines()) expect(does).toMatch(/^[A-Z][^.]*$/);
});
