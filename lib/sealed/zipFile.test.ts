import { describe, expect, it } from 'vitest';
import { bytesOf, textOf, type Bytes } from './bytes';
import { partsOf, zipOf, type Part } from './testing/zipOf';
import { MOST, zipEntries, type ZipEntry } from './zipFile';

const entries = (zip: Bytes): readonly ZipEntry[] => {
  const found = zipEntries(zip);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const CONTENT = bytesOf('candles '.repeat(99));

describe('a zip', () => {
  it('gives its files, packed or stored', () => {
    const zip = zipOf([
      { name: 'a.csv', content: CONTENT },
      { name: 'raw/é.json', content: CONTENT, method: 0 },
    ]);
    expect(entries(zip).map(({ name, content }) => [name, textOf(content() ?? new Uint8Array())])).toEqual([
      ['a.csv', textOf(CONTENT)],
      ['raw/é.json', textOf(CONTENT)],
    ]);
  });

  it.each(['../a', 'a/../../b', '/etc/a', 'C:/a', 'a\\b', 'a\nb', '', './a', 'a//b', 'a/'])(
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

  it('unpacks no file that is longer or shorter than it says, behind which something stands, or that has another checksum', () => {
    for (const part of [
      { sum: 0 },
      { sum: 0, method: 0 },
      { size: 10 },
      { size: 800 },
      { method: 0, size: 791 },
      { behind: 'x' },
    ])
      expect(
        entries(zipOf([{ name: 'a', content: CONTENT, ...part }]))[0]?.content(),
        JSON.stringify(part),
      ).toBeUndefined();
    // What says that it is small, and is not, is left after the first piece of it.
    const bomb = entries(zipOf([{ name: 'a', content: new Uint8Array(60_000_000), size: 100 }]))[0];
    expect(bomb?.content()).toBeUndefined();
  });

  it('is damaged wherever it is cut off', () => {
    const zip = zipOf([{ name: 'a.csv', content: CONTENT }]);
    for (let length = 0; length < zip.length; length += 1) expect(zipEntries(zip.slice(0, length))).toBe('damaged');
  });
});

describe('a zip from which two programs could unpack two things', () => {
  const [genuine, forged] = [
    { name: 'README.txt', content: CONTENT },
    { name: 'README.txt', content: bytesOf('guilty') },
  ];
  const end = (files: number, list: number, at: number, comment: number): Buffer => {
    const record = Buffer.alloc(22);
    record.writeUInt32LE(0x06054b50, 0);
    for (const place of [8, 10]) record.writeUInt16LE(files, place);
    record.writeUInt32LE(list, 12);
    record.writeUInt32LE(at, 16);
    record.writeUInt16LE(comment, 20);
    return record;
  };
  const whole = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts));
  const [own, other] = [partsOf(zipOf([genuine])), partsOf(zipOf([forged]))];

  it('is read where it is of one', () => {
    expect(whole(own.locals, own.list(0), end(1, own.list(0).length, own.locals.length, 0))).toEqual(zipOf([genuine]));
  });

  it('is refused where a second list and end stand in the comment: by the first program the one, by the second the other', () => {
    const at = own.locals.length + other.locals.length;
    const list = other.list(own.locals.length);
    const second = whole(list, end(1, list.length, at + own.list(0).length + 22, 0));
    const first = end(1, own.list(0).length, at, second.length);
    // A reader of the last end is shown the second.
    expect(zipEntries(whole(own.locals, other.locals, own.list(0), first, second))).toBe('packed-otherwise');
    // A reader that looks for an end whose comment reaches to the end of the file is shown the first.
    const more = end(1, own.list(0).length, at, second.length + 1);
    expect(zipEntries(whole(own.locals, other.locals, own.list(0), more, second, bytesOf('\n')))).toBe('damaged');
  });

  it('is refused where a file stands before, between or behind those of the list', () => {
    const hidden = other.locals;
    const moved = own.list(hidden.length);
    expect(
      zipEntries(whole(hidden, own.locals, moved, end(1, moved.length, hidden.length + own.locals.length, 0))),
    ).toBe('packed-otherwise');
    const list = own.list(0);
    expect(zipEntries(whole(own.locals, hidden, list, end(1, list.length, own.locals.length + hidden.length, 0)))).toBe(
      'packed-otherwise',
    );
    // One that the list has and the end does not count.
    const both = partsOf(zipOf([genuine, { ...forged, name: 'b' }]));
    expect(zipEntries(whole(both.locals, both.list(0), end(1, both.list(0).length, both.locals.length, 0)))).toBe(
      'packed-otherwise',
    );
    // Between the list and its end, and behind it.
    expect(zipEntries(whole(own.locals, list, bytesOf('x'), end(1, list.length, own.locals.length, 0)))).toBe(
      'packed-otherwise',
    );
    expect(zipEntries(whole(zipOf([genuine]), bytesOf('x')))).toBe('damaged');
    expect(zipEntries(whole(own.locals, list, end(1, list.length, own.locals.length, 1), bytesOf('x')))).toBe(
      'damaged',
    );
  });

  it.each<readonly [string, Partial<Part>]>([
    ['another name', { before: { name: 'evil.sh...' } }],
    ['another method', { before: { method: 0 } }],
    ['other flags', { before: { flags: 0x08_08 } }],
    ['another size', { before: { size: 6 } }],
    ['another packed size', { before: { packed: 6 } }],
    ['an extra field', { before: { extra: 'up....' } }],
  ])('is refused where %s stands before a file than in the list', (_, more) => {
    expect(zipEntries(zipOf([{ ...genuine, ...more }]))).toBe('packed-otherwise');
  });

  it.each<readonly [string, Partial<Part>]>([
    ['an extra field, in which another name could stand', { extra: 'up....' }],
    ['a comment', { comment: 'guilty' }],
    ['encryption', { flags: 0x08_01 }],
    ['names in another alphabet', { flags: 0 }],
    ['another way of packing', { method: 12 }],
    ['a time, which nobody vouches for', { time: 1 }],
    ['a link to another file', { attributes: 0o120777 * 65_536 }],
    ['a folder’s mark', { attributes: 0o100644 * 65_536 + 0x10 }],
  ])('is refused for a file with %s', (_, more) => {
    expect(zipEntries(zipOf([{ ...genuine, ...more }]))).toBe('packed-otherwise');
  });
});
