import { expect, it } from 'vitest';
import { KEY_LINES } from './keys';

it('the list of keys names each key once, and what it does in one line', () => {
  const keys = KEY_LINES.flatMap((line) => line.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { does } of KEY_LINES) expect(does).toMatch(/^[A-Z][^.]*$/);
});
