import { ALL_PRESENT, BITMAP } from './format';
import { ColumnUnreadable } from './unreadable';

/** Reads a flag for every slot into `present`, 1 where a value follows, and answers the place after them. */
export function readHoles(bytes: Uint8Array, start: number, present: Uint8Array): number {
  const kind = bytes[start];
  if (kind === ALL_PRESENT) {
    present.fill(1);
    return start + 1;
  }
  if (kind !== BITMAP) throw new ColumnUnreadable(bytes[0], { kind: 'gap-marker', marker: kind });
  const end = start + 1 + Math.ceil(present.length / 8);
  if (end > bytes.length) throw new ColumnUnreadable(bytes[0], { kind: 'cut-off', part: 'gaps' });
  const first = start + 1;
  for (let i = 0; i < present.length; i += 1) present[i] = ((bytes[first + (i >> 3)] as number) >> (i & 7)) & 1;
  return end;
}

/** Writes the bitmap of the slots that hold a value; answers the place after it. */
export function writeBitmap(column: Float64Array, out: Uint8Array, at: number): number {
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] as number;
    const byte = at + (i >> 3);
    if (value === value) out[byte] = (out[byte] as number) | (1 << (i & 7));
  }
  return at + Math.ceil(column.length / 8);
}
