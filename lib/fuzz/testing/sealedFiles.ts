import fc from 'fast-check';
import { sign } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { digestOfText } from '../../evidence/digest';
import { pngOf } from '../../evidence/pngText';
import { publicKeyPem, sealOf } from '../../evidence/seal';
import { sha256 } from '../../evidence/sha256';
import { sampleSigner } from '../../evidence/testing/sampleSigner';
import type { Bytes } from '../../sealed/bytes';
import { DIGEST_TEXT, SEAL } from '../../sealed/sealText';
import { zipOf, type Part } from '../../sealed/testing/zipOf';

const VIEW = '/ATOM?v=3&m=2&from=2025-10-10T21:10Z&to=2025-10-10T21:30Z';
const LIST = '/lows?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

/** Texts of digests, genuine and not: whoever has a key of their own can seal any. */
export const DIGEST_TEXTS = {
  view: `plumbline-digest 4\nmethod 2\nnature ATOM volatile\nmarket binance ATOM/USDT spot rest 2025-10-10T21:10Z 2025-10-10T21:30Z ${'ab'.repeat(32)}\n`,
  list: `plumbline-list 2\naddress ${LIST}\nmethod 2\nsimulated false\nfigures ${'ab'.repeat(32)}\ncolumns lows 1 ["asset","low"]\nrow lows ["ATOM",1]\nrow lows ["DOGE",2]\n`,
} as const;

/** A picture of some pixels, sealed over facts of which any may be another. */
export function sealedPng(
  facts: Readonly<Record<string, string>> = {},
  { text = DIGEST_TEXTS.view, width = 3, height = 2 }: { text?: string; width?: number; height?: number } = {},
): Buffer {
  const pixels = { width, height, rgba: Buffer.alloc(4 * width * height, 255) };
  const all = {
    Software: 'Plumbline',
    'plumbline:permalink': VIEW,
    'plumbline:digest': digestOfText(text),
    'plumbline:simulated': 'false',
    'plumbline:threshold': '2 %',
    ...facts,
    [DIGEST_TEXT]: text,
  };
  return pngOf(pixels, { ...all, [SEAL]: sealOf(all, pixels, sampleSigner()) });
}

export const sealedList = (text: string = DIGEST_TEXTS.list): Buffer =>
  sealedPng({ 'plumbline:permalink': LIST }, { text });

/** A bundle as it is written, with more files or others. */
export function bundleParts(more: ReadonlyMap<string, Uint8Array> = new Map()): readonly Part[] {
  const named = new Map<string, Uint8Array>([
    ['README.txt', Buffer.from('What this is.\n')],
    ['picture.png', sealedPng()],
    ...more,
  ]);
  const manifest = Buffer.from([...named].map(([name, content]) => `${sha256(content)}  ${name}\n`).join(''));
  const files = new Map([
    ...named,
    ['manifest-sha256.txt', manifest],
    ['manifest-sha256.txt.sig', sign(null, manifest, sampleSigner().privateKey)],
    ['key.pem', Buffer.from(publicKeyPem(sampleSigner().publicKey))],
  ]);
  return [...files].map(([name, content]) => ({ name, content, method: name.endsWith('.png') ? 0 : 8 }));
}

export interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
  /** What it says of its length and its checksum, where that is not true. */
  readonly length?: number | undefined;
  readonly sum?: number | undefined;
}

/** A PNG, chunk by chunk. */
export function pngOfChunks(chunks: readonly Chunk[]): Bytes {
  const parts: Uint8Array[] = [Buffer.from('89504e470d0a1a0a', 'hex')];
  for (const { type, content, length, sum } of chunks) {
    const named = Buffer.concat([Buffer.from(type.padEnd(4).slice(0, 4), 'latin1'), content]);
    const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(length ?? content.length);
    check.writeUInt32BE(sum ?? crc32(named));
    parts.push(size, named, check);
  }
  return Uint8Array.from(Buffer.concat(parts));
}

export function header(width: number, height: number, rest: readonly number[] = [8, 2, 0, 0, 0]): Chunk {
  const content = Buffer.alloc(8 + rest.length);
  content.writeUInt32BE(width >>> 0, 0);
  content.writeUInt32BE(height >>> 0, 4);
  content.set(rest, 8);
  return { type: 'IHDR', content };
}

export const text = (keyword: string, said: string): Chunk => ({
  type: 'iTXt',
  content: Buffer.concat([Buffer.from(keyword, 'latin1'), Buffer.alloc(5), Buffer.from(said, 'utf8')]),
});
export const END: Chunk = { type: 'IEND', content: Buffer.alloc(0) };
const ZEROS = deflateSync(Buffer.alloc(8_000_000));

