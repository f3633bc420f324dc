import { decodeBlocks } from './decodeBlocks';
import { decodeFirst } from './decodeFirst';
import type { Beside } from './foretell';
import { TAG } from './format';
import { ColumnUnreadable } from './unreadable';

/**
 * Reads a column of `out.length` slots into `out`; `null` (a column of holes) fills it with NaN. `beside`: what the column may rest on, of the
 * same slots (`day.ts`). Throws `ColumnUnreadable`, naming the tag, for bytes that are cut off, too many, or of an unknown way of writing.
 */
export function decodeInto(bytes: Uint8Array | null, out: Float64Array, beside: Beside = {}): void {
  if (bytes === null) {
    out.fill(NaN);
    return;
  }
  const tag = bytes[0];
  if (tag === TAG.blocks) decodeBlocks(bytes, out, beside);
  else if (tag === TAG.raw || tag === TAG.plain || tag === TAG.delta) decodeFirst(bytes, out);
  else throw new ColumnUnreadable(tag, tag === undefined ? { kind: 'empty' } : { kind: 'unknown-tag', tag });
}

/** A column of `slots` values, NaN where a slot is a hole. */
export function decodeColumn(bytes: Uint8Array | null, slots: number, beside: Beside = {}): Float64Array {
  const out = new Float64Array(slots);
  decodeInto(bytes, out, beside);
  return out;
}
