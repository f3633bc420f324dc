import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { renderPicture } from './picture';
import { textsOf } from '../sealed/pngFile';
import { alteredFacts, readSeal, SEAL, type Seal } from '../sealed/sealText';
import { nodeTools } from './fileTools';
import { keyId, publicKeyPem, sealOf } from './seal';
import { pngPixels } from './testing/pngPixels';
import { samplePicture } from './testing/samplePicture';
import { otherSigner, SAMPLE_PUBLIC_KEY, sampleSigner } from './testing/sampleSigner';

const pixels = { width: 1, height: 1, rgba: Buffer.from([1, 2, 3, 255]) };
const texts = { Software: 'Plumbline', 'plumbline:digest': 'sha256:ab', 'plumbline:title': '가격 ± 0.04 %' };
const sealed = (): string => sealOf(texts, pixels, sampleSigner());
const seal = async (): Promise<Seal> => {
  const read = await readSeal(sealed(), nodeTools);
  if (read.kind !== 'seal') throw new Error(read.kind);
  return read.seal;
};

describe('a seal', () => {
  it('is written as docs/seal.md says', () => {
    const lines = sealed().split('\n');
    expect(lines.slice(0, -2)).toEqual([
      'plumbline-seal 1',
      // printf '\x01\x02\x03\xff' | sha256sum
      `pixels 1 1 ${createHash('sha256').update(Buffer.from('010203ff', 'hex')).digest('hex')}`,
      'digest sha256:ab',
      'title 가격 ± 0.04 %',
      `public-key ${SAMPLE_PUBLIC_KEY}`,
    ]);
    expect(lines.slice(-2)).toEqual([expect.stringMatching(/^signature [0-9a-f]{128}$/), '']);
  });

  it('of a drawn picture is checked by steps written from docs/seal.md alone', () => {
    const png = renderPicture(samplePicture(false), sampleSigner());
    // Chunk by chunk: length, type, content, checksum.
    const found: [string, string][] = [];
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
      if (png.toString('latin1', at + 4, at + 8) !== 'iTXt') continue;
      const content = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
      const keyword = content.toString('latin1', 0, content.indexOf(0));
      found.push([keyword, content.toString('utf8', keyword.length + 5)]);
    }
    const text = found.find(([keyword]) => keyword === 'plumbline:seal')?.[1] ?? '';
    const [signed = '', signature = ''] = text.split('signature ');
    // As `openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed -sigfile signature` does.
    const key = createPublicKey(publicKeyPem(SAMPLE_PUBLIC_KEY));
    expect(verify(null, Buffer.from(signed), key, Buffer.from(signature.trim(), 'hex'))).toBe(true);
    const { width, height, data } = pngPixels(png);
    const facts = found
      .filter(([keyword]) => /^plumbline:(?!seal$|digest-text$)/.test(keyword))
      .map(([keyword, fact]) => `${keyword.slice('plumbline:'.length)} ${fact}\n`);
    expect(signed).toBe(
      `plumbline-seal 1\npixels ${width} ${height} ${createHash('sha256').update(data).digest('hex')}\n${facts.join('')}public-key ${SAMPLE_PUBLIC_KEY}\n`,
    );
    expect(facts.length).toBeGreaterThan(10);
  });

  it('is the same bytes for the same picture and key, and another for another key', () => {
    const one = renderPicture(samplePicture(false), sampleSigner());
    expect(renderPicture(samplePicture(false), sampleSigner()).equals(one)).toBe(true);
    expect(textsOf(renderPicture(samplePicture(false), otherSigner())).get(SEAL)).not.toBe(textsOf(one).get(SEAL));
  });

  it('names its key by the hash of it', () => {
    // printf d75a98… | xxd -r -p | sha256sum
    expect(keyId(SAMPLE_PUBLIC_KEY)).toBe('sha256:21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9');
  });

  it('gives back what it says', async () => {
    expect(await seal()).toMatchObject({
      publicKey: SAMPLE_PUBLIC_KEY,
      facts: [
        ['digest', 'sha256:ab'],
        ['title', '가격 ± 0.04 %'],
      ],
    });
  });

  it('is broken by any sign that is another', async () => {
    const text = sealed();
    for (const at of [5, 20, 90, 100, 130, 150, 200, text.length - 30])
      expect(
        (await readSeal(text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1), nodeTools)).kind,
        text[at],
      ).toBe('broken');
    for (const other of ['', text.slice(0, -1), `${text}\n`, text.replaceAll('\n', '\r\n'), 'plumbline-seal 1\n'])
      expect((await readSeal(other, nodeTools)).kind).toBe('broken');
    const publicKey = '0'.repeat(64);
    expect((await readSeal(text.replace(SAMPLE_PUBLIC_KEY, publicKey), nodeTools)).kind).toBe('broken');
  });

  it('of a later layout is not called broken', async () => {
    expect((await readSeal('plumbline-seal 2\nwhatever', nodeTools)).kind).toBe('later');
  });

  it('cannot be made over a fact of two lines, which two files could share', () => {
    expect(() => sealOf({ 'plumbline:title': 'a\nb c' }, pixels, sampleSigner())).toThrow('one line');
  });

  it('names each fact that is another, that is gone, that came in, and that is there twice', async () => {
    const altered = alteredFacts(await seal(), [
      ['plumbline:title', '가격 ± 0.05 %'],
      ['plumbline:window', 'always'],
      ['Comment', 'of another program'],
    ]);
    expect(altered).toEqual([
      { name: 'digest', sealed: 'sha256:ab', found: undefined },
      { name: 'title', sealed: '가격 ± 0.04 %', found: '가격 ± 0.05 %' },
      { name: 'window', sealed: undefined, found: 'always' },
    ]);
    expect(alteredFacts(await seal(), Object.entries(texts))).toEqual([]);
    const twice = [...Object.entries(texts), ['plumbline:digest', 'sha256:ab'] as const];
    expect(alteredFacts(await seal(), twice).map(({ name }) => name)).toEqual(['digest']);
  });
});
