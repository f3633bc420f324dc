import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../sealed/bundle';
import { DIGEST_TEXT, SEAL } from '../sealed/sealText';
import { digestOfText } from './digest';
import { nodeTools } from './fileTools';
import { pngOf } from './pngText';
import { sealOf } from './seal';
import { editedPng } from './testing/editedPng';
import { sampleSigner } from './testing/sampleSigner';

const TEXT = 'plumbline-digest 4\nasset ATOM\n';
const FACTS = {
  Software: 'Plumbline',
  'plumbline:permalink': '/ATOM?v=3&m=2&from=2025-10-10T21:10Z',
  'plumbline:digest': digestOfText(TEXT),
  'plumbline:simulated': 'false',
  'plumbline:sentence': 'On binance ATOM traded at 2.10 USD.',
  'plumbline:threshold': '2 %',
};
/** A small picture as it is written, sealed. */
function written(facts: Readonly<Record<string, string>> = { ...FACTS, [DIGEST_TEXT]: TEXT }, opacity = 255): Buffer {
  const pixels = { width: 5, height: 40, rgba: Buffer.alloc(4 * 200, 7).fill(opacity, 3, 4) };
  pixels.rgba.forEach((_, i) => i % 4 === 3 && pixels.rgba.writeUInt8(opacity, i));
  return pngOf(pixels, { ...facts, [SEAL]: sealOf(facts, pixels, sampleSigner()) });
}
const PNG = written();

type Edit = Parameters<typeof editedPng>[1];
interface Chunk {
  readonly type: string;
  readonly content: Buffer;
}
const chunksOf = (png: Buffer): readonly Chunk[] => {
  const chunks: Chunk[] = [];
  editedPng(png, (chunk) => {
    chunks.push(chunk);
    return [chunk];
  });
  return chunks;
};
/** The picture with other chunks, their checksums right. */
function withChunks(edit: (chunks: readonly Chunk[]) => readonly Chunk[]): Buffer {
  const chunks = edit(chunksOf(PNG));
  return editedPng(PNG, ({ type }): ReturnType<Edit> => (type === 'IHDR' ? chunks : []));
}
const text = (keyword: string, said: string, between = '\0\0\0\0\0'): Chunk => ({
  type: 'iTXt',
  content: Buffer.concat([Buffer.from(`${keyword}${between}`, 'latin1'), Buffer.from(said)]),
});
const behindHeader =
  (...more: readonly Chunk[]) =>
  ([header, ...rest]: readonly Chunk[]): readonly Chunk[] =>
    header === undefined ? [] : [header, ...more, ...rest];
const isText =
  (keyword: string) =>
  ({ type, content }: Chunk): boolean =>
    type === 'iTXt' && content.toString('latin1').startsWith(`${keyword}\0`);
const without =
  (keyword: string) =>
  (chunks: readonly Chunk[]): readonly Chunk[] =>
    chunks.filter((chunk) => !isText(keyword)(chunk));
const withData =
  (make: (data: Buffer) => readonly Chunk[]) =>
  (chunks: readonly Chunk[]): readonly Chunk[] =>
    chunks.flatMap((chunk) => (chunk.type === 'IDAT' ? make(chunk.content) : [chunk]));
const data = (content: Buffer): Chunk => ({ type: 'IDAT', content });

/** What of a file is not what was sealed, by name. */
async function altered(png: Buffer): Promise<readonly string[]> {
  const found = await readEvidence(new Uint8Array(png), nodeTools);
  if (found.kind !== 'sealed') throw new Error(found.kind);
  const { pixels, facts } = found.altered;
  return [...(pixels ? ['pixels'] : []), ...facts.map(({ name, found: now }) => `${name}: ${now ?? 'nothing'}`)];
}

describe('a picture as it was written', () => {
  it('is unaltered, with opacity too, as pictures of earlier versions were', async () => {
    expect(await altered(PNG)).toEqual([]);
    expect(await altered(written(undefined, 200))).toEqual([]);
  });

  it('of many assets is unaltered without the text of its digest, as earlier ones were', async () => {
    const { 'plumbline:threshold': _, ...facts } = FACTS;
    expect(await altered(written(facts))).toEqual([]);
  });

  it('is unaltered where its pixels were packed anew, in one chunk or several', async () => {
    const packed = withChunks(
      withData((content) => {
        const anew = deflateSync(inflateSync(content), { level: 0 });
        return [data(anew.subarray(0, 1)), data(anew.subarray(1, 50)), data(anew.subarray(50))];
      }),
    );
    expect(await altered(packed)).toEqual([]);
  });

  it('is read as a picture', async () => {
    expect((await readEvidence(new Uint8Array(PNG), nodeTools)).file).toBe('picture');
  });
});