const SIDES = [0, 1, 2, 7, 40, 42, 399, 400, 401, 1_601, 4_000, 20_000, 40_000_000, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];
const anyChunk: fc.Arbitrary<Chunk> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...SIDES),
      fc.constantFrom(...SIDES),
      fc.tuple(
        fc.constantFrom(0, 1, 2, 4, 8, 16, 255),
        fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7),
        fc.constantFrom(0, 1),
        fc.constantFrom(0, 1),
        fc.constantFrom(0, 1, 2),
      ),
    )
    .map(([width, height, rest]) => header(width, height, rest)),
  fc.uint8Array({ maxLength: 4_000 }).map((bytes) => ({ type: 'IDAT', content: deflateSync(bytes) })),
  fc.constant({ type: 'IDAT', content: ZEROS }),
  fc.uint8Array({ maxLength: 64 }).map((content) => ({ type: 'IDAT', content })),
  fc.uint8Array({ maxLength: 800 }).map((content) => ({ type: 'PLTE', content })),
  fc.uint8Array({ maxLength: 300 }).map((content) => ({ type: 'tRNS', content })),
  fc
    .tuple(
      fc.oneof(
        fc.constantFrom(
          SEAL,
          DIGEST_TEXT,
          'plumbline:permalink',
          'plumbline:digest',
          'plumbline:stamp',
          'Software',
          '',
        ),
        fc.string({ maxLength: 90 }),
      ),
      fc.oneof(
        fc.string({ maxLength: 200 }),
        fc.constantFrom('plumbline-seal 1\n', 'plumbline-seal 2\n', 'plumbline-seal 999999\n', VIEW, LIST, 'AAAA'),
      ),
    )
    .map(([keyword, said]) => text(keyword, said)),
  fc
    .tuple(fc.string({ minLength: 4, maxLength: 4, unit: 'binary-ascii' }), fc.uint8Array({ maxLength: 40 }))
    .map(([type, content]) => ({ type, content })),
  fc.constant(END),
);

/** PNGs of chunks in any order, with any header; in one of ten, chunks lie of their lengths or checksums. */
export const anyPng: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc
        .tuple(anyChunk, fc.nat(9), fc.constantFrom(0, 1, 0x7f_ff_ff_ff, 0xff_ff_ff_ff))
        .map(([chunk, lies, edge]): Chunk => ({
          ...chunk,
          ...(lies === 0 ? { length: edge } : lies === 1 ? { sum: edge } : {}),
        })),
      { maxLength: 12 },
    ),
    fc.boolean(),
  )
  .map(([isBegun, chunks, isEnded]) =>
    pngOfChunks([...(isBegun ? [header(40, 42)] : []), ...chunks, ...(isEnded ? [END] : [])]),
  );

const NAMES = [
  '../a',
  '/etc/passwd',
  'C:\\a',
  'C:/a',
  'a\\b',
  'a\0b',
  'a\nb',
  '',
  '.',
  '..',
  './a',
  'a/',
  'a//b',
  '\u202egnp.a',
  '__proto__',
  'constructor',
  'picture.png',
  'exhibit-1/picture.png',
  'manifest-sha256.txt',
  'manifest-sha256.txt.sig',
  'manifest-sha256.txt.stamps.txt',
  'manifest-sha256.txt.one.example.tsr',
  'manifest-sha256.txt.one.example.pem',
  'key.pem',
  'README.txt',
  'é.json',
  'x'.repeat(65_535),
];
const anyPart: fc.Arbitrary<Part> = fc.record(
  {
    name: fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 40 })),
    content: fc.oneof(
      fc.uint8Array({ maxLength: 2_000 }),
      fc.constantFrom(
        new Uint8Array(2_000_000),
        Uint8Array.from(sealedPng()),
        Uint8Array.from(zipOf([{ name: 'inner' }])),
      ),
    ),
    size: fc.constantFrom(0, 1, 100, 33_554_433, 419_430_401, 0xff_ff_ff_ff),
    method: fc.constantFrom(0, 8, 9, 12, 14, 93, 99),
    flags: fc.constantFrom(0x08_00, 0, 1, 8, 0x08_08, 0xff_ff),
    attributes: fc.constantFrom(0o100644 * 65_536, 0o120777 * 65_536, 0o040755 * 65_536, 0xff_ff_ff_ff),
    extra: fc.string({ maxLength: 20, unit: 'binary-ascii' }),
    comment: fc.string({ maxLength: 20, unit: 'binary-ascii' }),
    behind: fc.string({ maxLength: 8, unit: 'binary-ascii' }),
  },
  { requiredKeys: ['name'] },
);

/** Zips of genuine bundles' files and any others, in any order, whose lists may lie. */
export const anyZip: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...bundleParts()) }, { weight: 1, arbitrary: anyPart }), {
      maxLength: 9,
    }),
    fc.boolean(),
  )
  .map(([parts, isWhole]) => zipOf(isWhole ? [...bundleParts(), ...parts] : parts));

/** Genuine files of what `verify` takes. */
export const GENUINE: readonly Uint8Array[] = [
  sealedPng(),
  sealedList(),
  sealedPng({}, { width: 60, height: 60 }),
  pngOf({ width: 50, height: 50, rgba: Buffer.alloc(10_000, 255) }, { Software: 'Plumbline' }),
  zipOf(bundleParts()),
  zipOf(bundleParts(new Map([['candles/a.csv', Buffer.from('minute,open\n'.repeat(400))]]))),
];

/** Texts that a stranger may seal: lines of a digest of any kind, in any order, whole and broken. */
export const anyDigestText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('plumbline-list 2\n', 'plumbline-digest 4\n', ''),
    fc.array(
      fc.oneof(
        fc.constantFrom(...Object.values(DIGEST_TEXTS).flatMap((one) => one.split('\n'))),
        fc.constantFrom(
          'row lows nope',
          'row lows null',
          'row lows 7',
          'row lows {}',
          'row none [1]',
          'columns lows -1 [1]',
          'columns lows 9999999999 {}',
          'columns lows 1 null',
          'columns lows 1 7',
          'columns lows 1 "abc"',
          'columns x',
          'row x',
          'row lows ["ATOM",1]',
          'row lows [[[]],{}]',
          'columns __proto__ 1 ["a"]',
          'row __proto__ [1]',
          'market binance ATOM spot',
          'market a /b spot rest x y z',
          'nature',
          'alias',
        ),
        fc.string({ maxLength: 60 }),
      ),
      { maxLength: 12 },
    ),
  )
  .map(([head, lines]) => `${head}${lines.map((line) => `${line}\n`).join('')}`);
