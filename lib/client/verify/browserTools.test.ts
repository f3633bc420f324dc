import { describe, expect, it } from 'vitest';
import { bytesOf, bytesOfHex } from '../../sealed/bytes';
import { browserTools } from './browserTools';

// RFC 8032, section 7.1, tests 2 and 3.
const SIGNED = [
  {
    key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    text: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    text: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
] as const;

/** A browser before 2025: it has cryptography, and no Ed25519. */
const WITHOUT_ED25519 = {
  importKey: () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError')),
  digest: (algorithm: string, bytes: BufferSource) => crypto.subtle.digest(algorithm, bytes),
} as unknown as SubtleCrypto;

describe.each([
  ['a browser that has all', () => browserTools(crypto.subtle)],
  ['one without Ed25519', () => browserTools(WITHOUT_ED25519)],
  // What a page has that came without TLS.
  ['one without cryptography', () => browserTools(null)],
] as const)('%s', (_, tools) => {
  it('checks signatures as RFC 8032 has them', async () => {
    for (const { key, text, signature } of SIGNED) {
      const { isSigned } = tools();
      expect(await isSigned(bytesOfHex(text), key, signature)).toBe(true);
      expect(await isSigned(bytesOfHex(`${text}00`), key, signature)).toBe(false);
      expect(await isSigned(bytesOfHex(text), key, `${signature.slice(0, -1)}b`)).toBe(false);
      expect(await isSigned(bytesOfHex(text), SIGNED.find((one) => one.key !== key)?.key ?? '', signature)).toBe(false);
      expect(await isSigned(bytesOfHex(text), key, signature.slice(2))).toBe(false);
      // 32 bytes that are no point of the curve.
      expect(await isSigned(bytesOfHex(text), 'f'.repeat(64), signature)).toBe(false);
    }
  });

  it('hashes as FIPS 180-4 has it', async () => {
    expect(await tools().sha256(bytesOf('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
