import { expect, it } from 'vitest';
import { rule } from './itself';

it('says which candles are compared, how exactly, and where what differs is listed', () => {
  const [what, how, where] = rule('/revisions');
  expect(what).toContain('(5m, 15m, 1h and 1d)');
  expect(how).toContain('one part in 1,000,000,000,');
  expect(where).toContainEqual({ href: '/revisions', of: 'Revisions' });
});
