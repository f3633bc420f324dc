import { DEFAULT_MIN_PEERS, STRONG_PEERS } from './method';

export type Strength = 'strong' | 'fair' | 'weak';

/** How far a reference of so many other venues can be trusted: five and more strong, three or four fair, fewer weak (method, section 3). */
export const peerStrength = (peers: number): Strength =>
  peers >= STRONG_PEERS ? 'strong' : peers >= DEFAULT_MIN_PEERS ? 'fair' : 'weak';
