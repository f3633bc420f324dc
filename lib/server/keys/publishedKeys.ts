import type { PublishedKeys } from '../../api/signingKeys';
import { keyId, publicKeyPem } from '../../evidence/seal';
import type { OwnKey } from './keyring';

/** The keys as everybody may have them. */
export const publishedKeysOf = (keys: readonly OwnKey[]): PublishedKeys => ({
  keys: keys.map(({ publicKey, created, retired }) => ({
    id: keyId(publicKey),
    algorithm: 'ed25519',
    publicKey,
    pem: publicKeyPem(publicKey),
    created,
    retired: retired ?? null,
  })),
});
