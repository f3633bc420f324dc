import { sign } from 'node:crypto';
import { publicKeyPem, type Signer } from '../../evidence/seal';
import { sha256 } from '../../evidence/sha256';
import type { Files } from './zip';

const MANIFEST = 'manifest-sha256.txt';

/** Files with their manifest, as `sha256sum -c` reads it, and beside it the signature of its bytes and the key. undefined: nobody can sign. */
export function withManifest(files: Files, signer: Signer | undefined): Files {
  const manifest = Buffer.from([...files].map(([name, content]) => `${sha256(content)}  ${name}\n`).join(''));
  const all = new Map(files).set(MANIFEST, manifest);
  if (signer === undefined) return all;
  return all
    .set(`${MANIFEST}.sig`, sign(null, manifest, signer.privateKey))
    .set('key.pem', Buffer.from(publicKeyPem(signer.publicKey)));
}
