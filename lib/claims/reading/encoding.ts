/** What a text is written in. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Of so many first bytes an encoding is told. */
export const TELLING_BYTES = 4_096;
/** Digits, commas and Latin letters have a NUL for one of their two bytes in UTF-16; a text in UTF-8 has none. */
const MANY_NULS = 0.25;
const FEW_NULS = 0.02;

/** By the mark at its beginning, or by where its NULs stand. What is no UTF-16 is taken for UTF-8; bytes that are none become U+FFFD. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const nuls = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] as number) + 1;
  const [even, odd] = nuls.map((count) => count / Math.max(1, head.length / 2)) as [number, number];
  if (odd >= MANY_NULS && even <= FEW_NULS) return 'utf-16le';
  return even >= MANY_NULS && odd <= FEW_NULS ? 'utf-16be' : 'utf-8';
}

/** A sign of a text whose bytes were none of its encoding, or that was damaged before it was written. */
export const isDamaged = (text: string): boolean => text.includes('\uFFFD');
