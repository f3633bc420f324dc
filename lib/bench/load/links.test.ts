import { expect, it } from 'vitest';
import { links, over, window } from './links';

it('a page over another window keeps the rest of its address', () => {
  expect(over(`${links.minute(window())}&scale=log`, window(-60))).toBe(
    '/ATOM/2025-10-10T21:20Z?from=2025-10-10T19:00Z&to=2025-10-10T23:00Z&scale=log',
  );
});

it('an address that does not say its window is no page over another', () => {
  expect(() => over('/ATOM', window(-60))).toThrow('/ATOM does not say from=2025-10-10T20:00Z');
});
