import { expect, it } from 'vitest';
import { canonicalTextSummary } from './reproducible';

it.each([
  ['method 1\nasset ATOM\n', '2 lines, 20 bytes'],
  ['µ\n', '1 line, 3 bytes'],
])('counts the lines and the bytes of %j', (text, counts) => {
  expect(canonicalTextSummary(text)).toBe(`Canonical text of the window: ${counts}`);
});
