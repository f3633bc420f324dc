import { createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { Pixels } from '../sealed/pixels';
import { factLines, LAYOUT, pixelsText, type PublicKey } from '../sealed/sealText';
import { sha256 } from './sha256';

/** What stands before the raw key in DER: algorithm 1.3.101.112 in a SubjectPublicKeyInfo (RFC 8410, section 4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Whoever seals. */
export interface Signer {
  readonly publicKey: PublicKey;
  readonly privateKey: KeyObject;
}

export const publicKeyOf = (key: KeyObject): PublicKey =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length).toString('hex');

/** `sha256:` and the SHA-256 of the 32 bytes of the public key. */
export const keyId = (key: PublicKey): string => `sha256:${sha256(Buffer.from(key, 'hex'))}`;

export const publicKeyObject = (key: PublicKey): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI_PREFIX, Buffer.from(key, 'hex')]), format: 'der', type: 'spki' });

/** As `openssl` reads it. */
export const publicKeyPem = (key: PublicKey): string =>
  publicKeyObject(key).export({ format: 'pem', type: 'spki' }).toString();

/** The pixels of an image as its seal writes them. */
export const pixelsTextOf = (pixels: Pixels): string => pixelsText(pixels, sha256(pixels.rgba));

/** The text of a seal over texts and pixels (docs/seal.md). Throws where a text is more than one line: two files could share a seal. */
export function sealOf(texts: Readonly<Record<string, string>>, pixels: Pixels, signer: Signer): string {
  const lines = [
    `plumbline-seal ${String(LAYOUT)}`,
    `pixels ${pixelsTextOf(pixels)}`,
    ...factLines(Object.entries(texts)),
    `public-key ${signer.publicKey}`,
  ];
  const broken = lines.find((line) => /[\r\n]/.test(line));
  if (broken !== undefined) throw new TypeError(`a fact under a seal is one line: ${JSON.stringify(broken)}`);
  const signed = lines.map((line) => `${line}\n`).join('');
  return `${signed}signature ${sign(null, Buffer.from(signed, 'utf8'), signer.privateKey).toString('hex')}\n`;
}
