import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Pixels } from './pngText';
import { sha256 } from './sha256';

/** The version of the layout that docs/seal.md describes. */
const LAYOUT = 1;
/** Before the name of each fact, as a keyword of the PNG. */
const FACT = 'plumbline:';
const SEAL_NAME = 'seal';
const DIGEST_TEXT_NAME = 'digest-text';
export const SEAL = `${FACT}${SEAL_NAME}`;
/** The text that the digest is the hash of. The digest stands for it under the seal. */
export const DIGEST_TEXT = `${FACT}${DIGEST_TEXT_NAME}`;

/** What stands before the raw key in DER: algorithm 1.3.101.112 in a SubjectPublicKeyInfo (RFC 8410, section 4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** A public key, raw: 64 hex digits. */
export type PublicKey = string;

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

/** `1600 900 7d0a…`: width, height, and the SHA-256 of the pixels, row by row from the top, red, green, blue and opacity of each. */
export const pixelsText = ({ width, height, rgba }: Pixels): string =>
  `${String(width)} ${String(height)} ${sha256(rgba)}`;

/** The facts of a file that lie under its seal, a line each, in the order of the file. */
const factLines = (texts: Iterable<readonly [keyword: string, text: string]>): readonly string[] =>
  [...texts].flatMap(([keyword, text]) =>
    keyword.startsWith(FACT) && keyword !== SEAL && keyword !== DIGEST_TEXT
      ? [`${keyword.slice(FACT.length)} ${text}`]
      : [],
  );

/** The text of a seal over texts and pixels (docs/seal.md). Throws where a text is more than one line: two files could share a seal. */
export function sealOf(texts: Readonly<Record<string, string>>, pixels: Pixels, signer: Signer): string {
  const lines = [
    `plumbline-seal ${String(LAYOUT)}`,
    `pixels ${pixelsText(pixels)}`,
    ...factLines(Object.entries(texts)),
    `public-key ${signer.publicKey}`,
  ];
  const broken = lines.find((line) => /[\r\n]/.test(line));
  if (broken !== undefined) throw new TypeError(`a fact under a seal is one line: ${JSON.stringify(broken)}`);
  const signed = lines.map((line) => `${line}\n`).join('');
  return `${signed}signature ${sign(null, Buffer.from(signed, 'utf8'), signer.privateKey).toString('hex')}\n`;
}

/** What a seal says, once its signature was found to be that of the key it names. */
export interface Seal {
  readonly publicKey: PublicKey;
  readonly pixels: string;
  /** In order. */
  readonly facts: readonly (readonly [name: string, text: string])[];
}

/** `later`: of a layout that this code does not know; `broken`: its text is not the one that was signed. */
export type ReadSeal = { readonly kind: 'seal'; readonly seal: Seal } | { readonly kind: 'later' | 'broken' };

/** A key has 32 bytes, a signature 64 (RFC 8032, section 5.1). */
const WHOLE =
  /^(plumbline-seal 1\npixels ([0-9]+ [0-9]+ [0-9a-f]{64})\n((?:[^\n]+\n)*)public-key ([0-9a-f]{64})\n)signature ([0-9a-f]{128})\n$/;

/** Reads a seal and checks its signature with the key that it names itself. Whose key that is, is another question. */
export function readSeal(text: string): ReadSeal {
  const layout = /^plumbline-seal ([0-9]{1,6})\n/.exec(text)?.[1];
  if (layout !== undefined && Number(layout) > LAYOUT) return { kind: 'later' };
  const [, signed, pixels, facts, publicKey, signature] = WHOLE.exec(text) ?? [];
  if (
    signed === undefined ||
    pixels === undefined ||
    facts === undefined ||
    publicKey === undefined ||
    signature === undefined ||
    !isSignedBy(signed, publicKey, signature)
  )
    return { kind: 'broken' };
  return { kind: 'seal', seal: { publicKey, pixels, facts: facts.split('\n').slice(0, -1).map(namedFact) } };
}

function isSignedBy(text: string, publicKey: PublicKey, signature: string): boolean {
  try {
    return verify(null, Buffer.from(text, 'utf8'), publicKeyObject(publicKey), Buffer.from(signature, 'hex'));
  } catch {
    // Not every 32 bytes are a key.
    return false;
  }
}

function namedFact(line: string): readonly [name: string, text: string] {
  const end = line.indexOf(' ');
  return end === -1 ? [line, ''] : [line.slice(0, end), line.slice(end + 1)];
}

/** A fact that is not the one sealed; undefined: one of the two has none. */
export interface AlteredFact {
  readonly name: string;
  readonly sealed: string | undefined;
  readonly found: string | undefined;
}

/** Where the facts of a file are others than those sealed. The same fact twice is one too many. */
export function alteredFacts(
  { facts }: Seal,
  texts: Iterable<readonly [keyword: string, text: string]>,
): readonly AlteredFact[] {
  const found = factLines(texts).map(namedFact);
  const names = [...new Set([...facts, ...found].map(([name]) => name))];
  const of = (all: readonly (readonly [string, string])[], name: string): string | undefined => {
    const own = all.filter(([one]) => one === name).map(([, text]) => text);
    return own.length === 0 ? undefined : own.join(' | ');
  };
  return names
    .map((name) => ({ name, sealed: of(facts, name), found: of(found, name) }))
    .filter(({ sealed, found: now }) => sealed !== now);
}
