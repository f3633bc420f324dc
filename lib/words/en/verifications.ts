import { quoted } from './refusals';

/** What is wrong with a question about what an address gives now. */
export const verificationFaults = {
  noAddress: '"address" is missing; give the address that the picture prints',
  notAView: (text: string): string =>
    `${quoted(text)} is not the complete address of a view; give the one that the picture prints, with its window`,
  noBooks: 'the digest of this page is of figures and names no books; give the address of an asset or a minute',
} as const;
