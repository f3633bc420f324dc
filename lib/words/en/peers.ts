import { DEFAULT_MIN_PEERS, STRONG_PEERS } from '../../domain/method';

/** How much a reference can bear: 5 peers and more strong, 3 or 4 fair, fewer weak (method, section 3). */
export const peerStrength = (peers: number): 'strong' | 'fair' | 'weak' =>
  peers >= STRONG_PEERS ? 'strong' : peers >= DEFAULT_MIN_PEERS ? 'fair' : 'weak';
