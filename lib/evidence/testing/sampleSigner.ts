import { createPrivateKey } from 'node:crypto';
import type { Signer } from '../seal';

/** The first key of RFC 8032, section 7.1. */
export const SAMPLE_PUBLIC_KEY = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';

const signerOf = (secret: string, publicKey: string): Signer => ({
  publicKey,
  privateKey: createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${secret}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  }),
});

export const sampleSigner = (): Signer =>
  signerOf('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', SAMPLE_PUBLIC_KEY);

/** The second. */
export const otherSigner = (): Signer =>
  signerOf(
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  );
