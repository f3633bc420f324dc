/** How much a reference can bear: 5 peers and more strong, 3 or 4 fair, fewer weak (method, section 3). */
export const peerStrength = (peers: number): 'strong' | 'fair' | 'weak' =>
  peers >= 5 ? 'strong' : peers >= 3 ? 'fair' : 'weak';
