/**
 * Chance without state: a number is a function of a stream and a position, so that any minute of any market can be made
 * alone, in any order, with the same bytes on every machine. Only integer arithmetic and exact division are used;
 * `Math.exp` and its kin may differ in the last bit between engines.
 */

/** A stream's number from its name (FNV-1a, 32 bit; constants as published by Fowler, Noll and Vo). */
export function streamOf(seed: number, name: string): number {
  let hash = 0x811c9dc5;
  for (const char of `${String(seed)}|${name}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? NaN), 0x01000193);
  return hash >>> 0;
}

/** Uniform in [0, 1): MurmurHash3's 32-bit finaliser over the stream and the position. */
export function chance(stream: number, position: number): number {
  let hash = (stream ^ Math.imul(position + 1, 0x9e3779b1)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** Triangular in (−1, 1), most often near 0 and never beyond: bounded noise cannot accuse a venue by a rare draw. */
export const jitter = (stream: number, position: number): number =>
  chance(stream, 2 * position) + chance(stream, 2 * position + 1) - 1;