describe('a picture is altered', () => {
  it.each<readonly [string, Buffer, readonly string[]]>([
    [
      'where anything stands behind its end, as a zip that programs unpack',
      Buffer.concat([PNG, Buffer.from('PK\u0005\u0006')]),
      ['behind-IEND: 4 bytes'],
    ],
    [
      'where a second picture stands behind its end',
      Buffer.concat([PNG, PNG]),
      [`behind-IEND: ${String(PNG.length)} bytes`],
    ],
    [
      'where its pixels stand apart, of which viewers show the first part',
      withChunks(
        withData((content) => [data(content.subarray(0, 20)), text('Comment', 'x'), data(content.subarray(20))]),
      ),
      ['chunk iTXt: added', 'chunk IDAT: apart'],
    ],
    [
      'where a text of ours parts its pixels',
      withChunks((chunks) => {
        const seal = chunks.filter(isText(SEAL));
        return withData((content) => [data(content.subarray(0, 20)), ...seal, data(content.subarray(20))])(
          without(SEAL)(chunks),
        );
      }),
      ['chunk IDAT: apart', 'chunk-order: other'],
    ],
    [
      'where the checksum of its pixels is another',
      withChunks(withData((content) => [data(Buffer.concat([content.subarray(0, -4), Buffer.alloc(4)]))])),
      ['chunk IDAT: not-exact'],
    ],
    [
      'where something stands behind its packed pixels',
      withChunks(withData((content) => [data(Buffer.concat([content, Buffer.from('hidden')]))])),
      ['chunk IDAT: not-exact'],
    ],
    [
      'where more rows are packed than it has',
      withChunks(withData((content) => [data(deflateSync(Buffer.concat([inflateSync(content), Buffer.alloc(16)])))])),
      ['chunk IDAT: not-exact'],
    ],
    [
      'where a fact is cut in two between keyword and text, which is the same line under the seal',
      withChunks((chunks) => [
        ...behindHeader(text('plumbline:sentence On', 'binance ATOM traded at 2.10 USD.'))(
          without('plumbline:sentence')(chunks),
        ),
      ]),
      ['sentence: nothing', 'chunk iTXt: added'],
    ],
    [
      'where a keyword begins with a space',
      withChunks(behindHeader(text(' plumbline:permalink', '/DOGE'))),
      ['chunk iTXt: added'],
    ],
    [
      'where a keyword is written in capitals',
      withChunks(behindHeader(text('Plumbline:permalink', '/DOGE'))),
      ['chunk iTXt: added'],
    ],
    [
      'where a keyword has a sign that looks like none',
      withChunks(behindHeader(text('plumbline\u00a0:permalink', '/DOGE'))),
      ['chunk iTXt: added'],
    ],
    [
      'where it has a description',
      withChunks(behindHeader(text('Description', 'binance did it'))),
      ['chunk iTXt: added'],
    ],
    [
      'where XMP says how to turn it',
      withChunks(behindHeader(text('XML:com.adobe.xmp', '<x:xmpmeta/>'))),
      ['chunk iTXt: added'],
    ],
    ...['tEXt', 'zTXt', 'eXIf', 'tIME', 'acTL', 'gAMA'].map(
      (type) =>
        [
          `where it has a chunk ${type}`,
          withChunks(behindHeader({ type, content: Buffer.from('Comment\0\0x', 'latin1') })),
          [`chunk ${type}: added`],
        ] as const,
    ),
    [
      'where a fact has a second keyword, in another language',
      withChunks((chunks) =>
        chunks.map((chunk) =>
          isText('plumbline:threshold')(chunk) ? text('plumbline:threshold', '2 %', '\0\0\0en\0Guilty\0') : chunk,
        ),
      ),
      ['chunk iTXt: added'],
    ],
    [
      'where the text of its digest is there twice, the first of them false',
      withChunks(behindHeader(text(DIGEST_TEXT, 'false'))),
      ['text plumbline:digest-text: twice', 'chunk-order: other'],
    ],
    ['where the text of its digest is gone', withChunks(without(DIGEST_TEXT)), ['digest-text: nothing']],
    [
      'where a seal stands before its seal',
      withChunks(behindHeader(text(SEAL, 'false'))),
      ['text plumbline:seal: twice', 'chunk-order: other'],
    ],
    [
      'where it says that another program wrote it',
      withChunks((chunks) => chunks.map((chunk) => (isText('Software')(chunk) ? text('Software', 'binance') : chunk))),
      ['chunk iTXt: added', 'text Software: missing'],
    ],
    [
      'where a fact stands twice, the same each time',
      withChunks(behindHeader(text('plumbline:simulated', 'false'))),
      ['simulated: false | false', 'chunk-order: other'],
    ],
    [
      'where its facts stand in another order',
      withChunks((chunks) => {
        const isOne = isText('plumbline:simulated');
        const one = chunks.filter(isOne);
        return chunks.flatMap((chunk) =>
          isOne(chunk) ? [] : isText('plumbline:threshold')(chunk) ? [chunk, ...one] : [chunk],
        );
      }),
      ['order: permalink, digest, sentence, threshold, simulated'],
    ],
    [
      'where its pixels are written as others that look alike: 16 bits, of which the lower 8 say something else',
      withChunks((chunks) =>
        withData((content) => {
          const rows = inflateSync(content);
          const wide = Buffer.alloc(40 * 31, 99);
          for (let y = 0; y < 40; y += 1) {
            wide.writeUInt8(0, y * 31);
            for (let i = 0; i < 15; i += 1) wide.writeUInt8(rows.readUInt8(y * 16 + 1 + i), y * 31 + 1 + 2 * i);
          }
          return [data(deflateSync(wide))];
        })(
          chunks.map((chunk) =>
            chunk.type === 'IHDR' ? { ...chunk, content: Buffer.from(chunk.content.with(8, 16)) } : chunk,
          ),
        ),
      ),
      ['chunk IHDR: added'],
    ],
    [
      'where it is of another size',
      withChunks((chunks) =>
        chunks.map((chunk) =>
          chunk.type === 'IHDR' ? { ...chunk, content: Buffer.from(chunk.content.with(7, 39)) } : chunk,
        ),
      ),
      ['pixels'],
    ],
  ])('%s', async (_, png, parts) => {
    const found = await altered(png);
    for (const part of parts) expect(found).toContain(part);
    expect(found.length).toBeGreaterThanOrEqual(parts.length);
  });
});
