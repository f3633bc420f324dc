import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { nodeTools } from '../evidence/fileTools';
import { readEvidence } from '../sealed/bundle';
import { UnreadableFile } from '../sealed/evidence';
import { jpegSize } from '../sealed/imageKind';
import { SEAL } from '../sealed/sealText';
import { zipOf } from '../sealed/testing/zipOf';
import { verdictOf } from '../sealed/verdict';
import type { Verification } from '../api/verification';
import {
  bundleParts,
  DIGEST_TEXTS,
  END,
  header,
  pngOfChunks,
  sealedList,
  sealedPng,
  text,
  type Chunk,
} from './testing/sealedFiles';

/** What a file is refused with; else what is said of it, by an instance whose figures are others. */
async function outcomeOf(file: Uint8Array): Promise<Verification | string> {
  try {
    const evidence = await readEvidence(Uint8Array.from(file), nodeTools);
    return await verdictOf(evidence, {
      instance: {
        simulated: false,
        now: (address) =>
          Promise.resolve({
            ok: true,
            value: {
              digest: 'sha256:other',
              digestText: address.startsWith('/lows') ? DIGEST_TEXTS.list : DIGEST_TEXTS.view,
              sentence: '',
              simulated: false,
              errata: [],
            },
          }),
        pictures: () => Promise.resolve({ ok: false, reason: 'failed' }),
        states: () => Promise.resolve({ ok: false, reason: 'failed' }),
      },
      keys: { keys: [] },
      now: new Date(0),
    });
  } catch (failure) {
    if (failure instanceof UnreadableFile) return failure.fault;
    throw failure;
  }
}
const verdictIn = async (file: Uint8Array): Promise<string> => {
  const found = await outcomeOf(file);
  return typeof found === 'string' ? found : found.verdict;
};

const packed = (bytes: number): Chunk => ({ type: 'IDAT', content: deflateSync(Buffer.alloc(bytes)) });
const many = (length: number, chunk: (i: number) => Chunk): readonly Chunk[] =>
  Array.from({ length }, (_, i) => chunk(i));
const begun = header(3, 2);
const sealLines = (lines: number): Chunk =>
  text(SEAL, `plumbline-seal 1\npixels 3 2 ${'a'.repeat(64)}\n${'a\n'.repeat(lines)}`);
const listed = (lines: readonly string[]): Buffer =>
  sealedList(`${DIGEST_TEXTS.list}${lines.map((line) => `${line}\n`).join('')}`);

// Each was a crash, or took memory or time without a bound, or would where a bound were missing.
describe('a hostile picture', () => {
  it.each<readonly [string, () => Uint8Array, string]>([
    ['of 2³¹ × 2³¹ pixels', () => pngOfChunks([header(2 ** 31 - 1, 2 ** 31 - 1), packed(9), END]), 'too-large'],
    ['of 2³² − 1 pixels in a row', () => pngOfChunks([header(2 ** 32 - 1, 1), packed(9), END]), 'too-large'],
    ['without pixels', () => pngOfChunks([header(0, 9), packed(9), END]), 'damaged'],
    ['whose pixels unpack to far more', () => pngOfChunks([header(60, 60), packed(2_000_000), END]), 'not-ours'],
    ['whose pixels are fewer than it says', () => pngOfChunks([header(6_000, 6_000), packed(9), END]), 'not-ours'],
    ['that ends in its first chunk', () => pngOfChunks([{ ...begun, length: 2 ** 32 - 1 }]), 'damaged'],
    ['that begins with its end', () => pngOfChunks([END, begun]), 'damaged'],
    [
      'of thirty thousand chunks without content',
      () => pngOfChunks([begun, ...many(30_000, () => ({ type: 'IDAT', content: Buffer.alloc(0) })), END]),
      'damaged',
    ],
    // A pattern with a group for each line ran out of room for going back.
    ['whose seal has five million lines', () => pngOfChunks([begun, sealLines(5_000_000), END]), 'altered'],
    // Each name was looked for among all.
    [
      'of eighteen thousand facts under a seal',
      () => sealedPng(Object.fromEntries(many(18_000, () => END).map((_, i) => [`plumbline:${i.toString(36)}x`, '']))),
      'altered',
    ],
    [
      'with five thousand time stamps',
      () => pngOfChunks([begun, ...many(5_000, () => text('plumbline-stamp', 'a\nAAAA')), END]),
      'not-ours',
    ],
  ])('%s', async (_, file, outcome) => {
    expect(await verdictIn(file())).toBe(outcome);
  });

  it('as JPEG hides no size from whoever bounds it: a marker without a length has none', () => {
    // TEM (no length), and the frame that a decoder reads; a frame of 1 × 1 where TEM's segment would end, if it had one.
    const frame = (height: string, width: string): Buffer => Buffer.from(`ffc0000b08${height}${width}010111`, 'hex');
    const hidden = Buffer.alloc(4 + 0xff_c0 + 40);
    Buffer.from('ffd8ff01', 'hex').copy(hidden);
    frame('ffff', 'fffe').copy(hidden, 4);
    frame('0001', '0001').copy(hidden, 4 + 0xff_c0);
    expect(jpegSize(hidden)).toEqual({ height: 65_535, width: 65_534 });
    expect(jpegSize(Buffer.from('ffd8ffd9ffc0000b0800010001010111', 'hex'))).toBeUndefined();
  });
});

