import { expect, it } from 'vitest';
import { peerStrength } from './peers';

it.each([
  [2, 'weak'],
  [3, 'fair'],
  [4, 'fair'],
  [5, 'strong'],
])('a reference of %i other venues is %s', (peers, strength) => {
  expect(peerStrength(peers)).toBe(strength);
});
