export { readEvidence as evidenceIn, UnreadableImage, type Evidence } from '../../evidence/evidence';
