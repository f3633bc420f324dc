import { sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { stampList } from '../words/en/stampList';
import { readEvidence } from '../sealed/bundle';
import { DIGEST_TEXT, SEAL } from '../sealed/sealText';
import { zipOf } from '../sealed/testing/zipOf';
import { digestOfText } from './digest';
import { nodeTools } from './fileTools';
import { pngOf } from './pngText';
import { publicKeyPem, sealOf } from './seal';
import { sha256 } from './sha256';
import { otherSigner, sampleSigner } from './testing/sampleSigner';

const TEXT = 'plumbline-digest 4\n';
const pixels = { width: 2, height: 1, rgba: Buffer.alloc(8, 255) };
const facts = {
  Software: 'Plumbline',
  'plumbline:permalink': '/ATOM?v=3&m=2&from=2025-10-10T21:10Z',
  'plumbline:digest': digestOfText(TEXT),
  'plumbline:simulated': 'false',
  'plumbline:threshold': '2 %',
  [DIGEST_TEXT]: TEXT,
};
const picture = pngOf(pixels, { ...facts, [SEAL]: sealOf(facts, pixels, sampleSigner()) });
const named = new Map<string, Buffer>([
  ['README.txt', Buffer.from('What this is.\n')],
  ['picture.png', picture],
]);
const manifest = Buffer.from([...named].map(([name, content]) => `${sha256(content)}  ${name}\n`).join(''));
/** A bundle as it is written. */
const FILES: ReadonlyMap<string, Buffer> = new Map([
  ...named,
  ['manifest-sha256.txt', manifest],
  ['manifest-sha256.txt.sig', sign(null, manifest, sampleSigner().privateKey)],
  ['key.pem', Buffer.from(publicKeyPem(sampleSigner().publicKey))],
]);
const zipped = (files: ReadonlyMap<string, Buffer>) =>
  zipOf([...files].map(([name, content]) => ({ name, content, method: name.endsWith('.png') ? 0 : 8 })));

/** The names of what is not as it was signed. */
async function altered(files: ReadonlyMap<string, Buffer>): Promise<readonly string[]> {
  const found = await readEvidence(zipped(files), nodeTools);
  if (found.kind !== 'sealed') throw new Error(found.kind);
  expect(found.file).toBe('bundle');
  return found.altered.facts.map(({ name }) => name);
}
const withFile = (name: string, content: string): ReadonlyMap<string, Buffer> =>
  new Map([...FILES, [name, Buffer.from(content)]]);
const without = (name: string): ReadonlyMap<string, Buffer> => new Map([...FILES].filter(([one]) => one !== name));

describe('a bundle', () => {
  it('is unaltered as it is written, and where no authority stamped it', async () => {
    expect(await altered(FILES)).toEqual([]);
    const list = stampList([
      { name: 'one.example', ok: false, fault: 'late', status: undefined },
      { name: 'two.example', ok: false, fault: 'status', status: 503 },
    ]);
    expect(await altered(withFile('manifest-sha256.txt.stamps.txt', list))).toEqual([]);
  });

  it.each([
    'manifest-sha256.txt.READ-ME-FIRST.txt',
    'manifest-sha256.txt.exe',
    'manifest-sha256.txt.a/b.tsr',
    'manifest-sha256.txt.one.example.pem',
    'key.pem.txt',
    'readme.TXT',
    'manifest-sha256.txt.sig.sig',
  ])('is altered by a file of another name: %s', async (name) => {
    expect(await altered(withFile(name, 'The exchange admitted it.\n'))).toEqual([name]);
  });

  it('is altered where a file is packed beside the manifest whose name it does not hold, unread', async () => {
    const large = await altered(new Map([...FILES, ['x.bin', Buffer.alloc(3_000_000)]]));
    expect(large).toEqual(['x.bin']);
  });

  it('is altered where the key beside it is another than signed it, is gone, or is written otherwise', async () => {
    const pem = publicKeyPem(sampleSigner().publicKey);
    expect(await altered(withFile('key.pem', publicKeyPem(otherSigner().publicKey)))).toEqual(['key.pem']);
    expect(await altered(withFile('key.pem', `of the exchange\n${pem}`))).toEqual(['key.pem']);
    expect(await altered(without('key.pem'))).toEqual(['key.pem']);
  });

  it.each([
    ['made up', 'DigiCert: 2025-10-10T21:20:05Z\n'],
    [
      'of a stamp that is not there',
      stampList([{ name: 'one.example', ok: true, time: '2025-10-10T21:20:05.000Z', authority: 'One' }]),
    ],
    [
      'with words of its own',
      stampList([{ name: 'one.example', ok: false, fault: 'late', status: undefined }]).replace('did not', 'never did'),
    ],
    [
      'with the same authority twice',
      stampList(
        ['late', 'refused'].map((fault) => ({ name: 'a', ok: false, fault: fault as 'late', status: undefined })),
      ),
    ],
    ['with a word behind it', `${stampList([])}x`],
  ])('is altered where its list of stamps is %s', async (_, list) => {
    expect(await altered(withFile('manifest-sha256.txt.stamps.txt', list))).toEqual(['manifest-sha256.txt.stamps.txt']);
  });

  it('is altered where a file that holds no stamp is called one: itself, its certificates and the list that are not there', async () => {
    expect(await altered(withFile('manifest-sha256.txt.one.example.tsr', 'x'))).toEqual([
      'manifest-sha256.txt.one.example.pem',
      'manifest-sha256.txt.stamps.txt',
      'manifest-sha256.txt.one.example.tsr',
    ]);
  });

  it('is none where it is a pack, of however many files: that says so, and not that it is too large', async () => {
    const exhibits = Array.from({ length: 7 }, (_, i) =>
      Array.from({ length: 20 }, (_unused, file): readonly [string, Buffer] => [
        `exhibit-0${String(i + 1)}/${file === 0 ? 'picture.png' : `${String(file)}.txt`}`,
        Buffer.from('x'),
      ]),
    ).flat();
    await expect(readEvidence(zipped(new Map(exhibits)), nodeTools)).rejects.toMatchObject({ fault: 'pack' });
  });

  it('is not read on where its picture has more bytes than any file that comes alone', async () => {
    const large = new Map([...FILES, ['picture.png', Buffer.alloc(33 * 1024 * 1024)]]);
    await expect(readEvidence(zipped(large), nodeTools)).rejects.toMatchObject({ fault: 'unpacks-large' });
  });
});
