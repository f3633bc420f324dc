import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflated } from './inflated';

/** Of one run; of one block that is stored; of many blocks, and more than one piece. */
const CONTENTS = [
  Buffer.alloc(3_000, 7),
  Buffer.from([1, 2, 3]),
  Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * i * 31 + (i >> 3)) & 255)),
  Buffer.alloc(0),
];
const PACKED = CONTENTS.flatMap((content) =>
  [0, 1, 9].flatMap((level) => [
    { content, kind: 'raw' as const, packed: deflateRawSync(content, { level }) },
    { content, kind: 'zlib' as const, packed: deflateSync(content, { level }) },
  ]),
);

describe('packed data', () => {
  it('is exact where it ends with its content, in however many parts it comes', () => {
    for (const { content, kind, packed } of PACKED)
      for (const parts of [[packed], [packed.subarray(0, 1), packed.subarray(1, 4), packed.subarray(4)]]) {
        const found = inflated(parts, content.length, kind);
        expect(found?.isExact).toBe(true);
        expect(Buffer.from(found?.bytes ?? []).equals(content)).toBe(true);
      }
  });

  it('is not where anything stands behind it', () => {
    for (const { content, kind, packed } of PACKED)
      for (const more of [1, 4, 50_000]) {
        const found = inflated([packed, Buffer.alloc(more, 0x41)], content.length, kind);
        expect([found?.isExact, found?.bytes.length]).toEqual([false, content.length]);
      }
  });

  it('is not where it is cut off by a byte, has another checksum, or goes on', () => {
    for (const { content, kind, packed } of PACKED) {
      expect(inflated([packed.subarray(0, -1)], content.length, kind)?.isExact).not.toBe(true);
      if (content.length > 0) expect(inflated([packed], content.length - 1, kind)?.isExact).toBe(false);
      expect(inflated([packed], content.length + 1, kind)).toBeUndefined();
      if (kind === 'raw') continue;
      const other = Buffer.from(packed);
      other.writeUInt8(other.readUInt8(other.length - 1) ^ 1, other.length - 1);
      expect(inflated([other], content.length, kind)?.isExact).toBe(false);
    }
  });

  it('is none where it says that it is another kind of stream', () => {
    const packed = deflateSync(Buffer.alloc(9));
    for (const head of ['7900', '8801', '78bb', '780c'])
      expect(inflated([Buffer.from(head, 'hex'), packed.subarray(2)], 9, 'zlib'), head).toBeUndefined();
  });
});
