import { strong, text, type Block } from '../../richText';
import { count } from '../numbers';

/** Section 10. */
export const RULE: readonly Block[] = [
  text`The same observations and the same parameters give the same numbers, to the last bit, on every machine. Everything a result depends on is written in one canonical text: the method version, the question, what every asset and quote is taken for (wrapped, pegged, stable, a second name), and for every market its source, its days and a hash of its observations. The books that give legs are included, and so are all that decide who takes part: whole UTC days, whatever the window. A book without an answer in these days is not. The SHA-256 of that text is the ${strong('digest')}. It is shown with the numbers on pages, in pictures and in JSON answers. Two results with one digest are the same result.`,
  'Observations are hashed day by day as the source gave them, before any conversion. “No trade” and “not fetched” have different hashes. When a venue revises a candle, the digest changes. The earlier numbers remain available: ask for them as of an earlier time.',
];

export const WHY: readonly Block[] = [
  'Whoever receives a number must be able to check it without trusting the person who computed it, or us. The documentation specifies the text byte by byte (docs/digest.md).',
];

export const FORMULA = {
  label: 'the digest is the SHA-256 of the canonical text',
  canonicalText: 'canonical text',
} as const;

export const DIGESTS = {
  window: 'Digest of the window',
  minute: 'Digest of the minute',
  canonicalText: 'Canonical text',
} as const;

/** "Canonical text of the window: 61 lines, 7,210 bytes". */
export function canonicalTextSummary(canonicalText: string): string {
  const lines = canonicalText.split('\n').length - 1;
  const bytes = new TextEncoder().encode(canonicalText).length;
  return `Canonical text of the window: ${count(lines)} ${lines === 1 ? 'line' : 'lines'}, ${count(bytes)} bytes`;
}