describe('a hostile bundle', () => {
  const withFile = (name: string, content: Uint8Array) =>
    zipOf([...bundleParts().filter((part) => part.name !== name), { name, content, method: 0 }]);

  it.each<readonly [string, () => Uint8Array, string]>([
    // Each byte became a text of its own: 30 MB took 2 GB.
    ['with a signature of 30 MB', () => withFile('manifest-sha256.txt.sig', new Uint8Array(30_000_000)), 'altered'],
    [
      'with a manifest of two million lines',
      () => withFile('manifest-sha256.txt', Buffer.from('a\n'.repeat(2_000_000))),
      'packed-otherwise',
    ],
    [
      'with a stamp of 20 MB',
      () => withFile('manifest-sha256.txt.one.example.tsr', new Uint8Array(20_000_000)),
      'altered',
    ],
    [
      'in a bundle, in which nobody looks',
      () => zipOf([{ name: 'inner.zip', content: zipOf(bundleParts()) }]),
      'not-ours',
    ],
    ['of one long run', () => zipOf([{ name: 'a', content: new Uint8Array(50_000_000) }]), 'unpacks-large'],
    ['that says a file has 4 GB', () => zipOf([{ name: 'a', size: 2 ** 32 - 1 }]), 'unpacks-large'],
    [
      'of ten thousand files',
      () => zipOf(Array.from({ length: 10_000 }, (_, i) => ({ name: String(i) }))),
      'unpacks-large',
    ],
    [
      'with a name that leaves its folder',
      () => zipOf([...bundleParts(), { name: '../../.ssh/authorized_keys' }]),
      'names',
    ],
    ['with a name of a drive', () => zipOf([...bundleParts(), { name: 'C:/a' }]), 'names'],
    ['with a zero in a name', () => zipOf([...bundleParts(), { name: 'a\0.png' }]), 'names'],
    ['with a name of 65,535 letters', () => zipOf([...bundleParts(), { name: 'x'.repeat(65_535) }]), 'altered'],
  ])('%s', async (_, file, outcome) => {
    expect(await verdictIn(file())).toBe(outcome);
  });
});

describe('a text that a stranger sealed with a key of their own', () => {
  it.each<readonly [string, readonly string[]]>([
    ['with a row that is no JSON', ['row lows nope']],
    ['with a row that is no array', ['row lows null', 'row lows 7', 'row lows {"length":1}']],
    ['with columns that are none', ['columns lows 1 null', 'columns lows 1 "abc"', 'columns x 1 {"0":1}']],
    ['with figures in figures', ['row lows [[["ATOM"]]]']],
  ])('is compared: %s, which is a line of another form', async (_, lines) => {
    expect(await outcomeOf(listed(lines))).toMatchObject({ verdict: 'unknown-signer' });
    expect(await outcomeOf(listed(lines))).toMatchObject({ parameters: [{ now: null }] });
  });

  it('counts rows of one name, however many they are', async () => {
    const found = await outcomeOf(listed(Array.from({ length: 50_000 }, () => 'row lows ["ETH",1]')));
    if (typeof found === 'string') throw new Error(found);
    expect(found.rows).toHaveLength(50_000);
  });

  it('is not compared where it has more rows than any list, or more lines than any digest', async () => {
    const rows = Array.from({ length: 100_001 }, (_, i) => `row lows [${String(i)}]`);
    expect(await outcomeOf(listed(rows))).toMatchObject({ reason: 'older-digest', rows: [] });
    const lines = Array.from({ length: 10_001 }, (_, i) => `k${String(i)} v\n`).join('');
    expect(await outcomeOf(sealedPng({}, { text: lines }))).toMatchObject({ reason: 'no-digest-text', parameters: [] });
  });
});
