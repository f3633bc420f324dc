import { stampLine, stampsListed, unstampedIn } from '../words/en/stampList';
import { stamperOf } from '../domain/stampNames';
import { bytesOfHex, hexOf, textOf, type Bytes } from './bytes';
import type { AlteredFact, PublicKey } from './sealText';
import type { FoundStamp } from './stamps/stamp';

// What stands beside a manifest, which cannot name it: what was made over it, and the key. Each is what its writer makes of the signature and the stamps, or is no part of
// a bundle.

export const MANIFEST = 'manifest-sha256.txt';
export const SIGNATURE = `${MANIFEST}.sig`;
export const KEY = 'key.pem';
const STAMPS = `${MANIFEST}.stamps.txt`;
/** The certificates of a stamp. */
const CERTIFICATES = /^manifest-sha256\.txt\.([A-Za-z0-9.-]+)\.pem$/;

/** Whether a file stands beside the manifest. */
export const isBeside = (name: string): boolean =>
  [MANIFEST, SIGNATURE, KEY, STAMPS].includes(name) || stamperOf(name) !== undefined || CERTIFICATES.test(name);

/** What stands before the raw key in DER: algorithm 1.3.101.112 in a SubjectPublicKeyInfo (RFC 8410, section 4). */
const SPKI_PREFIX = '302a300506032b6570032100';

/** A key as `openssl` reads it. */
function keyPem(key: PublicKey): string {
  const der = String.fromCodePoint(...bytesOfHex(SPKI_PREFIX + key));
  return `-----BEGIN PUBLIC KEY-----\n${btoa(der)}\n-----END PUBLIC KEY-----\n`;
}

/** Reads a key as `keyPem` writes it; undefined: it is none. */
export function keyIn(pem: string): PublicKey | undefined {
  const [, base64 = ''] =
    /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{59}=)\n-----END PUBLIC KEY-----\n$/.exec(pem) ?? [];
  const hex = hexOf(Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? NaN));
  return hex.startsWith(SPKI_PREFIX) ? hex.slice(SPKI_PREFIX.length) : undefined;
}

/** Files beside a manifest that are not what was signed and stamped says. `stamps`: of the files that hold some, in whatever order. */
export function alteredBeside(
  files: ReadonlyMap<string, Bytes>,
  { publicKey, stamps }: { readonly publicKey: PublicKey; readonly stamps: readonly FoundStamp[] },
): readonly AlteredFact[] {
  const text = (name: string): string | undefined => {
    const bytes = files.get(name);
    return bytes === undefined ? undefined : textOf(bytes);
  };
  const stampers = new Map(stamps.map((stamp) => [stamp.name, stamp]));
  const certificates = [...files.keys()].flatMap((name) => {
    const stamper = CERTIFICATES.exec(name)?.[1];
    return stamper === undefined || stampers.has(stamper) ? [] : [{ name, sealed: undefined, found: 'added' }];
  });
  return [
    ...(text(KEY) === keyPem(publicKey) ? [] : [{ name: KEY, sealed: keyPem(publicKey), found: text(KEY) }]),
    ...stamps.flatMap((stamp): readonly AlteredFact[] => {
      const name = `${MANIFEST}.${stamp.name}.pem`;
      if (!stamp.read.ok) return files.has(name) ? [] : [{ name, sealed: undefined, found: 'missing' }];
      const pem = stamp.read.stamp.certificates.join('');
      return text(name) === pem ? [] : [{ name, sealed: pem, found: text(name) }];
    }),
    ...certificates,
    ...(isListOf(text(STAMPS), stampers)
      ? []
      : [{ name: STAMPS, sealed: undefined, found: text(STAMPS) ?? 'missing' }]),
  ];
}

/** Whether a list says of each stamp, once, what it says itself, and beside them only which authorities did not stamp. */
function isListOf(list: string | undefined, stampers: ReadonlyMap<string, FoundStamp>): boolean {
  if (list === undefined) return stampers.size === 0;
  const lines = stampsListed(list);
  if (lines === undefined) return false;
  const named = lines.map((line) => unstampedIn(line) ?? stampedIn(line, stampers));
  return (
    named.every((name) => name !== undefined) &&
    new Set(named).size === named.length &&
    [...stampers.keys()].every((name) => named.includes(name))
  );
}

/** The authority whose stamp says the same as a line. One that cannot be read here makes the file an altered one by itself, or cannot be checked at all. */
function stampedIn(line: string, stampers: ReadonlyMap<string, FoundStamp>): string | undefined {
  const [name = ''] = line.split(': ', 1);
  const read = stampers.get(name)?.read;
  if (read === undefined) return undefined;
  if (!read.ok) return line.startsWith(`${name}: stamped `) ? name : undefined;
  const { time, authority } = read.stamp;
  return line === stampLine({ name, ok: true, time, authority }) ? name : undefined;
}
