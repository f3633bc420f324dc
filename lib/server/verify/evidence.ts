import { readEvidence, type Evidence } from '../../evidence/evidence';
import { isZip, readBundle } from './bundleEvidence';

export { UnreadableImage, type Evidence } from '../../evidence/evidence';

/** What a picture or a bundle shows by itself. Throws `UnreadableImage`. */
export const evidenceIn = async (bytes: Buffer): Promise<Evidence> =>
  isZip(bytes) ? readBundle(bytes) : readEvidence(bytes);
