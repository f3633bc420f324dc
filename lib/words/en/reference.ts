import { assetEntry } from '../../domain/asset';
import type { Asset } from '../../domain/market';

/** `ETH` of WBETH; "its underlying" where the registry does not know. */
function underlyingOf(asset: string): string {
  const { nature } = assetEntry(asset as Asset);
  return nature.kind === 'wrapped' ? nature.underlying : 'its underlying';
}

/** What prices are held against, as it stands in a sentence: "below the other venues’ median". `reference` as addresses write it. */
export function yardstickWords(reference: string, asset: string): string {
  switch (reference) {
    case 'others':
      return 'the other venues’ median';
    case 'all':
      return 'the median of all venues';
    case 'vwm':
      return 'the other venues’ volume-weighted median';
    case 'wrapped':
      return `${underlyingOf(asset)} times its usual ratio`;
    case 'peg':
      return '1 USD';
    default:
      return reference.replace(/^venue:/, '');
  }
}

/** The same as a choice in a list; a second reference, which is held beside the market's, is called so. */
export function choiceWords(reference: string, asset: string): string {
  switch (reference) {
    case 'others':
      return 'the median of the others';
    case 'all':
      return 'the median of all, itself included';
    case 'vwm':
      return 'the others, weighted by volume';
    case 'wrapped':
      return `${underlyingOf(asset)} × usual ratio (second reference)`;
    case 'peg':
      return '1 USD (second reference)';
    default:
      return `${reference.replace(/^venue:/, '')} alone`;
  }
}

/** The whole rule, in a line. */
export function ruleOfReference(reference: string, asset: string, minPeers: number): string {
  const least = `at least ${String(minPeers)} of them`;
  switch (reference) {
    case 'others':
      return `median of the other venues, ${least}`;
    case 'all':
      return `median of all venues, the one measured included, ${least}`;
    case 'vwm':
      return `median of the other venues weighted by their volume in the same minute, ${least}`;
    case 'wrapped':
      return `second reference: the median of ${underlyingOf(asset)} on other venues, ${least}, times the median ratio of the day before the window`;
    case 'peg':
      return 'second reference: the peg, 1 USD';
    default:
      return `one venue as the yardstick: ${reference.replace(/^venue:/, '')}`;
  }
}

/** Whether so many other venues are asked for at all: a yardstick and a peg stand alone. */
export const needsPeers = (reference: string): boolean => reference !== 'peg' && !reference.startsWith('venue:');
