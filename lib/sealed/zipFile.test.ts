import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesOf, textOf, type Bytes } from './bytes';
import { MOST, zipEntries, type ZipEntry } from './zipFile';

interface Part {
  readonly name: string;
  readonly content?: Uint8Array;
  /** What the list says it unpacks to; default: what it does. */
  readonly size?: number;
  readonly method?: number;
  readonly flags?: number;
}

/** A zip, byte by byte (APPNOTE, section 4.3): local headers with content, the list, the end. */
function zipOf(parts: readonly Part[], comment = ''): Bytes {
  const [locals, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, content = new Uint8Array(), size = content.length, method = 8, flags = 0 } of parts) {
    const packed = method === 8 ? deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const one = Buffer.alloc(46);
    one.writeUInt32LE(0x02014b50, 0);
    one.writeUInt16LE(flags, 8);
    one.writeUInt16LE(method, 10);
    one.writeUInt32LE(packed.length, 20);
    one.writeUInt32LE(size, 24);
    one.writeUInt16LE(Buffer.byteLength(name), 28);
    one.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    list.push(one, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([...locals, ...list, end, Buffer.from(comment)]));
}

const entries = (zip: Bytes): readonly ZipEntry[] => {
  const found = zipEntries(zip);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const CONTENT = bytesOf('candles '.repeat(99));

describe('a zip', () => {
  it('gives its files, packed or stored, behind a comment too', () => {
    const zip = zipOf(
      [{ name: 'a.csv', content: CONTENT }, { name: 'raw/' }, { name: 'raw/é.json', content: CONTENT, method: 0 }],
      'made',
    );
    expect(entries(zip).map(({ name, content }) => [name, textOf(content() ?? new Uint8Array())])).toEqual([
      ['a.csv', textOf(CONTENT)],
      ['raw/é.json', textOf(CONTENT)],
    ]);
  });

  it.each(['../a', 'a/../../b', '/etc/a', 'C:/a', 'a\\b', 'a\nb', ''])(
    'is refused for a name that leaves its folder or is none: %j',
    (name) => {
      expect(zipEntries(zipOf([{ name }]))).toBe('names');
    },
  );

  it('is refused for a name that stands twice: two programs could read two files', () => {
    expect(zipEntries(zipOf([{ name: 'a' }, { name: 'a' }]))).toBe('names');
  });

  it('is refused where it says that it unpacks to more than a bundle, or is many files', () => {
    expect(zipEntries(zipOf([{ name: 'a', size: MOST.bytes + 1 }]))).toBe('unpacks-large');
    // A ratio that no candles have.
    expect(zipEntries(zipOf([{ name: 'a', content: new Uint8Array(50_000_000) }]))).toBe('unpacks-large');
    expect(zipEntries(zipOf(Array.from({ length: MOST.files + 1 }, (_, i) => ({ name: String(i) }))))).toBe(
      'unpacks-large',
    );
  });

  it('unpacks no file that is longer or shorter than it says, encrypted, or packed in another way', () => {
    for (const part of [{ size: 10 }, { size: 800 }, { method: 12 }, { method: 0, size: 791 }])
      expect(
        entries(zipOf([{ name: 'a', content: CONTENT, ...part }]))[0]?.content(),
        JSON.stringify(part),
      ).toBeUndefined();
    expect(zipEntries(zipOf([{ name: 'a', flags: 1 }]))).toBe('damaged');
    // What says that it is small, and is not, is left after the first piece of it.
    const bomb = entries(zipOf([{ name: 'a', content: new Uint8Array(60_000_000), size: 100 }]))[0];
    expect(bomb?.content()).toBeUndefined();
  });

  it('is damaged wherever it is cut off', () => {
    const zip = zipOf([{ name: 'a.csv', content: CONTENT }]);
    for (let length = 0; length < zip.length; length += 1) expect(zipEntries(zip.slice(0, length))).toBe('damaged');
    // The list points behind the end.
    const wild = zip.slice();
    new DataView(wild.buffer).setUint32(zip.length - 6, 0xff_ff_ff_f0, true);
    expect(zipEntries(wild)).toBe('damaged');
  });
});
